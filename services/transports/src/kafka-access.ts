import type { AclEntry, Admin, Kafka } from 'kafkajs';
import kafkajs, { Kafka as KafkaClient, logLevel } from 'kafkajs';
import type { Grant, KafkaAccess } from './kafka-access.rules.js';
import { grantsOf, specOf } from './kafka-access.rules.js';
import { withAdmin } from './kafka-admin.js';
import { createMissing } from './kafka-transport.js';
import { calmIdleTimer } from './kafkajs-idle-timer.js';
import type { AdminAddress } from './kafka-users.js';
import { setUsers } from './kafka-users.js';
import { untilKnown } from './until-known.js';

// Node does not see these exports of kafkajs by name.
const { AclOperationTypes, AclPermissionTypes, AclResourceTypes, ResourcePatternTypes } = kafkajs;

export interface AppliedAccess {
  topics: string[];
  granted: string[];
  withdrawn: string[];
  users: { set: string[]; removed: string[] };
}

export interface AccessOptions {
  address: AdminAddress;
  /** Passwords by principal; null leaves the users to somebody else. */
  passwords: ReadonlyMap<string, string> | null;
  /** Copies of each partition of the topics made here. */
  replicas: number;
}

/**
 * Makes a cluster's topics, permissions and users be what the file says. Permissions come before
 * users, so that nobody who signs in for the first time may do more than is written; what the file
 * no longer has is taken away.
 */
export async function applyAccess(
  access: KafkaAccess,
  { address, passwords, replicas }: AccessOptions,
): Promise<AppliedAccess> {
  calmIdleTimer();
  const { topics, granted, withdrawn } = await withAdmin(connectAs(address), async (admin) => ({
    topics: await createMissing(admin, access.topics.map(specOf), replicas),
    ...(await applyGrants(admin, grantsOf(access))),
  }));
  const users = passwords === null ? { set: [], removed: [] } : await setUsers(address, passwords);
  return { topics, granted, withdrawn, users };
}

function connectAs({ host, port, ca, certificate }: AdminAddress): Kafka {
  return new KafkaClient({
    brokers: [`${host}:${port}`],
    clientId: 'kafka-access',
    ssl: { ca: [ca], cert: certificate, key: certificate },
    connectionTimeout: 10_000,
    logLevel: logLevel.NOTHING,
  });
}

const resources = { TOPIC: AclResourceTypes.TOPIC, GROUP: AclResourceTypes.GROUP };
const patterns = {
  LITERAL: ResourcePatternTypes.LITERAL,
  PREFIXED: ResourcePatternTypes.PREFIXED,
};
const operations = { READ: AclOperationTypes.READ, WRITE: AclOperationTypes.WRITE };

const toAcl = ({ principal, resource, name, pattern, operation }: Grant): AclEntry => ({
  principal: `User:${principal}`,
  host: '*',
  resourceType: resources[resource],
  resourceName: name,
  resourcePatternType: patterns[pattern],
  operation: operations[operation],
  permissionType: AclPermissionTypes.ALLOW,
});

const everything = {
  resourceType: AclResourceTypes.ANY,
  resourcePatternType: ResourcePatternTypes.ANY,
  operation: AclOperationTypes.ANY,
  permissionType: AclPermissionTypes.ANY,
};

const identityOf = (acl: AclEntry) =>
  [
    acl.principal,
    acl.host,
    acl.resourceType,
    acl.resourceName,
    acl.resourcePatternType,
    acl.operation,
    acl.permissionType,
  ].join(' ');

const nameIn = (names: object, value: number) =>
  Object.entries(names).find(([, each]) => each === value)?.[0] ?? 'UNKNOWN';

const wordsOf = (acl: AclEntry) =>
  [
    acl.principal,
    nameIn(AclPermissionTypes, acl.permissionType),
    nameIn(AclOperationTypes, acl.operation),
    nameIn(AclResourceTypes, acl.resourceType),
    `${acl.resourceName}${acl.resourcePatternType === ResourcePatternTypes.PREFIXED ? '*' : ''}`,
  ].join(' ');

/** What stands there and is not wanted goes, whoever gave it. */
async function applyGrants(admin: Admin, grants: readonly Grant[]) {
  const wanted = grants.map(toAcl);
  const { missing, excess } = await differenceTo(admin, wanted);
  if (missing.length > 0) await admin.createAcls({ acl: missing });
  if (excess.length > 0) await admin.deleteAcls({ filters: excess });
  await untilKnown(async () => {
    const left = await differenceTo(admin, wanted);
    return left.missing.length + left.excess.length === 0;
  });
  return { granted: missing.map(wordsOf), withdrawn: excess.map(wordsOf) };
}

async function differenceTo(admin: Admin, wanted: readonly AclEntry[]) {
  const { resources: found } = await admin.describeAcls(everything);
  const present = found.flatMap(({ acls, ...resource }) =>
    acls.map((acl) => ({ ...resource, ...acl })),
  );
  const [has, wants] = [present, wanted].map((acls) => new Set(acls.map(identityOf)));
  return {
    missing: wanted.filter((acl) => !has!.has(identityOf(acl))),
    excess: present.filter((acl) => !wants!.has(identityOf(acl))),
  };
}
