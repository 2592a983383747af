// Follows topics of Jejaring. Node 24 runs it as it is: node consumer.ts
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import process from 'node:process';
import kafkajs from 'kafkajs';

const { Kafka, logLevel } = kafkajs;

interface Event {
  id: string;
  type: string;
  key: string;
  epoch: number;
  sequence: number;
  data: unknown;
}

/** How far each key was followed, and what was done. Keep both in one database with your effects. */
class Journal {
  private readonly ids = new Set<string>();
  private readonly positions = new Map<string, { epoch: number; sequence: number }>();

  private readonly file: string;

  constructor(file: string) {
    this.file = file;
    if (!existsSync(file)) return;
    for (const line of readFileSync(file, 'utf8').split('\n').filter(Boolean)) {
      const [id, key, epoch, sequence] = line.split('\t') as [string, string, string, string];
      this.remember({ id, key, epoch: Number(epoch), sequence: Number(sequence) });
    }
  }

  judge({ id, key, epoch, sequence }: Event): 'next' | 'double' | 'gap' {
    const last = this.positions.get(key);
    if (this.ids.has(id)) return 'double';
    // Heard for the first time, or the service was restored from a backup: take it as it is.
    if (last === undefined || epoch > last.epoch) return 'next';
    if (epoch < last.epoch || sequence <= last.sequence) return 'double';
    return sequence === last.sequence + 1 ? 'next' : 'gap';
  }

  /** The effect and the position are one write: after a crash neither is without the other. */
  apply(event: Event): void {
    const { id, key, epoch, sequence, type } = event;
    appendFileSync(this.file, `${[id, key, epoch, sequence, type].join('\t')}\n`, { flush: true });
    this.remember(event);
  }

  private remember({ id, key, epoch, sequence }: Pick<Event, 'id' | 'key' | 'epoch' | 'sequence'>) {
    this.ids.add(id);
    this.positions.set(key, { epoch, sequence });
  }
}

const variable = (name: string): string => {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set.`);
  return value;
};

const journal = new Journal(variable('JOURNAL'));
const kafka = new Kafka({
  brokers: variable('KAFKA_BROKERS').split(','),
  clientId: variable('KAFKA_USERNAME'),
  ssl: { ca: [readFileSync(variable('KAFKA_CA_FILE'), 'utf8')] },
  sasl: {
    mechanism: 'scram-sha-512',
    username: variable('KAFKA_USERNAME'),
    password: readFileSync(variable('KAFKA_PASSWORD_FILE'), 'utf8').trim(),
  },
  logLevel: logLevel.ERROR,
});
const consumer = kafka.consumer({ groupId: variable('KAFKA_GROUP') });

await consumer.connect();
await consumer.subscribe({ topics: variable('KAFKA_TOPICS').split(','), fromBeginning: true });
await consumer.run({
  // An offset is committed after its effect, never before: what is lost in between comes again.
  autoCommit: false,
  eachMessage: async ({ topic, partition, message }) => {
    const header = (name: string) => String(message.headers?.[name] ?? '');
    const event: Event = {
      id: header('ce_id'),
      type: header('ce_type'),
      key: String(message.key),
      epoch: Number(header('ce_epoch')),
      sequence: Number(header('ce_sequence')),
      data: JSON.parse(String(message.value)),
    };
    const verdict = journal.judge(event);
    // After a gap, take the state of the key from the snapshot topic; see docs/subscribe-kafka.md.
    if (verdict === 'gap') console.error(`gap before ${event.key} ${event.sequence}`);
    if (verdict !== 'double') journal.apply(event);
    await consumer.commitOffsets([
      { topic, partition, offset: String(BigInt(message.offset) + 1n) },
    ]);
  },
});
for (const signal of ['SIGTERM', 'SIGINT'])
  process.once(signal, () => void consumer.disconnect().then(() => process.exit(0)));
