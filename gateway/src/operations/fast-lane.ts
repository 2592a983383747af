import type { GraphQLFormattedError } from 'graphql';
import { GraphQLError } from 'graphql';
import type { Accounting } from '../accounting.js';
import type { Admission } from '../admission/admission.js';
import { formatErrors } from '../errors.js';
import type { FormatError } from '../errors.js';
import type { MediaType } from '../front/media-type.js';
import { chooseMediaType, hidesStatus } from '../front/media-type.js';
import type { RequestContext } from '../front/request-context.js';
import type { Executed } from '../execution/compile.js';
import type { Graph } from '../graph/graph.js';
import type { Question } from './answering.js';
import { readVariables, toError } from './answering.js';
import type { FastRequest } from './fast-request.rules.js';
import { readFastRequest } from './fast-request.rules.js';
import type { KnownDocument, KnownOperation } from './known-operation.js';
import { chooseOperation } from './known-operation.js';
import type { OperationBook } from './operation-book.js';

export interface LaneParts {
  graph: Graph;
  operations: OperationBook;
  admission: Admission;
  accounting: Accounting;
  formatError: FormatError;
  answer(question: Question): Promise<Executed>;
}

/** What goes onto the wire. */
export interface Written {
  status: number;
  headers: readonly (readonly [string, string])[];
  body: string | Buffer;
}

/**
 * The short way of operations that are known: no parsing, no validation, no Apollo Server. Who asks,
 * what they may ask and what their variables are is looked at exactly as on the long way, in the same
 * order, and what comes back is the same to the byte.
 */
export class FastLane {
  constructor(private readonly parts: LaneParts) {}

  /** Null when the request has to take the long way. */
  async answer(
    body: unknown,
    accept: string | undefined,
    findContext: () => Promise<RequestContext | null>,
  ): Promise<Written | null> {
    const request = readFastRequest(body);
    const type = chooseMediaType(accept);
    if (request === null || type === null || this.find(request) === null) return null;
    const context = await findContext();
    // While the caller was looked at, the graph may have changed.
    const operation = this.find(request);
    if (context === null || operation === null) return null;
    const settled = await this.settle(operation, request.variables, context);
    return this.write(settled, { operation, context, accept, type });
  }

  /** Whether only an id was sent, and nothing is published under it. */
  isUnknownId(body: unknown): boolean {
    const request = readFastRequest(body);
    return request !== null && request.text === null && this.findDocument(request) === null;
  }

  private find(request: FastRequest): KnownOperation | null {
    const document = this.findDocument(request);
    if (document === null) return null;
    const operation = chooseOperation(document, request.operationName);
    return operation?.operation.operation === 'subscription' ? null : operation;
  }

  private findDocument({ text, id }: FastRequest): KnownDocument | null {
    const { graph, operations } = this.parts;
    const { schema } = graph.current;
    if (id === null) return operations.findText(schema, text ?? '') ?? null;
    // Whoever only names a document may name those that are published; else it would be a way to
    // find out, or to keep, what others ask.
    const published = operations.findPublished(schema, id) ?? null;
    return text === null || published?.text === text ? published : null;
  }

  private async settle(
    operation: KnownOperation,
    given: Readonly<Record<string, unknown>>,
    context: RequestContext,
  ): Promise<Settled> {
    const startedAt = performance.now();
    try {
      const variables = readVariables(operation, given);
      const read = 'coerced' in variables ? variables.coerced : {};
      await this.parts.admission.admit(operation, read, context);
      if ('errors' in variables) return refused(startedAt, variables.errors.map(badInput), 400);
      const executed = await this.parts.answer({ operation, variables: read, context });
      const { data, errors } = executed;
      return { startedAt, data, errors: errors.map(toError), executed, status: 200 };
    } catch (error) {
      return refused(startedAt, [error], 500);
    }
  }

  private write(
    { startedAt, executed, data, errors: causes, status: otherwise }: Settled,
    { operation, context, accept, type }: Asked,
  ): Written {
    const { accounting, formatError } = this.parts;
    const { errors, http } = formatErrors(causes, formatError);
    const account = {
      startedAt,
      operationName: operation.operation.name?.value,
      errors: errors.length,
      refused: data === null,
    };
    const cost = accounting.enter(context, account);
    const status = data === null && hidesStatus(accept, errors) ? 200 : (http.status ?? otherwise);
    return {
      status,
      headers: [...http.headers, ...cost, ['content-type', type]],
      body: executed !== null && errors.length === 0 ? bytesOf(executed) : bodyOf(data, errors),
    };
  }
}

interface Asked {
  operation: KnownOperation;
  context: RequestContext;
  accept: string | undefined;
  type: MediaType;
}

/** How a request ended, before its errors are masked. */
interface Settled {
  startedAt: number;
  executed: Executed | null;
  /** JSON text, or null for a request that was refused. */
  data: string | null;
  errors: readonly unknown[];
  status: number;
}

const refused = (startedAt: number, errors: readonly unknown[], status: number): Settled => ({
  startedAt,
  executed: null,
  data: null,
  errors,
  status,
});

const badInput = (error: GraphQLError): GraphQLError =>
  new GraphQLError(error.message, {
    ...(error.nodes === undefined ? {} : { nodes: error.nodes }),
    extensions: { ...error.extensions, code: 'BAD_USER_INPUT' },
    originalError: error,
  });

// The line break at the end is Apollo Server's.
const bodyOf = (data: string | null, errors: readonly GraphQLFormattedError[]): string => {
  const parts = [
    ...(errors.length > 0 ? [`"errors":${JSON.stringify(errors)}`] : []),
    ...(data === null ? [] : [`"data":${data}`]),
  ];
  return `{${parts.join()}}\n`;
};

// Of an answer that several share, the bytes are made once.
const written = new WeakMap<Executed, Buffer>();

function bytesOf(executed: Executed): Buffer {
  const known = written.get(executed) ?? Buffer.from(bodyOf(executed.data, []));
  written.set(executed, known);
  return known;
}
