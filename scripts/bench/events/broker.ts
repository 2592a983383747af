import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findKafkaTools, freePorts, installKafka, startBroker, stateDir } from '#machinery';
import { kafkaTransport } from '@jejaring/transports/kafka-transport';
import type { EventTransport } from '@jejaring/transports/transport';

export interface Kafka {
  connect(): EventTransport;
  stop(): Promise<void>;
}

/** A real single-node Apache Kafka, or what is missing for one. */
export async function openKafka(): Promise<Kafka | { missing: string }> {
  const { missing } = findKafkaTools();
  if (missing !== null) return { missing };
  const { libs } = await installKafka({ dir: path.join(stateDir, 'kafka') });
  const dir = await mkdtemp(path.join(tmpdir(), 'jejaring-kafka-'));
  const { kafka: port, kafkaController: controllerPort } = await freePorts();
  const broker = await startBroker({ dir, libs, port, controllerPort });
  return {
    connect: () => kafkaTransport({ brokers: broker.brokers, clientId: 'bench' }),
    async stop() {
      await broker.stop();
      await rm(dir, { recursive: true, force: true });
    },
  };
}
