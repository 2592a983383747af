// A certificate authority of one deployment's own, and what it signs; X.509 from Node's crypto alone,
// because neither openssl nor keytool is everywhere. No dependency, runs on Node 20.
import { createHash, generateKeyPairSync, randomBytes, sign, X509Certificate } from 'node:crypto';
import { isIP } from 'node:net';

const oids = {
  ecdsaWithSha256: '1.2.840.10045.4.3.2',
  commonName: '2.5.4.3',
  subjectKeyId: '2.5.29.14',
  keyUsage: '2.5.29.15',
  subjectAltName: '2.5.29.17',
  basicConstraints: '2.5.29.19',
  authorityKeyId: '2.5.29.35',
  extendedKeyUsage: '2.5.29.37',
  serverAuth: '1.3.6.1.5.5.7.3.1',
  clientAuth: '1.3.6.1.5.5.7.3.2',
};
const dayMs = 86_400_000;

function der(tag, ...contents) {
  const content = Buffer.concat(contents);
  const { length } = content;
  if (length < 128) return Buffer.concat([Buffer.from([tag, length]), content]);
  const bytes = Buffer.from(length.toString(16).padStart(length > 255 ? 4 : 2, '0'), 'hex');
  return Buffer.concat([Buffer.from([tag, 0x80 | bytes.length]), bytes, content]);
}

const sequence = (...items) => der(0x30, ...items);
const octets = (content) => der(0x04, content);
const bits = (content, unused = 0) => der(0x03, Buffer.from([unused]), content);
const yes = der(0x01, Buffer.from([0xff]));

function oid(dotted) {
  const [first, second, ...rest] = dotted.split('.').map(Number);
  const bytes = rest.flatMap((arc) => {
    const groups = [arc & 0x7f];
    for (let left = arc >>> 7; left > 0; left >>>= 7) groups.unshift((left & 0x7f) | 0x80);
    return groups;
  });
  return der(0x06, Buffer.from([first * 40 + second, ...bytes]));
}

const time = (date) => der(0x18, Buffer.from(`${date.toISOString().replace(/[-:T]|\.\d+/g, '')}`));
const name = (common) =>
  sequence(der(0x31, sequence(oid(oids.commonName), der(0x0c, Buffer.from(common)))));
const extension = (id, content, critical = false) =>
  sequence(oid(id), ...(critical ? [yes] : []), octets(content));

/** An address as a certificate carries it: IPv4 as four bytes, anything else as a DNS name. */
function altName(host) {
  if (isIP(host) === 6) throw new Error(`${host}: give the broker a name, not an IPv6 address.`);
  return isIP(host) === 4
    ? der(0x87, Buffer.from(host.split('.').map(Number)))
    : der(0x82, Buffer.from(host, 'ascii'));
}

function serialNumber() {
  const bytes = randomBytes(16);
  // A positive number whose first byte is not zero, as DER wants it.
  bytes[0] = (bytes[0] & 0x7f) | 0x40;
  return der(0x02, bytes);
}

const spkiOf = (publicKey) => publicKey.export({ type: 'spki', format: 'der' });
const keyId = (publicKey) => createHash('sha1').update(spkiOf(publicKey)).digest();

function certify({ subject, publicKey, issuer, days, extensions }) {
  const algorithm = sequence(oid(oids.ecdsaWithSha256));
  // An hour back, for machines whose clocks differ.
  const [from, to] = [Date.now() - 3_600_000, Date.now() + days * dayMs].map((ms) => new Date(ms));
  const body = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    serialNumber(),
    algorithm,
    name(issuer.name),
    sequence(time(from), time(to)),
    name(subject),
    spkiOf(publicKey),
    der(0xa3, sequence(...extensions)),
  );
  const certificate = sequence(body, algorithm, bits(sign('sha256', body, issuer.privateKey)));
  return new X509Certificate(certificate).toString();
}

const newKeys = () => generateKeyPairSync('ec', { namedCurve: 'P-256' });
const toPem = (privateKey) => privateKey.export({ type: 'pkcs8', format: 'pem' });

/** A new authority, for ten years: `{ certificate, key }` in PEM. It signs nothing but leaves. */
export function createAuthority(common) {
  const { publicKey, privateKey } = newKeys();
  const certificate = certify({
    subject: common,
    publicKey,
    issuer: { name: common, privateKey },
    days: 3_650,
    extensions: [
      extension(oids.basicConstraints, sequence(yes, der(0x02, Buffer.from([0]))), true),
      // keyCertSign and cRLSign.
      extension(oids.keyUsage, bits(Buffer.from([0x06]), 1), true),
      extension(oids.subjectKeyId, octets(keyId(publicKey))),
    ],
  });
  return { certificate, key: toPem(privateKey) };
}

/** A certificate of a server that is also a client, or (without hosts) of a client alone. */
export function issueCertificate({ authority, common, hosts = [], days = 730 }) {
  const issuer = new X509Certificate(authority.certificate);
  const { publicKey, privateKey } = newKeys();
  const usages = hosts.length > 0 ? [oids.serverAuth, oids.clientAuth] : [oids.clientAuth];
  const certificate = certify({
    subject: common,
    publicKey,
    issuer: { name: issuer.subject.replace(/^CN=/, ''), privateKey: authority.key },
    days,
    extensions: [
      extension(oids.basicConstraints, sequence(), true),
      // digitalSignature.
      extension(oids.keyUsage, bits(Buffer.from([0x80]), 7), true),
      extension(oids.extendedKeyUsage, sequence(...usages.map(oid))),
      extension(oids.subjectKeyId, octets(keyId(publicKey))),
      extension(oids.authorityKeyId, sequence(der(0x80, keyId(issuer.publicKey)))),
      ...(hosts.length > 0
        ? [extension(oids.subjectAltName, sequence(...hosts.map(altName)))]
        : []),
    ],
  });
  return { certificate, key: toPem(privateKey) };
}
