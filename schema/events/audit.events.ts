import { Type } from '@sinclair/typebox';
import { contract, count, data, oneOf } from './contract.js';

const services = ['organizations', 'welfare-cases', 'training', 'awards'] as const;
const hash = (description: string) => Type.String({ pattern: '^[0-9a-f]{64}$', description });
const place = (description: string) => Type.Integer({ minimum: 1, description });

const seal = <const Chains extends readonly string[]>(chains: Chains) => ({
  chain: oneOf(chains, 'The service whose chain it is.'),
  epoch: place('Raised when the service was restored from a backup.'),
  number: place('1, 2, 3 and so on, without a gap.'),
  firstSeq: place('Place of the first entry in the chain.'),
  lastSeq: place('Place of the last entry in the chain.'),
  entries: count('How many entries are under the seal.'),
  root: hash('SHA-256 over the root before and the Merkle root of the entries, in hexadecimal.'),
  previousRoot: hash('The root of the seal before; 64 zeros for the first.'),
  sealedAt: Type.String({ format: 'date-time', description: 'When it was sealed.' }),
  signature: Type.String({
    pattern: '^[A-Za-z0-9+/]{86}==$',
    description: 'Ed25519 over the statement, base64.',
  }),
  keyId: Type.String({ pattern: '^[0-9a-f]{16}$', description: 'The key that signed.' }),
});

const sealed = <const Chains extends readonly string[]>(chains: Chains, service: Chains[number]) =>
  contract({
    type: `${service}.audit.sealed.v1`,
    channel: 'audit',
    description:
      'Entries of the audit were sealed; who keeps these events can tell later whether the audit was altered.',
    descriptionId:
      'Sejumlah catatan jejak audit disegel; siapa pun yang menyimpan peristiwa ini dapat mengetahui kelak apakah jejak audit diubah.',
    key: 'chain',
    data: data(seal(chains)),
    sample: {
      chain: service,
      epoch: 1,
      number: 2,
      firstSeq: 8,
      lastSeq: 9,
      entries: 2,
      root: '3f0c5d0b5a7e4b1f9c2d8e6a7b4f1c0d3f0c5d0b5a7e4b1f9c2d8e6a7b4f1c0d',
      previousRoot: '9a1b2c3d4e5f60718293a4b5c6d7e8f99a1b2c3d4e5f60718293a4b5c6d7e8f9',
      sealedAt: '2026-11-20T02:00:00.000Z',
      signature:
        'h1mSc0wF3Q9o2kqHq7c8mJt1o0oQm3Qm2kq9o2kqHq7c8mJt1o0oQm3Qm2kq9o2kqHq7c8mJt1o0oQm3Qm2k1Q==',
      keyId: '5d41402abc4b2a76',
    },
  });

/** Said once a second at most, while somebody does something with what organizations keeps. */
export const organizationsAuditSealed = sealed(services, 'organizations');

/** The same for welfare-cases. */
export const welfareCasesAuditSealed = sealed(services, 'welfare-cases');

/** The same for training. */
export const trainingAuditSealed = sealed(services, 'training');

/** The same for awards. */
export const awardsAuditSealed = sealed(services, 'awards');

/** The same for the event-hub, which came later: the values that the others promised stay as they are. */
export const eventHubAuditSealed = sealed(['event-hub'], 'event-hub');
