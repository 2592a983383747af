import type { GraphQLObjectType, GraphQLSchema } from 'graphql';
import { isUnionType } from 'graphql';
import { isProblem } from './graph-conventions.js';
import { objectTypesOf } from './subgraphs.js';

const cell = (text: string | null | undefined) =>
  (text ?? '').replace(/\s+/g, ' ').replaceAll('|', '\\|');

/** What can go wrong, for who writes a client: the problems and where each can be met. */
export function printProblems(api: GraphQLSchema, faultCodes: readonly string[]): string {
  const problems = objectTypesOf(api).filter(isProblem).sort(byName);
  return [
    '# Problems and faults',
    '',
    'Made from the graph by `npm run schema`.',
    '',
    'A command answers with what it changed or with a *problem*: a refusal that belongs to the work, with words in English and Indonesian ready to show. Every problem has `message { en id }`. What was not the business’s answer, such as a malformed argument or a service that is down, is a *fault*: an entry in `errors` with one of the codes below in `extensions.code` and a `requestId`.',
    '',
    '## Problems',
    '',
    '| problem | when | fields | answers of |',
    '| --- | --- | --- | --- |',
    ...problems.map((problem) => rowOf(problem, api)),
    '',
    '## Fault codes',
    '',
    ...faultCodes.map((code) => `- \`${code}\``),
    '',
  ].join('\n');
}

const byName = (one: GraphQLObjectType, other: GraphQLObjectType) =>
  one.name < other.name ? -1 : 1;

function rowOf(problem: GraphQLObjectType, api: GraphQLSchema): string {
  const fields = Object.values(problem.getFields())
    .filter(({ name }) => name !== 'message')
    .map(({ name, type, description }) => `\`${name}: ${String(type)}\` ${cell(description)}`);
  const unions = Object.values(api.getTypeMap())
    .filter(isUnionType)
    .filter(({ name }) => name.endsWith('Result'));
  const holders = unions.filter((union) => union.getTypes().includes(problem));
  const everywhere = holders.length === unions.length && unions.length > 1;
  const mutations = holders.map(({ name }) => name.replace(/Result$/, '')).map(lowerFirst);
  const met = everywhere ? 'every command' : mutations.map((name) => `\`${name}\``).join(', ');
  return `| \`${problem.name}\` | ${cell(problem.description)} | ${fields.join('<br>')} | ${met} |`;
}

const lowerFirst = (name: string) => name.charAt(0).toLowerCase() + name.slice(1);
