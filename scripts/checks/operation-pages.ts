import { dearestFor } from '@jejaring/gateway/admission/limits';
import type { OperationFacts } from './operation-facts.js';

const cell = (text: string) => text.replace(/\s+/g, ' ').replaceAll('|', '\\|');

/** Whom the example is asked as; of persons of the demo only that they are signed in. */
export function sayCaller({ budget }: OperationFacts): string {
  if (budget === null) return '';
  if (budget.claims === null) return 'PUBLIC';
  return budget.claims['role'] ?? 'a signed-in person';
}

const most = (role: string) => `${dearestFor(role, true)} (${dearestFor(role, false)} unpublished)`;

/** What each published operation costs, and what it may take of the services behind the gateway. */
export function printOperationCosts(operations: readonly OperationFacts[]): string {
  const queries = operations.filter(({ kind }) => kind === 'query');
  const others = operations.filter(({ kind }) => kind !== 'query');
  return [
    '# What published operations cost',
    '',
    'Made from `schema/operations`, the graph and `scripts/proof/published-operations.ts` by `npm run schema`.',
    '',
    'The *cost* is what admission weighs an operation with before anything is planned: a field that leads to objects weighs 1 or its `@cost`, one of a mutation 10, and a list multiplies what stands in it by how many are asked. Here it is asked with the example variables, everything else as its default.',
    '',
    `One operation may cost at most: without a token ${most('PUBLIC')}, signed in ${most('AUDITOR')}, as a subscribing system ${most('SYSTEM_SUBSCRIBER')}.`,
    '',
    'The *budget* is the most that a query may take on the demo data, held by a test: requests to services, and SQL statements of all services together.',
    '',
    '## Queries',
    '',
    '| operation | what for | asked as | example variables | cost | requests | SQL statements |',
    '| --- | --- | --- | --- | ---: | ---: | ---: |',
    ...queries.map(rowOfQuery),
    '',
    '## Mutations and subscriptions',
    '',
    'Of a command the cost of what it answers is in it. Of a subscription this is the cost of its document, once.',
    '',
    '| operation | kind | what for | cost |',
    '| --- | --- | --- | ---: |',
    ...others.map(
      ({ name, kind, purpose, cost }) => `| \`${name}\` | ${kind} | ${cell(purpose)} | ${cost} |`,
    ),
    '',
  ].join('\n');
}

function rowOfQuery(facts: OperationFacts): string {
  const { name, purpose, budget, cost } = facts;
  const columns = [
    `\`${name}\``,
    cell(purpose),
    sayCaller(facts),
    budget ? sayVariables(budget) : '',
    cost,
    budget?.requests ?? '',
    budget?.statements ?? '',
  ];
  return `| ${columns.join(' | ')} |`;
}

function sayVariables({ variables, idFrom }: NonNullable<OperationFacts['budget']>): string {
  const given = Object.keys(variables).length > 0 ? [`\`${JSON.stringify(variables)}\``] : [];
  return [...given, ...(idFrom ? [`\`id\` of the first of \`${idFrom}\``] : [])].join(', ');
}
