import { describe, expect, test } from '@jest/globals';
import { setImmediate as turn } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import type { EventEar } from '../events/ear.js';
import { readEvent } from '../events/heard-event.js';
import { History } from '../events/history.js';
import { aRecord } from '../events/record.fixture.js';
import type { Executed } from '../execution/compile.js';
import { feedOf } from './feeds.rules.js';
import type { Commons } from './group.js';
import { Group } from './group.js';
import type { LiveOperation } from './live-operation.js';
import type { Sink } from './member.js';
import type { Message } from './message.js';
import { Turns } from './turns.js';

const type = 'organizations.organization.suspended.v1';
const topic = 'jejaring.organizations';

/** A group over a history of its own, whose answers come when the test says so. */
function openGroup() {
  const history = new History();
  history.begin([{ topic, partition: 0, first: '0', next: '0' }]);
  const answers: (() => void)[] = [];
  const execute = () =>
    new Promise<Executed>((resolve) => {
      answers.push(() => resolve({ data: '{}', errors: [] }));
    });
  const operation = {
    version: { sources: new Map() },
    known: { id: 'known' },
    variables: {},
    fieldName: 'domainEvents',
    feed: { ...feedOf('domainEvents'), topics: [topic] },
    given: { types: [type] },
    compiled: { execute },
    alone: true,
    chosenBy: '',
  } as unknown as LiveOperation;
  const commons = {
    ear: { history } as unknown as EventEar,
    formatError: (error: unknown) => error,
    metrics: { liveMessages: { inc: () => undefined } },
    log: console,
    budgetMs: 1_000,
    answers: new Turns(64),
    messages: new LRUCache({ max: 10 }),
    trails: new LRUCache({ max: 10 }),
    lately: new LRUCache({ max: 10 }),
    seenLately: new LRUCache({ max: 10 }),
  } as unknown as Commons;
  const caller = { id: 's', role: 'SYSTEM_SUBSCRIBER', region: '', organizationId: null } as never;
  const group = new Group(
    { operation, request: { query: '', operationName: null, variables: {} }, caller, commons },
    () => undefined,
  );
  let offset = 0;
  return {
    group,
    say() {
      const record = aRecord(type, { offset: String(offset) });
      offset += 1;
      history.add(record, readEvent(record));
      group.wake();
    },
    /** Answers what was asked last, and leaves what was asked before it. */
    async answerNewest() {
      await turn();
      for (const answer of answers.splice(1)) answer();
      await turn();
    },
    async answerAll() {
      for (let round = 0; round < 20; round += 1) {
        await turn();
        for (const answer of answers.splice(0)) answer();
      }
    },
  };
}

/** What a subscriber was told, in short. */
class Listening implements Sink {
  readonly told: string[] = [];

  send({ text }: Message): boolean {
    const { extensions } = JSON.parse(text) as { extensions: { gap?: { reason: string } } };
    this.told.push(extensions.gap?.reason ?? 'event');
    return true;
  }

  onDrain(): void {}
  beat(): void {}
  end(): void {}
}

describe('a group that is told while it is telling', () => {
  test('says that events are not heard, and are again, after what it has begun', async () => {
    const { group, say, answerNewest, answerAll } = openGroup();
    const listening = new Listening();
    group.join(listening, null, () => undefined);
    say();
    await turn();

    group.tellOfSource('SOURCE_AWAY');
    group.tellOfSource('SOURCE_BACK');
    await answerNewest();
    await answerAll();

    expect(listening.told).toEqual(['event', 'SOURCE_AWAY', 'SOURCE_BACK']);
  });

  test('says so between two events, where it was', async () => {
    const { group, say, answerAll } = openGroup();
    const listening = new Listening();
    group.join(listening, null, () => undefined);

    group.tellOfSource('SOURCE_AWAY');
    await answerAll();
    say();
    await answerAll();

    expect(listening.told).toEqual(['SOURCE_AWAY', 'event']);
  });

  test('does not tell those who came after it', async () => {
    const { group, answerAll } = openGroup();
    const [early, late] = [new Listening(), new Listening()];
    group.join(early, null, () => undefined);

    group.tellOfSource('SOURCE_AWAY');
    await turn();
    group.join(late, null, () => undefined);
    await answerAll();

    expect([early.told, late.told]).toEqual([['SOURCE_AWAY'], []]);
  });
});
