import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { World } from './world.fixture.js';
import { openWorld } from './world.fixture.js';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const body = JSON.stringify({ query: '{ openCases }' });
const query = encodeURIComponent('{ openCases }');
const post = (headers: Record<string, string>, content = body): [string, RequestInit] => [
  '/graphql',
  { method: 'POST', headers, body: content },
];
const get = (path: string, headers: Record<string, string> = {}): [string, RequestInit] => [
  path,
  { headers },
];

const simple: [string, [string, RequestInit], number][] = [
  ['text/plain', post({ 'content-type': 'text/plain' }), 415],
  ['a form', post({ 'content-type': 'application/x-www-form-urlencoded' }, 'query=1'), 415],
  ['a form with files', post({ 'content-type': 'multipart/form-data; boundary=x' }), 415],
  ['a type that only starts like JSON', post({ 'content-type': 'application/json-but-not' }), 415],
  ['an empty type', post({ 'content-type': '' }), 415],
  ['GET', get(`/graphql?query=${query}`), 405],
  [
    'GET with the header that Apollo would accept',
    get(`/graphql?query=${query}`, { 'apollo-require-preflight': '1' }),
    405,
  ],
  ['GET of a mutation', get(`/graphql?query=mutation{rename(id:1,name:"x"){id}}`), 405],
  ['JSON that is not', post({ 'content-type': 'application/json' }, '{"query":'), 400],
  ['JSON that is a text', post({ 'content-type': 'application/json' }, '"{ openCases }"'), 400],
  ['another path', get('/'), 404],
];

describe('a request that a page of another origin could send unasked', () => {
  test.each(simple)('is refused: %s', async (_name, [path, init], status) => {
    const response = await world.send(path, init);

    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({
      errors: [{ extensions: { code: 'BAD_USER_INPUT', requestId: expect.any(String) } }],
    });
    expect(world.services['welfare-cases'].bodies).toEqual([]);
  });
});

describe('a page of another origin', () => {
  const preflight = (origin: string) =>
    world.send('/graphql', {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization,content-type',
      },
    });

  test('may ask when the origin is configured', async () => {
    const { status, headers } = await preflight('https://jejaring.example');
    expect(status).toBe(204);
    expect(headers.get('access-control-allow-origin')).toBe('https://jejaring.example');
    expect(headers.get('access-control-allow-credentials')).toBeNull();
  });

  test.each([
    'https://evil.example',
    'https://jejaring.example.evil.example',
    'http://jejaring.example',
    'null',
  ])('may not when it is not: %s', async (origin) => {
    const { headers } = await preflight(origin);
    expect(headers.get('access-control-allow-origin')).toBeNull();
  });
});
