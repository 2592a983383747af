import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { getIntrospectionQuery } from 'graphql';
import type { World } from './world.fixture.js';
import { openWorld } from './world.fixture.js';

const folder = mkdtempSync(join(tmpdir(), 'jejaring-explorer-'));
const example = {
  group: 'Look up </script>',
  purpose: 'One organization.',
  hint: 'As PUBLIC.',
  variables: { id: 'org_1' },
};
let world: World;
beforeAll(async () => {
  const known = 'query Known($id: ID!) { organization(id: $id) { name } }';
  writeFileSync(join(folder, 'Known.graphql'), known);
  writeFileSync(join(folder, 'Other.graphql'), 'query Other { __typename }');
  writeFileSync(join(folder, 'examples.json'), JSON.stringify({ Known: example }));
  world = await openWorld({ OPERATIONS_FOLDER: folder });
});
afterAll(async () => {
  await world.close();
  rmSync(folder, { recursive: true });
});

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
    expect(data?.__schema?.queryType.name).toBe('Query');
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
  });

  test('offers the published operations, with examples where there are some', async () => {
    const html = await (await look()).text();
    const [, listed = '[]'] = /const ready = (\[.*\]);$/m.exec(html) ?? [];

    expect(listed).not.toContain('<');
    expect(JSON.parse(listed)).toMatchObject([
      { name: 'Known', ...example },
      { name: 'Other', text: 'query Other { __typename }', variables: {} },
    ]);
    expect(html).toContain('withChosen({"endpoint":"/graphql"');
  });

  test('keeps nothing that is typed under "Headers"', async () => {
    expect(await (await look()).text()).toContain('"shouldPersistHeaders":false}');
  });

  test('runs only the scripts that it brings, and talks to this host only', async () => {
    const response = await look();
    const policy = response.headers.get('content-security-policy') ?? '';
    const scripts = [...(await response.text()).matchAll(/<script>([\s\S]*?)<\/script>/g)];

    const hashes = scripts.map(
      ([, script = '']) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`,
    );
    expect(hashes).toHaveLength(2);
    expect(policy).toContain(`script-src ${hashes.join(' ')};`);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("connect-src 'self'");
    expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline|https?:/);
  });
});
