import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { databases, services, withKeyRing } from './processes.mjs';
import { Trouble } from './progress.mjs';

/** Makes the secrets of a development stack at its first start; nobody else may read them. */
export function ensureSecrets(dir) {
  const folder = path.join(dir, 'keys');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  const file = (name) => path.join(folder, name);
  const files = {
    gatewayPrivateKey: file('gateway.private.pem'),
    gatewayPublicKey: file('gateway.public.pem'),
    // One key-encryption key per service: who has one opens what one service closes, and no more.
    keks: Object.fromEntries(withKeyRing.map((service) => [service, file(`${service}.kek.json`)])),
    identityKeys: file('identity.jwks.json'),
    filesKey: file('files.key'),
    // One key per service: none can seal for another.
    auditKeys: Object.fromEntries(
      services.map((service) => [service, file(`${service}.audit.private.pem`)]),
    ),
  };
  ensureGatewayKeys(files);
  for (const ring of Object.values(files.keks)) {
    if (!existsSync(ring)) writeSecret(ring, keyRing());
  }
  for (const key of Object.values(files.auditKeys)) {
    if (!existsSync(key)) writeSecret(key, signingKey());
  }
  if (!existsSync(files.filesKey)) writeSecret(files.filesKey, randomBytes(32).toString('base64'));
  const passwords = file('database-passwords.json');
  return { files, passwords: ensurePasswords(passwords) };
}

function ensureGatewayKeys({ gatewayPrivateKey, gatewayPublicKey }) {
  if (existsSync(gatewayPrivateKey) && existsSync(gatewayPublicKey)) return;
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  writeSecret(gatewayPrivateKey, privateKey.export({ type: 'pkcs8', format: 'pem' }));
  writeSecret(gatewayPublicKey, publicKey.export({ type: 'spki', format: 'pem' }));
}

function signingKey() {
  return generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' });
}

function keyRing() {
  const keys = { k1: randomBytes(32).toString('base64') };
  return JSON.stringify({ current: 'k1', keys }, null, 2);
}

/** A stack of an earlier version keeps its passwords and gets those that it lacks. */
function ensurePasswords(file) {
  const password = () => randomBytes(24).toString('hex');
  const pairs = databases.map((name) => [name, { owner: password(), app: password() }]);
  const logs = { event_log: password(), event_log_reader: password() };
  const fresh = { ...Object.fromEntries(pairs), ...logs };
  const known = existsSync(file) ? readJson(file) : {};
  const missing = Object.keys(fresh).some((name) => known[name] === undefined);
  const passwords = { ...fresh, ...known };
  if (missing) writeSecret(file, JSON.stringify(passwords, null, 2));
  return passwords;
}

/** Renames a finished file into place, so that a kill never leaves half a secret. */
function writeSecret(file, content) {
  writeFileSync(`${file}.new`, content, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    throw new Trouble(`${file} cannot be read; begin anew with npm run reset.`);
  }
}
