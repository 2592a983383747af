import { beforeAll, describe, expect, test } from '@jest/globals';
import { decodeId } from '@jejaring/chassis/graph/ids';
import { roles } from '@jejaring/schema/roles';
import type { JWTPayload } from 'jose';
import { createLocalJWKSet, exportJWK, generateKeyPair, SignJWT } from 'jose';
import { pino } from 'pino';
import { createCallerCheck } from '../../gateway/src/caller/caller.js';
import { people } from '../../infra/identity/src/people.js';
import { composeFile, environmentOf, read, required } from './compose-file.js';

interface Mapper {
  protocolMapper: string;
  config: Record<string, string>;
}

interface User {
  username: string;
  enabled: boolean;
  groups: string[];
  attributes: Record<string, string[]>;
  credentials: { type: string; value: string; temporary: boolean }[];
}

interface Client {
  clientId: string;
  publicClient: boolean;
  secret?: string;
  standardFlowEnabled: boolean;
  implicitFlowEnabled: boolean;
  directAccessGrantsEnabled: boolean;
  serviceAccountsEnabled: boolean;
  attributes: Record<string, string>;
  protocolMappers: Mapper[];
}

const text = read('infra/keycloak/realm.json');
const realm = JSON.parse(text) as {
  realm: string;
  accessTokenLifespan: number;
  defaultSignatureAlgorithm: string;
  registrationAllowed: boolean;
  roles: { realm: { name: string }[] };
  groups: { name: string; attributes: Record<string, string[]>; realmRoles: string[] }[];
  components: Record<string, { config: Record<string, string[]> }[]>;
  clients: Client[];
  users: User[];
};
const client = (id: string) => realm.clients.find(({ clientId }) => clientId === id)!;
const explorer = client('jejaring-explorer');
const machines = client('jejaring-machines');

/** An attribute as Keycloak finds it: the user's own, else one of a group. */
function attributeOf(user: User, name: string): string | undefined {
  const groups = realm.groups.filter((group) => user.groups.includes(`/${group.name}`));
  return (
    user.attributes[name]?.[0] ??
    groups.find((group) => group.attributes[name])?.attributes[name]?.[0]
  );
}

/** What the mappers of a client put into an access token. */
function claimsOf(mappers: readonly Mapper[], user: User | null): JWTPayload {
  const claims: JWTPayload = {};
  for (const { protocolMapper, config } of mappers) {
    expect(config['access.token.claim']).toBe('true');
    const name = config['claim.name']!;
    if (protocolMapper === 'oidc-sub-mapper') claims.sub = user?.username ?? 'machine';
    if (protocolMapper === 'oidc-audience-mapper') claims.aud = config['included.custom.audience']!;
    if (protocolMapper === 'oidc-hardcoded-claim-mapper') claims[name] = config['claim.value'];
    if (protocolMapper !== 'oidc-usermodel-attribute-mapper' || user === null) continue;
    const value = attributeOf(user, config['user.attribute']!);
    if (value !== undefined) claims[name] = value;
  }
  return claims;
}

const issuerUrl = environmentOf(
  composeFile.services['gateway']!,
  Object.fromEntries(required.map((name) => [name, 'x'])),
)['OIDC_ISSUER']!;
let tokenOf: (client: Client, claims: JWTPayload) => Promise<string>;
let callerOf: (token: string) => ReturnType<ReturnType<typeof createCallerCheck>>;

beforeAll(async () => {
  const { privateKey, publicKey } = await generateKeyPair(realm.defaultSignatureAlgorithm);
  const alg = realm.defaultSignatureAlgorithm;
  const key = createLocalJWKSet({ keys: [{ ...(await exportJWK(publicKey)), alg }] });
  tokenOf = ({ attributes }, claims) =>
    new SignJWT(claims)
      .setProtectedHeader({
        alg,
        typ: attributes['access.token.header.type.rfc9068'] === 'true' ? 'at+jwt' : 'JWT',
      })
      .setIssuer(issuerUrl)
      .setIssuedAt()
      .setExpirationTime(`${realm.accessTokenLifespan}s`)
      .sign(privateKey);
  const check = createCallerCheck({
    issuer: { key, known: () => true, stop: () => undefined },
    issuerUrl,
    audience: 'jejaring',
    maxTokenAge: '15 minutes',
    strongAcr: [],
    log: pino({ level: 'silent' }),
  });
  callerOf = (token) => check([`Bearer ${token}`], 'request');
});

describe('the realm of Keycloak', () => {
  test('knows the roles of the graph, and a group for each that somebody can hold', () => {
    expect(realm.roles.realm.map(({ name }) => name)).toEqual([...roles]);
    expect(realm.groups.map(({ name }) => name)).toEqual(roles.filter((role) => role !== 'PUBLIC'));
    for (const { name, attributes, realmRoles } of realm.groups)
      expect({ attributes, realmRoles }).toEqual({
        attributes: { role: [name] },
        realmRoles: [name],
      });
  });

  test('is the issuer that compose tells the gateway to believe', () => {
    expect(issuerUrl).toBe(`http://keycloak.localhost:8080/realms/${realm.realm}`);
    const { environment = {}, networks } = composeFile.services['keycloak']!;
    expect(new URL(issuerUrl).origin).toBe(environment['KC_HOSTNAME']);
    expect(networks).toMatchObject({ outer: { aliases: [new URL(issuerUrl).hostname] } });
  });

  // When this fails after a change of people or roles: npm run realm.
  test('has the people of the development issuer, in the group of their role', () => {
    const found = realm.users.map(({ username, groups, attributes }) => ({
      username,
      groups,
      attributes,
    }));
    const wanted = people.map(({ id, role, region, organization, office }) => ({
      username: id,
      groups: [`/${role}`],
      attributes: {
        ...(region !== undefined && { region: [region || 'ID'] }),
        ...(organization && { organization: [organization] }),
        ...(office && { office: [office] }),
      },
    }));
    expect(found).toEqual(wanted);
  });

  test.each(realm.users.map((user) => [user.username, user] as const))(
    'gives %s a token in which the gateway reads role, region and organization',
    async (username, user) => {
      const person = people.find(({ id }) => id === username)!;
      const caller = await callerOf(
        await tokenOf(explorer, claimsOf(explorer.protocolMappers, user)),
      );

      const { role, region, organization, office } = person;
      expect(caller).toMatchObject({
        id: username,
        role,
        region: region ?? null,
        organizationId: organization ? decodeId('org', organization) : null,
        officeId: office ? decodeId('ofc', office) : null,
      });
    },
  );

  test('gives a machine a token of a subscribing system for the whole nation', async () => {
    const caller = await callerOf(
      await tokenOf(machines, claimsOf(machines.protocolMappers, null)),
    );
    expect(caller).toMatchObject({ role: 'SYSTEM_SUBSCRIBER', region: '', organizationId: null });
  });

  test('lets people sign in with a code and a proof, and machines with their secret alone', () => {
    expect(explorer).toMatchObject({
      publicClient: true,
      standardFlowEnabled: true,
      serviceAccountsEnabled: false,
      attributes: { 'pkce.code.challenge.method': 'S256' },
    });
    expect(machines).toMatchObject({
      publicClient: false,
      standardFlowEnabled: false,
      serviceAccountsEnabled: true,
    });
    for (const each of realm.clients)
      expect(each).toMatchObject({ implicitFlowEnabled: false, directAccessGrantsEnabled: false });
  });

  test('lets nobody change what their rights hang on', () => {
    expect(realm.registrationAllowed).toBe(false);
    const [provider] = realm.components['org.keycloak.userprofile.UserProfileProvider']!;
    const { attributes } = JSON.parse(provider!.config['kc.user.profile.config']![0]!) as {
      attributes: { name: string; permissions: { edit: string[] } }[];
    };
    const said = ['region', 'organization', 'office'];
    for (const name of said) {
      const attribute = attributes.find((each) => each.name === name);
      expect({ name, edit: attribute?.permissions.edit }).toEqual({ name, edit: ['admin'] });
    }
    // Role comes from the group: nobody, not even an administrator, types it into a person.
    expect(attributes.map(({ name }) => name)).not.toContain('role');
  });

  test('holds no secret, only the names of variables that compose sets', () => {
    const values = [
      ...realm.users.flatMap(({ credentials }) => credentials.map(({ value }) => value)),
      ...realm.clients.flatMap(({ secret }) => (secret === undefined ? [] : [secret])),
    ];
    const placeholders = [...text.matchAll(/\$\{(\w+)\}/g)].map(([whole]) => whole);
    expect(values.filter((value) => !/^\$\{\w+\}$/.test(value))).toEqual([]);
    for (const placeholder of new Set(placeholders))
      expect(Object.keys(composeFile.services['keycloak']!.environment!)).toContain(
        placeholder.slice(2, -1),
      );
  });
});
