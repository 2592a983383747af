import type { ApolloServerPlugin, GraphQLRequestListener } from '@apollo/server';
import type { Logger } from '@jejaring/chassis/process/log';
import type { GraphQLError, OperationDefinitionNode } from 'graphql';
import type { Requirement } from './access.js';
import { collectRequirements, findRefusal } from './access.js';
import { costOf } from './cost.js';
import { limitExceeded, refusal } from '../errors.js';
import type { GatewayConfig } from '../config.js';
import type { Graph } from '../graph/graph.js';
import { dearestFor, findExcess, most } from './limits.js';
import { countRepeats } from './repeats.rules.js';
import type { GatewayMetrics } from '../metrics.js';
import type { Rates } from './rates.js';
import type { RequestContext } from '../front/request-context.js';
import { readVariables } from '../operations/answering.js';
import type { KnownOperation } from '../operations/known-operation.js';
import { chooseOperation } from '../operations/known-operation.js';
import type { OperationBook } from '../operations/operation-book.js';
import type { Safelist } from './safelist.js';
import { notListed } from './safelist.js';

export interface Admission {
  /** Throws where nothing of this text may even be parsed. */
  look(text: string): void;
  /**
   * Throws a refusal unless this caller may ask this operation with these variables now. They are as
   * the schema reads them, and none where they cannot be read: that is refused later, in other words.
   * Without an address in the context nobody stands at the door, and nothing is paid.
   */
  admit(
    operation: KnownOperation,
    variables: Readonly<Record<string, unknown>>,
    context: RequestContext,
  ): Promise<void> | void;
}

export interface AdmissionParts {
  config: Pick<GatewayConfig, 'mutationFields'>;
  graph: Graph;
  safelist: Safelist;
  rates: Rates;
  metrics: GatewayMetrics;
  log: Logger;
}

type Step = {
  outcome: 'limit' | 'unlisted' | 'access' | 'cost' | 'rate';
  refusal: GraphQLError;
} | null;

/**
 * What may pass, in the order of the law: how large it is, whether it is listed, whether it is this
 * caller's to ask, what it costs, and what the caller has left. Nothing is planned before.
 */
export function createAdmission(parts: AdmissionParts): Admission {
  const { metrics, safelist } = parts;
  return {
    look(text) {
      safelist.refuseUnlisted(text);
      const repeats = countRepeats(text, most.tokens);
      if (repeats <= most.repeats) return;
      metrics.refusals.inc({ outcome: 'limit' });
      throw limitExceeded('repeats', most.repeats, repeats);
    },
    admit(known, variables, context) {
      const refused =
        exceedLimits(known, context, parts) ??
        missOnList(known, context, parts) ??
        lackAccess(known, context, parts) ??
        exceedCost(known, variables, context, parts);
      if (refused === null) return noteUse(known, context, parts);
      metrics.refusals.inc({ outcome: refused.outcome });
      throw refused.refusal;
    },
  };
}

function exceedLimits(
  known: KnownOperation,
  { caller }: RequestContext,
  { config }: AdmissionParts,
): Step {
  const excess = findExcess(known, caller.role, config.mutationFields);
  if (excess === null) return null;
  const { limit, allowed, asked } = excess;
  return { outcome: 'limit', refusal: limitExceeded(limit, allowed, asked) };
}

function missOnList(
  known: KnownOperation,
  { requestId }: RequestContext,
  { safelist, metrics, log }: AdmissionParts,
): Step {
  if (safelist.mode === 'off' || safelist.lists(known)) return null;
  if (safelist.mode === 'enforce') return { outcome: 'unlisted', refusal: notListed() };
  metrics.refusals.inc({ outcome: 'unlisted-passed' });
  log.info({ document: known.id, requestId }, 'answered an operation that is not listed');
  return null;
}

// Operations are kept parsed, so each is walked once per version of the graph.
const required = new WeakMap<KnownOperation, readonly Requirement[]>();

function lackAccess(
  known: KnownOperation,
  { caller }: RequestContext,
  { graph }: AdmissionParts,
): Step {
  const { schema, document, operation } = known;
  const requirements =
    required.get(known) ?? collectRequirements(graph.rulesOf(schema), schema, document, operation);
  required.set(known, requirements);
  const refused = findRefusal(requirements, caller.role);
  return refused === null
    ? null
    : { outcome: 'access', refusal: accessRefused(refused, caller.role) };
}

function accessRefused({ coordinate }: Requirement, role: string): GraphQLError {
  if (role === 'PUBLIC')
    return refusal('UNAUTHENTICATED', 401, `Sign in to ask ${coordinate}.`, { coordinate });
  return refusal('FORBIDDEN', 403, `The role ${role} may not ask ${coordinate}.`, { coordinate });
}

function exceedCost(
  known: KnownOperation,
  variables: Readonly<Record<string, unknown>>,
  context: RequestContext,
  { graph, safelist, rates }: AdmissionParts,
): Step {
  const cost = costOf(graph.versionOf(known.schema).costs, known, variables);
  const allowed = dearestFor(context.caller.role, safelist.lists(known));
  if (cost > allowed)
    return { outcome: 'cost', refusal: limitExceeded('cost', allowed, Math.ceil(cost)) };
  const paid = rates.pay(context, Math.max(1, cost));
  if (paid === null) return null;
  context.rate = paid;
  return paid.refusal === null ? null : { outcome: 'rate', refusal: paid.refusal };
}

const unlisted = { operation: 'other', document: 'unlisted' } as const;

interface Use {
  document: string | null;
  counted: { inc(): void };
}

// Found once for each operation, until it is listed as another document.
const uses = new WeakMap<KnownOperation, Use>();

/** Counts by document, from which the check of the schema knows what of the graph is used. */
function noteUse(
  known: KnownOperation,
  { address }: RequestContext,
  { safelist, metrics }: AdmissionParts,
): void {
  // A subscription that goes on in a changed graph was counted when it began.
  if (address === undefined) return;
  const document = safelist.listedAs(known);
  let use = uses.get(known);
  if (use?.document !== document) {
    const operation = known.operation.name?.value ?? 'unnamed';
    const labels = document === null ? unlisted : { operation, document };
    use = { document, counted: metrics.asked.labels(labels) };
    uses.set(known, use);
  }
  use.counted.inc();
}

/** Enters into the book what Apollo Server found valid, and lets admission look at it. */
export function admitting(
  admission: Admission,
  book: OperationBook,
): ApolloServerPlugin<RequestContext> {
  const listener: GraphQLRequestListener<RequestContext> = {
    async didResolveOperation(asked) {
      const { schema, queryHash, source, document, request, contextValue } = asked;
      requireOperation(asked.operation);
      const entered = book.enter(schema, { id: queryHash, text: source, document });
      const known = chooseOperation(entered, request.operationName)!;
      const variables = readVariables(known, request.variables);
      const read = 'coerced' in variables ? variables.coerced : {};
      await admission.admit(known, read, contextValue);
    },
  };
  return { requestDidStart: async () => listener };
}

function requireOperation(
  operation: OperationDefinitionNode | undefined | null,
): OperationDefinitionNode {
  if (!operation) {
    throw refusal(
      'BAD_USER_INPUT',
      400,
      'The document has no operation of this name, or several and no name.',
    );
  }
  if (operation.operation === 'subscription') {
    throw refusal(
      'BAD_USER_INPUT',
      400,
      'Subscriptions are served at /graphql/stream and over WebSocket.',
    );
  }
  return operation;
}
