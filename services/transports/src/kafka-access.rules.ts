import type { TopicSpec } from './transport.js';

/** The topics of a deployment and who may do what with them, as `infra/kafka/access.json` says. */
export interface KafkaAccess {
  topics: readonly AccessTopic[];
  principals: readonly Principal[];
}

export interface AccessTopic {
  name: string;
  /** Whether subscribers from outside may read it. */
  open?: boolean;
  compacted?: boolean;
  partitions?: number;
}

/** A name that ends with `*` stands for all names that begin so. */
export interface Principal {
  name: string;
  /** Somebody outside, such as a ministry: reads what is open, in groups under its own name. */
  subscriber?: boolean;
  writes?: readonly string[];
  reads: readonly string[];
  groups: readonly string[];
}

/** One permission, as Kafka keeps it. */
export interface Grant {
  principal: string;
  resource: 'TOPIC' | 'GROUP';
  name: string;
  pattern: 'LITERAL' | 'PREFIXED';
  operation: 'READ' | 'WRITE';
}

const usualPartitions = 12;
const retentionDays = 30;

export const specOf = ({
  name,
  compacted,
  partitions = usualPartitions,
}: AccessTopic): TopicSpec =>
  compacted ? { topic: name, partitions, compacted } : { topic: name, partitions, retentionDays };

/** What the principals may do. Kafka lets who reads or writes a topic also see that it is there. */
export const grantsOf = ({ principals }: KafkaAccess): Grant[] =>
  principals.flatMap(({ name: principal, writes = [], reads, groups }) => [
    ...writes.map((name) => grant(principal, 'TOPIC', name, 'WRITE')),
    ...reads.map((name) => grant(principal, 'TOPIC', name, 'READ')),
    ...groups.map((name) => grant(principal, 'GROUP', name, 'READ')),
  ]);

const grant = (
  principal: string,
  resource: Grant['resource'],
  name: string,
  operation: Grant['operation'],
): Grant => {
  const pattern = name.endsWith('*') ? 'PREFIXED' : 'LITERAL';
  return { principal, resource, name: name.replace(/\*$/, ''), pattern, operation };
};

/** Whether what was granted under `pattern` holds for `name`. */
export const covers = (pattern: string, name: string): boolean =>
  pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern;

/** What is wrong with a file of access, in words; nothing when it may be applied. */
export function faultsOf({ topics, principals }: KafkaAccess): string[] {
  const names = principals.map(({ name }) => name);
  return [
    ...names
      .filter((name) => !/^[a-z][a-z0-9-]*$/.test(name))
      .map((name) => `"${name}" is no name`),
    ...names.filter((name, at) => names.indexOf(name) !== at).map((name) => `${name} stands twice`),
    ...principals.flatMap((principal) => [
      ...deadGrants(principal, topics),
      ...(principal.subscriber ? excessOf(principal, topics) : []),
    ]),
  ];
}

/** A name that stands for no topic is a slip of the pen. */
const deadGrants = ({ name, reads, writes = [] }: Principal, topics: readonly AccessTopic[]) =>
  [...reads, ...writes]
    .filter((pattern) => !topics.some((topic) => covers(pattern, topic.name)))
    .map((pattern) => `${name}: no topic is called ${pattern}`);

function excessOf({ name, reads, writes = [], groups }: Principal, topics: readonly AccessTopic[]) {
  const closed = topics.filter(({ open }) => !open);
  return [
    ...writes.map((topic) => `${name}: a subscriber must not write ${topic}`),
    ...reads.flatMap((pattern) =>
      closed
        .filter((topic) => covers(pattern, topic.name))
        .map((topic) => `${name}: ${pattern} holds ${topic.name}, which is closed to subscribers`),
    ),
    ...groups
      .filter((group) => !group.startsWith(`${name}.`))
      .map((group) => `${name}: the group ${group} is not under its own name`),
  ];
}

/** Reads a file of access; one with faults is refused whole. */
export function readAccess(text: string): KafkaAccess {
  const access = JSON.parse(text) as KafkaAccess;
  const faults = faultsOf(access);
  if (faults.length > 0) throw new Error(`The file of access is refused: ${faults.join('; ')}.`);
  return access;
}
