import { type PartitionMetadata, Partitioners } from 'kafkajs';

const choose = Partitioners.DefaultPartitioner();
const metadataBySize = new Map<number, PartitionMetadata[]>();

/** The partition of a key, as kafkajs and the Java client choose it: murmur2. */
export function partitionOf(key: string, partitions: number): number {
  return choose({
    topic: '',
    partitionMetadata: metadataFor(partitions),
    message: { key, value: null },
  });
}

/** The partitioner only counts and filters these, but does so for each record. */
function metadataFor(partitions: number): PartitionMetadata[] {
  const known = metadataBySize.get(partitions);
  if (known) return known;
  const alike = { partitionErrorCode: 0, partitionId: 0, leader: 0, replicas: [], isr: [] };
  const metadata = Array.from({ length: partitions }, () => alike);
  metadataBySize.set(partitions, metadata);
  return metadata;
}
