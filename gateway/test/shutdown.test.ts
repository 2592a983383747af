import { describe, expect, test } from '@jest/globals';
import { openWorld, until } from './world.fixture.js';

describe('a gateway that is told to stop', () => {
  test('answers what it has begun, then is gone', async () => {
    const world = await openWorld();
    await world.untilReady();
    world.services['welfare-cases'].behaviour = (_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      setTimeout(() => response.end('{"data":{"openCases":7}}'), 250);
    };

    // Equal questions would share one call.
    const begun = Array.from({ length: 20 }, (_, at) => world.ask(`query Q${at} { openCases }`));
    await until(() => world.services['welfare-cases'].bodies.length === 20);
    const closed = world.close();
    const answers = await Promise.all(begun);
    await closed;

    expect(new Set(answers.map(({ text }) => text.trim()))).toEqual(
      new Set(['{"data":{"openCases":7}}']),
    );
    await expect(world.send('/livez')).rejects.toThrow();
  });
});
