import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Supergraph } from '@apollo/federation-internals';
import { expect, test } from '@jest/globals';
import { getVariableValues, Kind, parse } from 'graphql';
import type { OperationDefinitionNode } from 'graphql';
import { costOf } from './cost.js';
import { readCostRules } from './cost-rules.js';
import type { Measurable } from './limits.js';
import { dearestFor, findExcess } from './limits.js';

const schemaFolder = join(import.meta.dirname, '../../../schema');
const sdl = readFileSync(join(schemaFolder, 'supergraph.graphql'), 'utf8');
const rules = readCostRules(sdl);
const schema = Supergraph.build(sdl).apiSchema().toGraphQLJSSchema();

const read = (file: string): Measurable => {
  const document = parse(readFileSync(join(schemaFolder, 'operations', file), 'utf8'));
  const operation = document.definitions.find(
    (each): each is OperationDefinitionNode => each.kind === Kind.OPERATION_DEFINITION,
  )!;
  return { document, operation, schema };
};

const published = readdirSync(join(schemaFolder, 'operations')).filter((file) =>
  file.endsWith('.graphql'),
);

/** With the sizes that the operation itself gives, as clients ask it. */
function usualCost(known: Measurable): number {
  const defaults = (known.operation.variableDefinitions ?? []).filter((each) => each.defaultValue);
  const { coerced = {} } = getVariableValues(schema, defaults, {});
  return costOf(rules, known, coerced);
}

test.each(published)('the published operation %s passes for everybody, with room', (file) => {
  const known = read(file);
  expect(findExcess(known, 'PUBLIC')).toBeNull();
  expect(usualCost(known)).toBeLessThanOrEqual(0.7 * dearestFor('PUBLIC', true));
});

test('most published operations would pass unlisted, so those that do not are few and known', () => {
  const dear = published.filter((file) => usualCost(read(file)) > dearestFor('PUBLIC', false));
  expect(dear).toEqual([
    'CompetitionOutcome.graphql',
    'MyScoreSheets.graphql',
    'SelectionEntrants.graphql',
    'TrainingDelegates.graphql',
  ]);
});

test('a page of pages of a hundred is too dear even for those that are listed', () => {
  const known = read('MyScoreSheets.graphql');
  expect(costOf(rules, known, { first: 100 })).toBeGreaterThan(dearestFor('KT_MEMBER', true));
});
