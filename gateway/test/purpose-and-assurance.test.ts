import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { World } from './world.fixture.js';
import { openWorld } from './world.fixture.js';

let world: World;
beforeAll(async () => {
  world = await openWorld({ OIDC_STRONG_ACR: 'mfa,https://refeds.org/profile/mfa' });
  await world.untilReady();
});
afterAll(() => world.close());

const heard = () => world.services.training.callers.at(-1)!;
const askAs = async (claims: Record<string, unknown>, headers: Record<string, string> = {}) =>
  world.ask('{ trainings }', { token: await world.issuer.token(claims), headers });

describe('what a service hears of a caller', () => {
  test('is what the request is for, as the client says', async () => {
    await askAs({}, { 'jejaring-purpose': 'CASE_HANDLING' });

    expect(heard()).toMatchObject({ purpose: 'CASE_HANDLING' });
  });

  test('has no purpose where none was said', async () => {
    await askAs({});

    expect(heard()).not.toHaveProperty('purpose');
  });

  test.each(['CURIOSITY', '', 'case_handling'])('knows no purpose %j', async (purpose) => {
    const { status, errors } = await askAs({}, { 'jejaring-purpose': purpose });

    expect(status).toBe(400);
    expect(errors).toMatchObject([
      { extensions: { code: 'BAD_USER_INPUT', argument: 'jejaring-purpose' } },
    ]);
  });

  test.each(['mfa', 'https://refeds.org/profile/mfa'])(
    'is sure of them with the class %s of the issuer',
    async (acr) => {
      await askAs({ acr });

      expect(heard()).toMatchObject({ assurance: 'MULTI_FACTOR' });
    },
  );

  test.each([[undefined], ['pwd'], ['MFA'], [['mfa']], ['MULTI_FACTOR']])(
    'is no surer with %j',
    async (acr) => {
      await askAs({ acr });

      expect(heard()).not.toHaveProperty('assurance');
    },
  );
});
