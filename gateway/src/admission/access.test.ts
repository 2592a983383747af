import { describe, expect, test } from '@jest/globals';
import { buildSchema, Kind, parse } from 'graphql';
import { collectRequirements, readAccessRules } from './access.js';

const link = (more: string) =>
  `schema @link(url: "https://jejaring.id/spec/access/v1.0"${more}) { query: Query }`;
const field = (directive: string) => `type Query { secret: String ${directive} }`;

function requirementsOf(sdl: string, query: string): string[] {
  const document = parse(query);
  const operation = document.definitions.find((d) => d.kind === Kind.OPERATION_DEFINITION)!;
  const schema = buildSchema(sdl, { assumeValidSDL: true });
  return collectRequirements(readAccessRules(sdl), schema, document, operation).map(
    ({ coordinate, roles }) => `${coordinate}: ${roles.join()}`,
  );
}

describe('the access rules of a supergraph', () => {
  test.each([
    ['imported', link(', import: ["@access"]'), '@access'],
    ['imported under another name', link(', import: [{ name: "@access", as: "@only" }]'), '@only'],
    ['not imported', link(''), '@access'],
    ['not imported, under another prefix', link(', as: "rights"'), '@rights'],
  ])('bind when the directive is %s', (_name, schema, directive) => {
    const sdl = `${schema} ${field(`${directive}(roles: ["AUDITOR"])`)}`;
    expect(requirementsOf(sdl, '{ secret }')).toEqual(['Query.secret: AUDITOR']);
  });

  test('all bind when several services put one on the same field', () => {
    const sdl =
      link(', import: ["@access"]') +
      field('@access(roles: ["AUDITOR", "JUROR"]) @access(roles: ["JUROR"])');
    expect(requirementsOf(sdl, '{ secret }')).toEqual([
      'Query.secret: AUDITOR,JUROR',
      'Query.secret: JUROR',
    ]);
  });

  test.each([
    '@access',
    '@access(roles: "AUDITOR")',
    '@access(roles: ["ROOT"])',
    '@access(roles: [1])',
  ])('are refused when one is malformed: %s', (directive) => {
    expect(() => readAccessRules(link(', import: ["@access"]') + field(directive))).toThrow(
      /Query.secret/,
    );
  });

  test('are refused when they are of a version that is not understood', () => {
    const schema = link('').replace('v1.0', 'v2.0');
    expect(() => readAccessRules(schema + field('@access(roles: ["AUDITOR"])'))).toThrow(/v2.0/);
  });

  test('bind on an interface for every type that may answer, also through another interface', () => {
    const sdl = `${link(', import: ["@access"]')}
      type Query { named: Named audited: Audited }
      interface Named { name: String }
      interface Audited { name: String @access(roles: ["AUDITOR"]) }
      type Person implements Named & Audited { name: String @access(roles: ["JUROR"]) }`;
    const both = ['Audited.name: AUDITOR', 'Person.name: JUROR'];
    expect(requirementsOf(sdl, '{ named { name } }').sort()).toEqual(both);
    expect(requirementsOf(sdl, '{ audited { name } }').sort()).toEqual(both);
    expect(requirementsOf(sdl, '{ named { ... on Person { name } } }').sort()).toEqual(both);
  });
});
