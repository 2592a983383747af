import { parentPort, workerData } from 'node:worker_threads';
import { operationFromDocument, Supergraph } from '@apollo/federation-internals';
import { QueryPlanner } from '@apollo/query-planner';
import { parse, printSchema } from 'graphql';

// Runs in a thread of its own and imports nothing of ours, so that a test can run it as it is written.

/** Null asks for the facts of the supergraph, anything else for a plan. */
export type Question = { text: string; operationName: string | undefined } | null;

/** The answer as JSON, which is cheaper to hand over than its many objects; or why there is none. */
export type Reply = { json: string } | { failed: string };

/** What the gateway needs to know of a supergraph besides its text. */
export interface SupergraphFacts {
  /** SDL of what callers may ask. */
  apiSchema: string;
  services: string[];
}

const { supergraphSdl } = workerData as { supergraphSdl: string };
const supergraph = Supergraph.build(supergraphSdl, { validateSupergraph: false });
const schema = supergraph.apiSchema();
// The caller's fragments would reach the services as such, and requests with them are not put together.
const planner = new QueryPlanner(supergraph, { reuseQueryFragments: false });

/** Throws when the supergraph is not valid. */
function describe(): SupergraphFacts {
  Supergraph.build(supergraphSdl, { validateSupergraph: true });
  return {
    apiSchema: printSchema(schema.toGraphQLJSSchema()),
    services: supergraph.subgraphsMetadata().map(({ name }) => name),
  };
}

function plan(text: string, operationName: string | undefined): object {
  const document = parse(text, { noLocation: true });
  const named = operationName === undefined ? {} : { operationName };
  return planner.buildQueryPlan(operationFromDocument(schema, document, named));
}

function answer(question: Question): Reply {
  try {
    const found = question === null ? describe() : plan(question.text, question.operationName);
    return { json: JSON.stringify(found) };
  } catch (error) {
    return { failed: error instanceof Error ? error.message : String(error) };
  }
}

parentPort?.on('message', (question: Question) => parentPort?.postMessage(answer(question)));
parentPort?.postMessage('ready');
