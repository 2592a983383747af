// Makes what a secured broker and its clients prove themselves with, into one closed folder, and never
// overwrites what is there. No dependency, runs on Node 20.
// Also a command: node infra/kafka/secrets.mjs --dir … --hosts kafka,kafka.example.go.id
import { randomBytes, X509Certificate } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { join, resolve as absolute } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createAuthority, issueCertificate } from './certificates.mjs';

/** Names in the certificates of the node and of who sets it up: both may do everything. */
export const nodeName = 'kafka';
export const adminName = 'kafka-admin';
const renewBeforeMs = 30 * 86_400_000;
const accessFile = fileURLToPath(new URL('access.json', import.meta.url));

/** Whom the file of access knows, whose passwords are made here. */
export const principalsIn = (file = accessFile) =>
  JSON.parse(readFileSync(file, 'utf8')).principals.map(({ name }) => name);

function authorityIn(dir) {
  const files = [join(dir, 'kafka.ca.pem'), join(dir, 'kafka.ca.key')];
  if (!existsSync(files[0])) {
    const { certificate, key } = createAuthority('Jejaring Kafka');
    writeFileSync(files[1], key, { mode: 0o600 });
    writeFileSync(files[0], certificate, { mode: 0o644 });
  }
  const [certificate, key] = files.map((file) => readFileSync(file, 'utf8'));
  return { certificate, key };
}

function stillServes(file, hosts) {
  if (!existsSync(file)) return false;
  const certificate = new X509Certificate(
    readFileSync(file, 'utf8').replace(/^[^]*?END PRIVATE KEY-+\s*/, ''),
  );
  if (Date.parse(certificate.validTo) - Date.now() < renewBeforeMs) return false;
  return hosts.every((host) =>
    isIP(host) ? certificate.checkIP(host) : certificate.checkHost(host),
  );
}

/** Key and certificate in one file, as Kafka reads a key store in PEM. */
function issueOnce({ dir, file, authority, common, hosts }) {
  const target = join(dir, file);
  if (stillServes(target, hosts)) return;
  const { certificate, key } = issueCertificate({ authority, common, hosts });
  writeFileSync(target, `${key}${certificate}`, { mode: 0o600 });
}

/**
 * Fills `dir`: `kafka.ca.pem` (for every client), `kafka.ca.key` (for nobody), `kafka.node.pem` (the
 * broker), `kafka.admin.pem` (who sets it up), `kafka.<principal>.password`. Certificates that end within a month are made anew.
 */
export function makeSecrets({ dir, hosts, principals = principalsIn() }) {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const authority = authorityIn(dir);
  issueOnce({ dir, file: 'kafka.node.pem', authority, common: nodeName, hosts });
  issueOnce({ dir, file: 'kafka.admin.pem', authority, common: adminName, hosts: [] });
  for (const name of principals) {
    const file = join(dir, `kafka.${name}.password`);
    if (!existsSync(file))
      writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600 });
  }
  return dir;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({
    options: { dir: { type: 'string' }, hosts: { type: 'string', default: 'localhost' } },
  });
  if (!values.dir) {
    console.error('Say where the secrets are to be kept: --dir <directory>');
    process.exitCode = 1;
  } else {
    makeSecrets({ dir: absolute(values.dir), hosts: values.hosts.split(',') });
    console.log(`Secrets are in ${absolute(values.dir)}.`);
  }
}
