import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { kafkaReader } from '@jejaring/transports/kafka-reader';
import { kafkaTransport } from '@jejaring/transports/kafka-transport';
import { logReader } from '@jejaring/transports/log-reader';
import { logTransport } from '@jejaring/transports/log-transport';
import type { EventReader } from '@jejaring/transports/reader';
import { ownBroker } from '@jejaring/transports/testing/own-broker.fixture';
import type { EventTransport } from '@jejaring/transports/transport';
import pg from 'pg';

/** A log or a broker of a test's own, to which any number of processes may be connected. */
export interface Line {
  transport(name: string): EventTransport;
  reader(name: string): EventReader;
  close(): Promise<void>;
}

export async function openLog(): Promise<Line> {
  const name = `log_${randomBytes(6).toString('hex')}`;
  const url = new URL(process.env['JEJARING_TEST_POSTGRES_URL']!);
  await asAdmin(`create database ${name}`);
  url.pathname = `/${name}`;
  return {
    transport: () => logTransport({ url: url.href }),
    reader: () => logReader({ url: url.href }),
    close: () => asAdmin(`drop database ${name} with (force)`),
  };
}

async function asAdmin(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: process.env['JEJARING_TEST_POSTGRES_URL'] });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

export async function openKafka(): Promise<Line> {
  const { brokers, close } = await ownBroker();
  return {
    transport: (clientId) => kafkaTransport({ brokers, clientId }),
    reader: (clientId) => kafkaReader({ brokers, clientId }),
    close,
  };
}

export async function until(what: string, isSo: () => boolean | Promise<boolean>): Promise<void> {
  const giveUpAt = Date.now() + 90_000;
  while (!(await isSo())) {
    if (Date.now() > giveUpAt) throw new Error(`It did not happen: ${what}`);
    await pause(50);
  }
}
