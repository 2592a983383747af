// The settings of a node, as data. No dependency, runs on Node 20.
import { join } from 'node:path';
import { adminName, nodeName } from './secrets.mjs';

const common = {
  'process.roles': 'broker,controller',
  'node.id': 1,
  'controller.listener.names': 'CONTROLLER',
  'auto.create.topics.enable': false,
  'num.partitions': 12,
  'offsets.topic.replication.factor': 1,
  'offsets.topic.num.partitions': 4,
  'transaction.state.log.replication.factor': 1,
  'transaction.state.log.min.isr': 1,
  'transaction.state.log.num.partitions': 4,
  'share.coordinator.state.topic.replication.factor': 1,
  'share.coordinator.state.topic.min.isr': 1,
  // The default waits three seconds for further members: too long for one developer.
  'group.initial.rebalance.delay.ms': 0,
  // After a kill the node is let in again only when its former session has run out: 9 s by default.
  'broker.session.timeout.ms': 2000,
  'broker.heartbeat.interval.ms': 500,
  'num.network.threads': 2,
  'num.io.threads': 2,
  'log.cleaner.dedupe.buffer.size': 4_194_304,
};

const pairs = (entries, separator) =>
  Object.entries(entries)
    .map(([name, value]) => `${name}${separator}${value}`)
    .join(',');

/** Where it listens, by the name of each listener. */
function listenersOn(host, ports) {
  const listeners = Object.entries(ports).map(([name, port]) => [name, `${host}:${port}`]);
  return {
    'controller.quorum.bootstrap.servers': `${host}:${ports.CONTROLLER}`,
    listeners: pairs(Object.fromEntries(listeners), '://'),
    'advertised.listeners': pairs(Object.fromEntries(listeners), '://'),
  };
}

export const plainProperties = ({ data, port, controllerPort }) => ({
  ...common,
  ...listenersOn('127.0.0.1', { PLAINTEXT: port, CONTROLLER: controllerPort }),
  'inter.broker.listener.name': 'PLAINTEXT',
  'listener.security.protocol.map': 'CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT',
  'log.dirs': data,
});

const people = ['SERVICES', 'SUBSCRIBERS'];

/**
 * What makes a node safe, whatever its addresses: machines of the cluster and who sets it up prove
 * themselves by a certificate of our own authority, clients by SCRAM-SHA-512 over TLS, and nobody
 * may do what no rule allows. docker-compose.yml says the same.
 */
export function guards(secrets) {
  const tls = (name, entries) =>
    Object.fromEntries(
      Object.entries(entries).map(([key, value]) => [
        `listener.name.${name.toLowerCase()}.${key}`,
        value,
      ]),
    );
  const ownCertificate = {
    'ssl.keystore.type': 'PEM',
    'ssl.keystore.location': `${secrets}/kafka.node.pem`,
    'ssl.truststore.type': 'PEM',
    'ssl.truststore.location': `${secrets}/kafka.ca.pem`,
  };
  const scram = {
    'scram-sha-512.sasl.jaas.config':
      'org.apache.kafka.common.security.scram.ScramLoginModule required;',
    'sasl.enabled.mechanisms': 'SCRAM-SHA-512',
  };
  return {
    'listener.security.protocol.map':
      'CONTROLLER:SSL,NODES:SSL,SERVICES:SASL_SSL,SUBSCRIBERS:SASL_SSL',
    'inter.broker.listener.name': 'NODES',
    'ssl.enabled.protocols': 'TLSv1.3,TLSv1.2',
    'ssl.principal.mapping.rules': 'DEFAULT',
    ...tls('CONTROLLER', { ...ownCertificate, 'ssl.client.auth': 'required' }),
    ...tls('NODES', { ...ownCertificate, 'ssl.client.auth': 'required' }),
    ...Object.assign({}, ...people.map((name) => tls(name, { ...ownCertificate, ...scram }))),
    'authorizer.class.name': 'org.apache.kafka.metadata.authorizer.StandardAuthorizer',
    'allow.everyone.if.no.acl.found': false,
    'super.users': `User:CN=${nodeName};User:CN=${adminName}`,
  };
}

export const securedProperties = ({ data, secrets, host, ports }) => ({
  ...common,
  ...listenersOn(host, {
    SERVICES: ports.services,
    SUBSCRIBERS: ports.subscribers,
    NODES: ports.nodes,
    CONTROLLER: ports.controller,
  }),
  ...guards(secrets),
  'log.dirs': data,
});

/** A file that Kafka reads; there, the backslash of a Windows path would be taken for an escape. */
export const toProperties = (properties) =>
  `${Object.entries(properties)
    .map(([name, value]) => `${name}=${String(value).replaceAll('\\', '/')}`)
    .join('\n')}\n`;

export const dataIn = (dir) => join(dir, 'data');
