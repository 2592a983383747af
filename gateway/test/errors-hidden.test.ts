import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { World } from './world.fixture.js';
import { openWorld } from './world.fixture.js';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());
afterEach(() => {
  world.services.organizations.behaviour = null;
});

function answerWith(answer: unknown): void {
  world.services.organizations.behaviour = (_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
  };
}

const requestId = expect.any(String);

describe("a service's own error", () => {
  test('is masked when its code is not a known one', async () => {
    const { status, errors, text } = await world.ask('{ broken }');

    expect(status).toBe(200);
    expect(errors).toEqual([
      {
        message: 'Something went wrong inside. The request id tells an operator where to look.',
        path: ['broken'],
        extensions: { code: 'INTERNAL', requestId },
      },
    ]);
    expect(text + world.logged.join('')).not.toContain('CANARY');
  });

  test('keeps its words when it speaks of an argument, and nothing beside them', async () => {
    const { errors } = await world.ask('query ($code: RegionCode!) { region(code: $code) }', {
      variables: { code: 'west' },
    });

    expect(errors[0]).toMatchObject({
      message: 'A region code is 2, 4, 6 or 10 digits.',
      extensions: { code: 'BAD_USER_INPUT', argument: 'RegionCode', requestId },
    });
    expect(errors[0]?.extensions).not.toHaveProperty('canary');
  });
});

describe("a service's error about the request", () => {
  test('about a malformed literal is an input error, not a broken service', async () => {
    const extensions = { code: 'GRAPHQL_VALIDATION_FAILED', argument: 'RegionCode' };
    answerWith({ errors: [{ message: 'A region code is 2, 4, 6 or 10 digits.', extensions }] });

    const { errors } = await world.ask('{ region(code: "west") }');

    expect(errors[0]?.extensions).toEqual({
      code: 'BAD_USER_INPUT',
      argument: 'RegionCode',
      requestId,
    });
  });

  test('never brings its trace or its address along', async () => {
    const extensions = {
      code: 'FORBIDDEN',
      stacktrace: ['CANARY'],
      response: { body: 'CANARY' },
      serviceName: 'CANARY',
    };
    answerWith({
      data: { broken: null },
      errors: [{ message: 'No.', path: ['broken'], extensions }],
      extensions,
    });

    const { errors, text } = await world.ask('{ broken }');

    expect(errors[0]).toEqual({
      message: 'No.',
      path: ['broken'],
      extensions: { code: 'FORBIDDEN', requestId },
    });
    expect(text).not.toContain('CANARY');
  });
});

describe('a value that the graph does not allow', () => {
  test('is an error with a path, not a silent null', async () => {
    answerWith({ data: { promised: { kept: null } } });

    const { data, errors } = await world.ask('{ promised { kept } }');

    expect(data).toEqual({ promised: null });
    expect(errors).toEqual([
      {
        message: 'A service answered with a value that the graph does not allow.',
        path: ['promised', 'kept'],
        extensions: { code: 'INTERNAL', requestId },
      },
    ]);
  });
});

describe('an error of the request itself', () => {
  const cases: [string, string, number, string][] = [
    ['what does not parse', '{ organizations {', 400, 'GRAPHQL_PARSE_FAILED'],
    ['what the graph does not have', '{ nothing }', 400, 'GRAPHQL_VALIDATION_FAILED'],
    [
      'a variable of another type',
      'query ($id: ID!) { organization(id: $id) { id } }',
      400,
      'BAD_USER_INPUT',
    ],
    [
      'several operations and no name',
      'query A { openCases } query B { openCases }',
      400,
      'BAD_USER_INPUT',
    ],
    ['an empty document', '', 400, 'BAD_USER_INPUT'],
    ['the schema of a service', '{ _service { sdl } }', 400, 'GRAPHQL_VALIDATION_FAILED'],
    [
      'entities by hand',
      '{ _entities(representations: []) { __typename } }',
      400,
      'GRAPHQL_VALIDATION_FAILED',
    ],
  ];

  test.each(cases)('has a code and the request id: %s', async (_name, query, status, code) => {
    const reply = await world.ask(query, { headers: { 'x-request-id': 'my-request-1' } });

    expect(reply.status).toBe(status);
    expect(reply.errors[0]?.extensions).toMatchObject({ code, requestId: 'my-request-1' });
    expect(reply.headers.get('x-request-id')).toBe('my-request-1');
  });

  test('names a variable that does not fit, and does not repeat what it held', async () => {
    const { errors, text } = await world.ask('query ($id: ID!) { organization(id: $id) { id } }', {
      variables: { id: ['CANARY'] },
    });

    expect(errors[0]).toMatchObject({
      message: 'id: ID cannot represent value.',
      extensions: { code: 'BAD_USER_INPUT', argument: 'id' },
    });
    expect(text).not.toContain('CANARY');
  });

  test('gets a request id of its own when the offered one is not safe to log', async () => {
    const { headers } = await world.ask('{ openCases }', { headers: { 'x-request-id': 'a b; c' } });
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('does not register an operation under a hash', async () => {
    const extensions = { persistedQuery: { version: 1, sha256Hash: 'a'.repeat(64) } };
    const reply = await world.send('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ extensions }),
    });
    expect(await reply.json()).toMatchObject({
      errors: [{ message: 'PersistedQueryNotSupported' }],
    });
  });
});
