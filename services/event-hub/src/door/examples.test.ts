import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { ChildProcess } from 'node:child_process';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestHub } from './doors.fixture.js';
import { startTestHub } from './doors.fixture.js';

const folder = fileURLToPath(new URL('../../../../docs/examples/', import.meta.url));
const hasPython = spawnSync('python3', ['--version']).status === 0;
if (!hasPython)
  process.stderr.write('*** THE EXAMPLES IN PYTHON ARE LEFT OUT: no python3 here ***\n');
const examples = [
  [process.execPath, 'follow-feed.ts'],
  [process.execPath, 'follow-stream.ts'],
  ...(hasPython
    ? [['python3', 'follow_feed.py'] as const, ['python3', 'follow_stream.py'] as const]
    : []),
] as const;

let hub: TestHub;
let tokenUrl: string;
const endpoint = createServer((request, response) => {
  let form = '';
  request.on('data', (part: Buffer) => (form += part.toString()));
  request.on('end', () => {
    const asked = Object.fromEntries(new URLSearchParams(form));
    expect(asked).toEqual({
      grant_type: 'client_credentials',
      client_id: 'a-system',
      client_secret: 'secret',
    });
    const claims = { role: 'SYSTEM_SUBSCRIBER', region: '32.79', sub: 'a-system' };
    void hub.tokens
      .token(claims)
      .then((token) => response.end(JSON.stringify({ access_token: token, expires_in: 300 })));
  });
});
beforeAll(async () => {
  hub = await startTestHub();
  await new Promise<void>((resolve) => endpoint.listen(0, '127.0.0.1', resolve));
  tokenUrl = `http://127.0.0.1:${(endpoint.address() as AddressInfo).port}/token`;
});
beforeEach(() => hub.service.rows('delete from feed_event'));
afterAll(async () => {
  endpoint.closeAllConnections();
  endpoint.close();
  await hub?.stop();
});

/** A client that runs until it is killed; `ids` is what it has printed so far. */
function run(command: string, file: string, placeFile: string) {
  const child = spawn(command, [path.join(folder, file)], {
    env: {
      PATH: process.env['PATH'],
      FEED_URL: hub.url,
      TOKEN_URL: tokenUrl,
      CLIENT_ID: 'a-system',
      CLIENT_SECRET: 'secret',
      PLACE_FILE: placeFile,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let text = '';
  child.stdout.on('data', (part: Buffer) => (text += part.toString()));
  const ids = () =>
    text
      .split('\n')
      .slice(0, -1)
      .map((line) => line.split(' ')[0]);
  const printed = async (count: number) => {
    while (ids().length < count) await once(child.stdout, 'data');
    return ids();
  };
  return { child, printed };
}

async function kill(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

describe('the example', () => {
  test.each(examples)(
    '%s %s takes what there is and what comes, and goes on after it was killed',
    async (command, file) => {
      const placeFile = path.join(
        mkdtempSync(path.join(tmpdir(), 'jejaring-example-')),
        'place.txt',
      );
      const before = [await hub.keep(), await hub.keep()];
      const first = run(command, file, placeFile);
      const got = await first.printed(2);
      const third = await hub.keep();
      const more = await first.printed(3);
      await kill(first.child);
      const missed = [await hub.keep({ region: '36.04' }), await hub.keep()];
      const second = run(command, file, placeFile);
      // It may have been killed before it had noted how far it was: then the last one comes again.
      let after = await second.printed(1);
      if (after[0] === third) after = (await second.printed(2)).slice(1);
      await kill(second.child);

      expect([got, more, after]).toEqual([before, [...before, third], [missed[1]]]);
    },
  );
});
