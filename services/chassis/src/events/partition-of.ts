import { Partitioners } from 'kafkajs';

const choose = Partitioners.DefaultPartitioner();

/** The partition of a key, as kafkajs and the Java client choose it: murmur2. */
export function partitionOf(key: string, partitions: number): number {
  const partitionMetadata = Array.from({ length: partitions }, () => ({
    partitionErrorCode: 0,
    partitionId: 0,
    leader: 0,
    replicas: [],
    isr: [],
  }));
  return choose({ topic: '', partitionMetadata, message: { key, value: null } });
}
