import { describe, expect, test } from '@jest/globals';
import { buildSchema, graphqlSync } from 'graphql';
import { describeVariable } from './variable-words.rules.js';

describe('a variable that does not fit', () => {
  const schema = buildSchema(`
    enum Sex { MALE FEMALE }
    input Person { name: String!, nik: String, sex: Sex, year: Int, tags: [String!] }
    type Query { find(person: Person!): Boolean }`);
  const source = 'query ($person: Person!) { find(person: $person) }';
  const string = 'String cannot represent a non string value.';
  const given: [unknown, string, string][] = [
    [{ name: ['CANARY; at "x"; CANARY'] }, 'person.name', string],
    [{ name: 'n', nik: { a: 'CANARY' } }, 'person.nik', string],
    [{ name: 'n', year: 'CANARY' }, 'person.year', 'Int cannot represent non-integer value.'],
    [{ name: 'n', sex: 'CANARY; x' }, 'person.sex', 'It is not a value of the enum Sex.'],
    [{ name: 'n', sex: 7 }, 'person.sex', 'Enum "Sex" cannot represent non-string value.'],
    [
      { name: 'n', tags: [null] },
      'person.tags[0]',
      'Expected non-nullable type "String!" not to be null.',
    ],
    [{ nik: 'CANARY' }, 'person', 'Field "name" of required type "String!" was not provided.'],
    [{ name: 'CANARY', state: 1 }, 'person', 'Field "state" is not defined by type "Person".'],
    ['CANARY', 'person', 'Expected type "Person" to be an object.'],
  ];

  test.each(given)('is named and not repeated: %j', (person, argument, words) => {
    const { errors = [] } = graphqlSync({ schema, source, variableValues: { person } });

    expect(errors.map(({ message }) => describeVariable(message))).toEqual([{ argument, words }]);
  });

  test('is told from every other error', () => {
    expect(describeVariable('The access token is expired.')).toBeNull();
  });
});
