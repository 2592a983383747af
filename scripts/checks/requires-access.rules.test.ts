import { describe, expect, test } from '@jest/globals';
import { buildASTSchema, parse } from 'graphql';
import { checkRequires } from './requires-access.js';

const api = (directives: string) => `
  schema @link(url: "https://jejaring.id/spec/access/v1.0", import: ["@access"]) { query: Query }
  type Query { persons: [Person] }
  type Person { id: ID nik: String ${directives} address: Address age: Int ${'%'} }
  type Address { street: String @access(roles: ["SOCIAL_WORKER"]) town: String }`;

function findings(reads: string, { read = '', own = '' } = {}): string[] {
  const whole = api(read).replace('%', own);
  const sdl = `type Person @key(fields: "id") { id: ID nik: String @external age: Int @requires(fields: "${reads}") }`;
  const supergraph = {
    supergraph: whole,
    api: buildASTSchema(parse(whole), { assumeValidSDL: true }),
  };
  return checkRequires([{ name: 'ages', sdl }], supergraph).map(({ says }) => says);
}

const only = (...roles: string[]) => `@access(roles: ${JSON.stringify(roles)})`;
const tells = ['reads Person.nik, which fewer roles may ask than this field'];

describe('a field that is computed from another', () => {
  test.each([
    ['what everybody may read', {}],
    ['what its own callers may read', { read: only('AUDITOR'), own: only('AUDITOR') }],
    [
      'what more than its own callers may read',
      { read: only('AUDITOR', 'JUROR'), own: only('JUROR') },
    ],
  ])('may read %s', (_name, rules) => {
    expect(findings('nik', rules)).toEqual([]);
  });

  test.each([
    ['everybody', { read: only('AUDITOR') }],
    ['others', { read: only('AUDITOR'), own: only('JUROR') }],
    ['more', { read: only('AUDITOR'), own: only('AUDITOR', 'JUROR') }],
  ])('may not be asked by %s than what it reads', (_name, rules) => {
    expect(findings('nik', rules)).toEqual(tells);
  });

  test('may not read a guarded field further in', () => {
    expect(findings('address { town street }')).toEqual([
      'reads Address.street, which fewer roles may ask than this field',
    ]);
  });
});
