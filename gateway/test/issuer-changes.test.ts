import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { pino } from 'pino';
import type { FindCaller } from '@jejaring/callers/token-check';
import { createCallerCheck } from '../src/caller/caller.js';
import type { Issuer } from '@jejaring/callers/issuer';
import { followIssuer } from '@jejaring/callers/issuer';
import type { TestIssuer } from './issuer.fixture.js';
import { startIssuer } from './issuer.fixture.js';
import { until } from './world.fixture.js';

let issuer: TestIssuer;
let followed: Issuer;
let findCaller: FindCaller;
beforeEach(async () => {
  issuer = await startIssuer();
  const log = pino({ level: 'silent' });
  followed = followIssuer(issuer.url, log, 0);
  findCaller = createCallerCheck({
    issuer: followed,
    issuerUrl: issuer.url,
    audience: 'jejaring',
    strongAcr: [],
    log,
  });
  await until(() => followed.known());
});
afterEach(async () => {
  followed.stop();
  await issuer.stop();
});

/** The code under which a token is refused; null when it is believed. */
const refusalOf = (token: string): Promise<unknown> =>
  findCaller([`Bearer ${token}`], 'request-1').then(
    () => null,
    (error: { extensions: Record<string, unknown> }) => error.extensions['code'],
  );

describe('an issuer that takes a new key', () => {
  test('is believed with the new one at once, and with the old one still', async () => {
    const old = await issuer.token();
    issuer.rotate();
    expect(await refusalOf(await issuer.token())).toBeNull();
    expect(await refusalOf(old)).toBeNull();
  });

  test('is asked for a key that it does not have, and the token is bad', async () => {
    expect(await refusalOf(await issuer.token({}, { header: { kid: 'made-up' } }))).toBe(
      'UNAUTHENTICATED',
    );
  });
});

describe('an issuer that withdraws its key', () => {
  test('is believed with the new one, and from then on no more with the old one', async () => {
    const stolen = await issuer.token();
    expect(await refusalOf(stolen)).toBeNull();

    issuer.withdraw();

    expect(await refusalOf(await issuer.token())).toBeNull();
    expect(await refusalOf(stolen)).toBe('UNAUTHENTICATED');
  });
});

describe('an issuer that does not answer', () => {
  test('is believed by the keys that are known', async () => {
    issuer.answering = false;
    expect(await refusalOf(await issuer.token())).toBeNull();
  });

  test('leaves open whether a key that is not known is its own: nobody is told that theirs is bad', async () => {
    issuer.rotate();
    issuer.answering = false;
    const token = await issuer.token();
    expect(await refusalOf(token)).toBe('AUTH_UNAVAILABLE');

    issuer.answering = true;
    expect(await refusalOf(token)).toBeNull();
  });
});
