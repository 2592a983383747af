import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { getIntrospectionQuery } from 'graphql';
import type { World } from './world.fixture.js';
import { openWorld } from './world.fixture.js';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const look = () =>
  world.send('/graphql', { headers: { accept: 'text/html,application/xhtml+xml' } });

describe('what GraphiQL asks first', () => {
  test('is answered: the schema with all its details, before a token was written', async () => {
    const details = {
      schemaDescription: true,
      specifiedByUrl: true,
      inputValueDeprecation: true,
      oneOf: true,
    };
    const accept =
      'application/graphql-response+json, application/json, multipart/mixed, text/event-stream';

    const { status, data, errors } = await world.ask(
      getIntrospectionQuery({ ...details, directiveIsRepeatable: true }),
      {
        headers: { accept, authorization: '' },
      },
    );

    expect({ status, errors }).toEqual({ status: 200, errors: [] });
    expect(data.__schema.queryType.name).toBe('Query');
  });
});

describe('GET /graphql in a browser', () => {
  test('is GraphiQL without anything from the internet', async () => {
    const response = await look();
    const html = await response.text();

    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(html).toContain('YogaGraphiQL.renderYogaGraphiQL');
    const outside = /<(script|link|img|iframe)\b[^>]*\b(src|href)\s*=\s*["']?(https?:)?\/\//i;
    expect(html).not.toMatch(outside);
    expect(html).toContain(String.raw`\"authorization\": \"\"`);
  });

  test('runs only the script that it brings, and talks to this host only', async () => {
    const response = await look();
    const policy = response.headers.get('content-security-policy') ?? '';
    const [, script = ''] = /<script>([\s\S]*?)<\/script>/.exec(await response.text()) ?? [];

    const hash = createHash('sha256').update(script).digest('base64');
    expect(policy).toContain(`script-src 'sha256-${hash}'`);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("connect-src 'self'");
    expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline|https?:/);
  });
});
