import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { buildSchema, parse } from 'graphql';
import type { RequestContext } from '../front/request-context.js';
import type { Executed } from '../execution/compile.js';
import type { Question } from './answering.js';
import { describeDocument, documentId } from './known-operation.js';
import { Sharing } from './sharing.js';

const schemas = [0, 1].map(() =>
  buildSchema('type Query { open(n: Int): Int guarded: Int } type Mutation { change: Int }'),
);
const texts = ['query ($n: Int) { open(n: $n) }', '{ guarded }', 'mutation { change }'];
const operations = schemas.map((schema) =>
  texts.map(
    (text) =>
      describeDocument(schema, { id: documentId(text), text, document: parse(text) })
        .operations[0]!,
  ),
);
const isGuarded = ({ operation: { text } }: Question) => text.includes('guarded');
const isMutation = ({ operation: { text } }: Question) => text.includes('mutation');

interface Asked {
  version: number;
  text: number;
  n: number;
  who: Record<string, unknown>;
  at: number;
}

const question = ({ version, text, n, who, at }: Asked, place: number): Question => ({
  operation: operations[version]![text]!,
  variables: { n },
  context: {
    caller: { id: 'ana', role: 'KT_OFFICER', region: '32', ...who, requestId: `r${place}` },
    deadlineAt: at + 5_000,
  } as unknown as RequestContext,
});

/** What of a question may be seen in its answer: all of it but the id of the request. */
const meant = ({ operation: { schema, id }, variables, context }: Question): string =>
  JSON.stringify([
    schemas.indexOf(schema),
    id,
    variables,
    { ...context.caller, requestId: undefined },
  ]);

interface Execution {
  question: Question;
  begunAt: number;
  end(outcome: 'answered' | 'failed'): void;
}

/** A run in which the executions end when the test says so. */
class Run {
  readonly executions: Execution[] = [];
  shared = 0;
  private readonly sharing = new Sharing({
    mayShare: (operation) => !isGuarded({ operation } as Question),
    joinsWithinMs: 500,
    metrics: { shared: { inc: () => (this.shared += 1) } as never },
  });
  moment = 0;

  ask(asked: Question): Promise<Executed> {
    const begunAt = (this.moment += 1);
    return this.sharing.answer(asked, (executed) => {
      return new Promise((resolve, reject) => {
        const answer = { data: meant(executed), errors: [], begunAt } as unknown as Executed;
        this.executions.push({
          question: executed,
          begunAt,
          end: (outcome) =>
            outcome === 'failed' ? reject(new Error(String(begunAt))) : resolve(answer),
        });
      });
    });
  }
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

const who = fc.oneof(
  fc.constant({}),
  fc.constantFrom(
    { id: 'budi' },
    { role: 'KT_MEMBER' },
    { region: '33' },
    { region: null },
    { organizationId: 'o' },
    { officeId: 'f' },
    { purpose: 'SUPERVISION' },
    { assurance: 'MULTI_FACTOR' },
    { addedOneDay: 'x' },
  ),
);
const step = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      version: fc.nat(1),
      text: fc.constantFrom(0, 0, 0, 1, 2),
      n: fc.nat(1),
      who,
      later: fc.constantFrom(0, 10, 600),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      end: fc.nat(),
      outcome: fc.constantFrom('answered' as const, 'failed' as const),
    }),
  },
);

describe('questions that are asked at the same time', () => {
  test('share one execution when they are equal', async () => {
    const run = new Run();
    const asked = [1, 2, 3].map((place) =>
      run.ask(question({ version: 0, text: 0, n: 1, who: {}, at: 0 }, place)),
    );

    expect(run.executions).toHaveLength(1);
    run.executions[0]!.end('answered');

    const [first, ...others] = await Promise.all(asked);
    expect(others).toEqual([first, first]);
    expect(run.shared).toBe(2);
  });

  test('are executed anew when the one before has failed', async () => {
    const run = new Run();
    const equal = { version: 0, text: 0, n: 1, who: {}, at: 0 };
    const failing = Promise.allSettled([run.ask(question(equal, 1)), run.ask(question(equal, 2))]);
    run.executions[0]!.end('failed');
    expect((await failing).map(({ status }) => status)).toEqual(['rejected', 'rejected']);

    void run.ask(question(equal, 3));

    expect(run.executions).toHaveLength(2);
  });

  test('do not wait for one that has much less time left', () => {
    const run = new Run();
    void run.ask(question({ version: 0, text: 0, n: 1, who: {}, at: 0 }, 1));

    void run.ask(question({ version: 0, text: 0, n: 1, who: {}, at: 501 }, 2));

    expect(run.executions).toHaveLength(2);
  });

  test('never cross rights, in whatever order they come and end', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
        const run = new Run();
        const answers: { asked: Question; changedAt: number; answer: Promise<Executed> }[] = [];
        let at = 0;
        // The moment of the last change that somebody has the answer to.
        let changedAt = 0;
        const ended = new Set<object>();
        for (const one of steps) {
          if ('end' in one) {
            const execution = run.executions[one.end % Math.max(run.executions.length, 1)];
            execution?.end(one.outcome);
            await settled();
            // What has ended already ends nothing anew.
            if (execution && isMutation(execution.question) && !ended.has(execution))
              changedAt = run.moment;
            if (execution) ended.add(execution);
            continue;
          }
          at += one.later;
          const asked = question({ ...one, at }, answers.length);
          const executions = run.executions.length;
          const answer = run.ask(asked);
          answers.push({ asked, changedAt, answer });
          answer.catch(() => undefined);
          const began = run.executions.length > executions;
          if (isMutation(asked) || isGuarded(asked)) expect(began).toBe(true);
        }
        for (const execution of run.executions) execution.end('answered');
        for (const asking of answers) {
          const [end] = await Promise.allSettled([asking.answer]);
          if (end.status === 'rejected') continue;
          const given = end.value as Executed & { begunAt: number };
          expect(given.data).toBe(meant(asking.asked));
          expect(given.begunAt).toBeGreaterThan(asking.changedAt);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('see every change that was answered before they were asked', async () => {
    const run = new Run();
    const read = { version: 0, text: 0, n: 1, who: {}, at: 0 };
    void run.ask(question(read, 1));
    const change = run.ask(question({ ...read, text: 2, who: { id: 'budi' } }, 2));
    run.executions[1]!.end('answered');
    await change;

    void run.ask(question(read, 3));

    expect(run.executions).toHaveLength(3);
  });
});
