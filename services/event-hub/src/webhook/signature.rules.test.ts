import { createPublicKey, verify } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { Webhook } from 'standardwebhooks';
import { newSigningKey, publicKeyText, secretText, signWith } from './signature.js';

const now = new Date();
const id = '0199c0de-0000-7000-8000-000000000001';

/** The check of an asymmetric signature as the specification of the Standard Webhooks words it. */
function verifyV1a(publicKey: string, headers: Record<string, string>, body: string): boolean {
  const [, raw] = publicKey.split('_');
  const spki = Buffer.concat([
    Buffer.from('302a300506032b6570032100', 'hex'),
    Buffer.from(raw!, 'base64'),
  ]);
  const key = createPublicKey({ key: spki, format: 'der', type: 'spki' });
  const signed = Buffer.from(`${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`);
  return headers['webhook-signature']!.split(' ')
    .filter((each) => each.startsWith('v1a,'))
    .some((each) => verify(null, signed, key, Buffer.from(each.slice(4), 'base64')));
}

describe('v1', () => {
  test('is what the library of the Standard Webhooks verifies and makes, for any body', () => {
    fc.assert(
      fc.property(fc.json(), (body) => {
        const key = newSigningKey('V1');
        const headers = signWith([key])(id, now, body);
        const theirs = new Webhook(secretText(key)!);
        expect(headers['webhook-signature']).toBe(theirs.sign(id, now, body));
        expect(theirs.verify(body, headers)).toEqual(JSON.parse(body));
      }),
      { numRuns: 50 },
    );
  });

  test('has a secret of 32 bytes and no public key', () => {
    const key = newSigningKey('V1');
    expect(Buffer.from(secretText(key)!.slice('whsec_'.length), 'base64')).toHaveLength(32);
    expect(publicKeyText(key)).toBeNull();
  });

  test('is verified by the old and the new secret while both are valid', () => {
    const [former, current] = [newSigningKey('V1'), newSigningKey('V1')];
    const headers = signWith([former, current])(id, now, '{}');
    for (const key of [former, current])
      expect(new Webhook(secretText(key)!).verify('{}', headers)).toEqual({});
    const other = new Webhook(secretText(newSigningKey('V1'))!);
    expect(() => other.verify('{}', headers)).toThrow('No matching signature');
  });
});

describe('v1a', () => {
  const key = newSigningKey('V1A');
  const headers = signWith([key])(id, now, '{"a":1}');

  test('is verified with the public key, which is all that is given away', () => {
    expect(secretText(key)).toBeNull();
    expect(publicKeyText(key)).toMatch(/^whpk_[A-Za-z0-9+/]{43}=$/);
    expect(verifyV1a(publicKeyText(key)!, headers, '{"a":1}')).toBe(true);
  });

  test('holds for no other body, id, time or key', () => {
    const mine = publicKeyText(key)!;
    expect([
      verifyV1a(mine, headers, '{"a":2}'),
      verifyV1a(mine, { ...headers, 'webhook-id': `${id}1` }, '{"a":1}'),
      verifyV1a(mine, { ...headers, 'webhook-timestamp': '1' }, '{"a":1}'),
      verifyV1a(publicKeyText(newSigningKey('V1A'))!, headers, '{"a":1}'),
    ]).toEqual([false, false, false, false]);
  });

  test('stands beside v1 in one header', () => {
    const both = [newSigningKey('V1'), key];
    const signed = signWith(both)(id, now, '{}');
    expect(signed['webhook-signature']).toMatch(/^v1,\S+ v1a,\S+$/);
    expect(new Webhook(secretText(both[0]!)!).verify('{}', signed)).toEqual({});
    expect(verifyV1a(publicKeyText(key)!, signed, '{}')).toBe(true);
  });
});
