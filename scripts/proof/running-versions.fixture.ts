import type { Consumer } from '@jejaring/chassis/events/inbox';
import { deadLetterTopic, reactTo } from '@jejaring/chassis/events/react';
import { startRelay } from '@jejaring/transports/relay';
import { systemClock } from '@jejaring/chassis/process/clock';
import { createLogger } from '@jejaring/chassis/process/log';
import { createMetrics } from '@jejaring/chassis/process/metrics';
import type { TestDatabase } from '@jejaring/chassis/testing/database';
import { createTestDatabase } from '@jejaring/chassis/testing/database';
import { aNote, Note, noteDatabase, noteKey } from '@jejaring/chassis/testing/note-service';
import { grant } from '@jejaring/chassis/work/migration';
import { systemCaller } from '@jejaring/chassis/work/scope.rules';
import { Database } from '@jejaring/chassis/work/unit-of-work';
import type { EventContract } from '@jejaring/schema/events/contract';
import { redrive } from '@jejaring/upkeep/redrive';
import type { DataSource, MigrationInterface, QueryRunner } from 'typeorm';
import type { Line } from './line.fixture.js';
import type { Counting } from './version-change.fixture.js';
import { place, sayings, topic } from './version-change.fixture.js';

class CreateHeard1764000100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'create table heard (id bigserial primary key, note text not null, number integer not null, place text)',
    );
    await grant(runner, 'heard', ['select', 'insert']);
    await runner.query(`do $$ begin
      execute format('grant usage on heard_id_seq to %I', current_setting('jejaring.app_role'));
    end $$`);
  }

  async down(): Promise<void> {
    throw new Error('Not undone in tests.');
  }
}

const listenersDatabase = {
  ...noteDatabase,
  migrations: [...noteDatabase.migrations, CreateHeard1764000100000],
};

const system = { caller: systemCaller('test'), readOnly: false };
const parts = () => ({
  logger: createLogger('test', 'silent'),
  metrics: createMetrics('test'),
});

/** One service with its database, of which instances of any version run side by side. */
export class Speakers {
  /** What was committed, with the types of the events that say it. */
  readonly said: (Counting & { types: string[] })[] = [];
  private readonly running: { stop(): Promise<void> }[] = [];
  private notes: Note[] = [];

  private constructor(
    private readonly line: Line,
    private readonly home: TestDatabase,
  ) {}

  static async open(line: Line): Promise<Speakers> {
    const transport = line.transport('test');
    await transport.ensureTopics([{ topic, partitions: 3, retentionDays: 30 }]);
    await transport.close();
    const speakers = new Speakers(line, await createTestDatabase(noteDatabase));
    const source = await speakers.home.connect();
    await new Database(source, 'notes', systemClock).inWork(system, async (work) => {
      for (let made = 0; made < 6; made += 1) speakers.notes.push(await aNote(work));
    });
    await source.destroy();
    return speakers;
  }

  async start(version: keyof typeof sayings) {
    const source = await this.home.connect();
    const database = new Database(source, 'notes', systemClock);
    const transport = this.line.transport('notes');
    const relay = startRelay({ databaseUrl: this.home.appUrl, transport, ...parts() });
    database.onPublished(relay.wake);
    const instance = {
      say: async (times: number) => {
        for (let time = 0; time < times; time += 1) await this.count(database, version, time);
      },
      stop: once(async () => {
        await relay.stop();
        await transport.close();
        await source.destroy();
      }),
    };
    this.running.push(instance);
    return instance;
  }

  private async count(database: Database, version: keyof typeof sayings, time: number) {
    const { id: noteId } = this.notes[time % this.notes.length]!;
    const said = await database.inWork(system, async (work) => {
      const row = (await work.lock(Note, { id: noteId }))!;
      await work.update(Note, row, { count: row.count + 1 });
      const one = { noteId: noteKey(noteId), number: row.count + 1 };
      const events: readonly [EventContract, Record<string, unknown>][] = sayings[version](one);
      for (const [said, told] of events) await work.publish(said, { region: place, data: told });
      return { ...one, types: events.map(([{ type }]) => type) };
    });
    this.said.push(said);
  }

  /** Which times of each note were told by events of these types, in order. */
  told(...types: string[]): Map<string, number[]> {
    const heard = this.said.filter((one) => one.types.some((type) => types.includes(type)));
    return numbersOf([...heard].sort((one, other) => one.number - other.number));
  }

  get events(): number {
    return this.said.reduce((sum, { types }) => sum + types.length, 0);
  }

  async stop(): Promise<void> {
    for (const each of this.running) await each.stop();
    await this.home.drop();
  }
}

interface Heard extends Counting {
  place: string | null;
}

/** A service that listens, with its database and its group. */
export class Listeners {
  private readonly running: { stop(): Promise<void> }[] = [];

  private constructor(
    private readonly line: Line,
    private readonly group: string,
    private readonly home: TestDatabase,
    private readonly source: DataSource,
  ) {}

  static async open(line: Line, group: string): Promise<Listeners> {
    const transport = line.transport('test');
    const deadLetters = deadLetterTopic(group);
    await transport.ensureTopics([{ topic: deadLetters, partitions: 1, retentionDays: 30 }]);
    await transport.close();
    const home = await createTestDatabase(listenersDatabase);
    return new Listeners(line, group, home, await home.connect());
  }

  async start(consumers: readonly Consumer[]) {
    const source = await this.home.connect();
    const database = new Database(source, this.group, systemClock);
    const transport = this.line.transport(this.group);
    const react = reactTo({ database, consumers, transport, ...parts() });
    const subscription = await transport.subscribe({ group: this.group, topics: [topic] }, react);
    const instance = {
      stop: once(async () => {
        await subscription.stop();
        await transport.close();
        await source.destroy();
      }),
    };
    this.running.push(instance);
    return instance;
  }

  private rows<Row>(sql: string): Promise<Row[]> {
    const database = new Database(this.source, this.group, systemClock);
    return database.inWork(system, (work) => work.sql<Row>(sql));
  }

  /** In the order of each note. */
  heard = () => this.rows<Heard>('select note as "noteId", number, place from heard order by id');

  /** How many effects it has of each note. */
  numbers = async () => numbersOf(await this.heard());

  parked = async () => {
    const rows = await this.rows<{ reason: string }>('select reason from parked_event order by id');
    return rows.map(({ reason }) => reason);
  };

  /** How many events it is through with, on all keys together: those that it passed over as well. */
  followed = async () => {
    const [row] = await this.rows<{ count: number }>(
      'select coalesce(sum(sequence), 0)::integer as count from inbox_position',
    );
    return row!.count;
  };

  /** How many events it reacted to. */
  reacted = async () =>
    (await this.rows<{ count: number }>('select count(*)::integer as count from inbox'))[0]!.count;

  async redriveAll(consumers: readonly Consumer[]): Promise<void> {
    const database = new Database(this.source, this.group, systemClock);
    const keys = await this.rows<{ key: string }>('select distinct key from parked_event');
    for (const { key } of keys) await redrive(database, consumers, { topic, key });
  }

  async stop(): Promise<void> {
    for (const each of this.running) await each.stop();
    await this.source.destroy();
    await this.home.drop();
  }
}

function numbersOf(countings: readonly Counting[]): Map<string, number[]> {
  const numbers = new Map<string, number[]>();
  for (const { noteId, number } of countings)
    numbers.set(noteId, [...(numbers.get(noteId) ?? []), number]);
  return numbers;
}

/** Whoever stops an instance in its test leaves nothing to stop at the end of it. */
function once(act: () => Promise<void>): () => Promise<void> {
  let acting: Promise<void> | null = null;
  return () => (acting ??= act());
}
