import { faultCodes } from '@jejaring/chassis/graph/faults';
import type { SubgraphDefinition } from '@jejaring/chassis/graph/subgraph';
import { printSubgraph } from '@jejaring/chassis/graph/subgraph';
import type { GraphQLSchema } from 'graphql';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { printClient } from './checks/client-package.js';
import { compose } from './checks/composition.js';
import { checkDescriptions } from './checks/descriptions.js';
import { checkForeignFields } from './checks/foreign-fields.js';
import type { Finding } from './checks/findings.js';
import { report } from './checks/findings.js';
import type { GeneratedFiles } from './checks/generated-files.js';
import { compareGenerated, writeGenerated } from './checks/generated-files.js';
import { checkCached } from './checks/cached-fields.js';
import { checkConventions } from './checks/graph-conventions.js';
import { checkListSizes, sayListSizes } from './checks/list-sizes.js';
import { printExamples } from './checks/operation-examples.js';
import type { OperationFacts } from './checks/operation-facts.js';
import { readFacts } from './checks/operation-facts.js';
import { printOperationCosts } from './checks/operation-pages.js';
import { checkOperations, readOperations } from './checks/operations.js';
import { printManifest } from './checks/persisted-operations.js';
import { printProblems } from './checks/problem-pages.js';
import type { ServiceProcessing } from './checks/processing-pages.js';
import { checkProcessing, printProcessing } from './checks/processing-pages.js';
import { readUsage } from './checks/recorded-usage.js';
import { checkRequires } from './checks/requires-access.js';
import type { ServiceRights } from './checks/rights-pages.js';
import { printRights } from './checks/rights-pages.js';
import type { Judged } from './checks/schema-changes.js';
import { checkSchemaChanges } from './checks/schema-changes.js';
import { printSchemaPage } from './checks/schema-pages.js';
import { printReleased, readPromise, releasedFile } from './checks/schema-promise.js';
import { checkSecondComposer } from './checks/second-composer.js';
import type { Subgraph } from './checks/subgraphs.js';
import { serviceAddresses } from './checks/subgraphs.js';
import { checkUnions } from './checks/union-conflicts.js';
import { publishedQueries } from './proof/published-operations.js';

const root = path.resolve(import.meta.dirname, '..', '..');

async function printSubgraphs(): Promise<Subgraph[]> {
  const subgraphs: Subgraph[] = [];
  for (const name of Object.keys(serviceAddresses)) {
    const module = (await import(`@jejaring/${name}/graph`)) as { graph: SubgraphDefinition };
    subgraphs.push({ name, sdl: sayListSizes(printSubgraph(module.graph)) });
  }
  return subgraphs;
}

/** What the gateway itself answers: written by hand, and no service's. */
const readLive = (): Subgraph => ({
  name: 'events',
  sdl: readFileSync(path.join(root, 'schema/live.graphql'), 'utf8'),
});

async function readRights(): Promise<ServiceRights[]> {
  const services: ServiceRights[] = [];
  for (const name of Object.keys(serviceAddresses)) {
    const { rights } = (await import(`@jejaring/${name}/rights`)) as {
      rights: ServiceRights['tables'];
    };
    const { duties } = (await import(`@jejaring/${name}/duties`)) as Pick<ServiceRights, 'duties'>;
    services.push({ name, tables: rights, duties });
  }
  return services;
}

/** Services that hold persons; the others keep ids alone, or initials that they forget on demand. */
const holdPersons = ['organizations', 'training', 'welfare-cases'];

async function readProcessing(rights: readonly ServiceRights[]): Promise<ServiceProcessing[]> {
  const services: ServiceProcessing[] = [];
  for (const name of holdPersons) {
    const { privacy } = (await import(`@jejaring/${name}/privacy/persons`)) as {
      privacy: Pick<ServiceProcessing, 'kinds'>;
    };
    const { tables } = rights.find((each) => each.name === name)!;
    services.push({ name, kinds: privacy.kinds, tables });
  }
  return services;
}

const lint = (subgraphs: readonly Subgraph[]): Finding[] => [
  ...checkForeignFields(subgraphs),
  ...checkCached(subgraphs),
  ...checkDescriptions(subgraphs),
  ...checkConventions(subgraphs),
  ...checkUnions(subgraphs),
  ...checkListSizes(subgraphs),
];

interface Mode {
  checkOnly: boolean;
  release: boolean;
  /** Recorded use to judge by, instead of the committed one. */
  usage: string | undefined;
}

/**
 * Prints the subgraphs, composes them and judges the result. `--check` writes nothing; `--release`
 * promises the graph as it is: from then on it may only grow, or lose what was deprecated. `--usage FILE`
 * judges changes by another record of use than the committed one.
 */
async function composeSchema({ checkOnly, release, usage }: Mode): Promise<boolean> {
  const services = await printSubgraphs();
  const subgraphs = [...services, readLive()];
  const composed = compose(subgraphs);
  if (Array.isArray(composed)) return report([...composed, ...lint(subgraphs)], '');
  const rights = await readRights();
  const processing = await readProcessing(rights);
  const operations = readOperations(root);
  const facts = readFacts(operations, composed, publishedQueries);
  const files: GeneratedFiles = new Map<string, string>([
    ...services.map(({ name, sdl }) => [`schema/subgraphs/${name}.graphql`, sdl] as const),
    ['schema/supergraph.graphql', composed.supergraph],
    ['schema/persisted-operations.json', printManifest(operations)],
    ...(await printClient(operations, composed.api)),
    ...(release ? [[releasedFile, printReleased(composed.api)] as const] : []),
    ['docs/problems.md', printProblems(composed.api, faultCodes)],
    ['docs/rights.md', printRights(rights, services)],
    ['docs/schema.html', printSchemaPage(composed, facts, readUsage(root))],
    ['schema/operations/examples.json', printExamples(facts, services, composed.api)],
    ['docs/operation-costs.md', printOperationCosts(facts)],
    ['docs/processing-register.md', printProcessing(processing)],
  ]);
  const findings = [
    ...lint(subgraphs),
    ...checkProcessing(processing, services),
    ...composed.disagreements,
    ...checkOperations(operations, composed.api),
    ...checkRequires(subgraphs, composed),
    ...(await checkSecondComposer(subgraphs, composed.api)),
  ];
  const changed = await judgeChanges(composed.api, facts, { checkOnly, release, usage });
  findings.push(...changed.findings);
  if (checkOnly) findings.push(...compareGenerated(root, files, 'run: npm run schema'));
  else writeGenerated(root, files).forEach((name) => process.stdout.write(`wrote ${name}\n`));
  const passed = `${subgraphs.length} subgraphs compose and keep the rules of the graph`;
  return report(findings, passed, changed.notes);
}

/** Before the first release nothing was promised, and a release promises anew. */
async function judgeChanges(
  api: GraphQLSchema,
  facts: readonly OperationFacts[],
  { release, usage }: Mode,
): Promise<Judged> {
  const promise = readPromise(root, usage);
  if (promise === null || release) return { findings: [], notes: [] };
  return checkSchemaChanges(api, promise, facts.map(toAsker));
}

const toAsker = ({ name, text }: OperationFacts) => ({
  file: `schema/operations/${name}.graphql`,
  name,
  text,
});

const { values } = parseArgs({
  options: {
    check: { type: 'boolean', default: false },
    release: { type: 'boolean', default: false },
    usage: { type: 'string' },
  },
});
const passed = await composeSchema({
  checkOnly: values.check,
  release: values.release,
  usage: values.usage,
});
process.exitCode = passed ? 0 : 1;
