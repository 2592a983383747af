import { describe, expect, test } from '@jest/globals';
import { buildSchema } from 'graphql';
import type { SchemaPromise } from './schema-changes.js';
import { checkSchemaChanges } from './schema-changes.js';

const releasedSdl = `
  type Query { unit(id: ID!, deep: Boolean @deprecated(reason: "Always.")): Unit, units: [Unit!] }
  type Unit { id: ID!, name: String, code: String @deprecated(reason: "Use id.") kind: Kind }
  enum Kind { YOUTH ELDER }
`;
const released = buildSchema(releasedSdl);
const nothing = { released, releasedSdl, accepted: [], clients: [], usage: null };

const unit = (fields: string, query = 'unit(id: ID!, deep: Boolean): Unit, units: [Unit!]') =>
  buildSchema(`type Query { ${query} } type Unit { ${fields} } enum Kind { YOUTH ELDER }`);
const all = 'id: ID!, name: String, code: String, kind: Kind';

const judge = (fields: string, promise: Partial<SchemaPromise> = {}, query?: string) =>
  checkSchemaChanges(unit(fields, query), { ...nothing, ...promise }, []);
const places = async (...given: Parameters<typeof judge>) =>
  (await judge(...given)).findings.map(({ place }) => place);

describe('a changed graph', () => {
  test('may grow, and may deprecate', async () => {
    expect(await places(`${all}, motto: String`)).toEqual([]);
    expect(await places(all.replace('name: String', 'name: String @deprecated'))).toEqual([]);
  });

  test('may lose what was deprecated at the last release', async () => {
    expect(await places('id: ID!, name: String, kind: Kind')).toEqual([]);
    expect(await places(all, {}, 'unit(id: ID!): Unit, units: [Unit!]')).toEqual([]);
  });

  test('may not lose what nobody was told of, nor change the kind of a value', async () => {
    expect(await places('id: ID!, code: String, kind: Kind')).toEqual(['Unit.name']);
    expect(await places(all.replace('name: String', 'name: Int'))).toEqual(['Unit.name']);
    expect(await places(all, {}, 'unit(id: ID!, deep: Boolean): Unit')).toEqual(['Query.units']);
  });

  test('may not lose a deprecated field as long as the manifest of a client asks it', async () => {
    const operations = [{ name: 'Codes', body: 'query Codes { units { code } }' }];
    const clients = [{ file: 'schema/clients/pages.json', operations }];

    expect(await places(all, { clients })).toEqual([]);
    expect(await places('id: ID!, name: String, kind: Kind', { clients })).toEqual([
      'schema/clients/pages.json',
    ]);
  });
});

describe('an accepted break', () => {
  const accepted = [{ coordinate: 'Unit.name', why: 'It was never filled.' }];

  test('passes, and excuses no other', async () => {
    expect(await places('id: ID!, code: String, kind: Kind', { accepted })).toEqual([]);
    expect(await places('id: ID!, code: String', { accepted })).toEqual(['Unit.kind']);
  });

  test('needs a reason, and goes when it is not there', async () => {
    const place = 'schema/accepted-breaks.json';
    const silent = [{ coordinate: 'Unit.name', why: ' ' }];
    expect(await places('id: ID!, code: String, kind: Kind', { accepted: silent })).toEqual([
      place,
    ]);
    expect(await places(all, { accepted })).toEqual([place]);
  });
});
