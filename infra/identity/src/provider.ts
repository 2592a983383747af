import type { Context, ResourceServerInfo, Token } from 'oidc-provider';
import { interactionPolicy, Provider } from 'oidc-provider';
import type { CallerClaims } from './claims.rules.js';
import type { ClaimsInHand } from './development-grant.js';
import { addDevelopmentGrant, developmentGrant } from './development-grant.js';
import type { IssuerKeys } from './keys.js';
import { signingAlgorithm } from './keys.js';
import { findPerson } from './people.js';

/** The graph as a resource of OAuth; its tokens are JWTs for the audience `jejaring`. */
const graph = 'urn:jejaring:graph';
const scope = 'graph';

/** Loopback addresses on any port (RFC 8252, 7.3): the explorer and desktop tools. */
const redirects = ['/', '/graphql', '/graphiql', '/callback', '/oauth/callback'].flatMap((path) => [
  `http://127.0.0.1${path}`,
  `http://localhost${path}`,
]);

const clients = [
  {
    client_id: 'jejaring-graphiql',
    application_type: 'native',
    token_endpoint_auth_method: 'none',
    grant_types: ['authorization_code'],
    response_types: ['code'],
    redirect_uris: redirects,
  },
  {
    client_id: 'jejaring-cli',
    token_endpoint_auth_method: 'none',
    grant_types: [developmentGrant],
    response_types: [],
    redirect_uris: [],
  },
];

export interface ProviderOptions {
  issuer: string;
  keys: IssuerKeys;
  tokenSeconds: number;
}

/** An OpenID Connect provider for one machine: real flows and keys, made-up people. */
export function createProvider({ issuer, keys, tokenSeconds }: ProviderOptions): Provider {
  const inHand: ClaimsInHand = new WeakMap();
  const info: ResourceServerInfo = {
    scope,
    audience: 'jejaring',
    accessTokenTTL: tokenSeconds,
    accessTokenFormat: 'jwt',
    jwt: { sign: { alg: signingAlgorithm } },
  };
  const provider = new Provider(issuer, {
    ...basics(keys, tokenSeconds),
    ...people(inHand),
    ...consent(),
    features: features(info),
  });
  addDevelopmentGrant(provider, { identifier: graph, info }, inHand);
  return provider;
}

function basics({ jwks, cookieSecret }: IssuerKeys, tokenSeconds: number) {
  return {
    jwks,
    clients,
    clientDefaults: { id_token_signed_response_alg: signingAlgorithm },
    enabledJWA: { idTokenSigningAlgValues: [signingAlgorithm] },
    cookies: { keys: [cookieSecret] },
    responseTypes: ['code'],
    scopes: ['openid', 'profile', scope],
    claims: { openid: ['sub'], profile: ['name', 'role', 'region', 'organization', 'office'] },
    clientBasedCORS: (_context: Context, origin: string) => isLoopback(origin),
    ttl: {
      AccessToken: tokenSeconds,
      AuthorizationCode: 60,
      Grant: tokenSeconds,
      IdToken: tokenSeconds,
      Interaction: 3_600,
      Session: tokenSeconds,
    },
  };
}

function isLoopback(origin: string): boolean {
  return URL.canParse(origin) && ['127.0.0.1', 'localhost'].includes(new URL(origin).hostname);
}

function people(inHand: ClaimsInHand) {
  return {
    findAccount: (_context: Context, id: string) => {
      const person = findPerson(id);
      return person && { accountId: id, claims: () => ({ sub: id, ...claimsOf(id) }) };
    },
    extraTokenClaims: (_context: Context, token: Token) =>
      inHand.get(token) ?? claimsOf(token.accountId ?? ''),
  };
}

function claimsOf(id: string): CallerClaims | undefined {
  const person = findPerson(id);
  if (person === null) return undefined;
  const { id: _own, ...claims } = person;
  return claims;
}

/** Nobody is asked for consent: the people are made up and the client is our own. */
function consent() {
  const policy = interactionPolicy.base();
  policy.remove('consent');
  return {
    interactions: {
      url: (_context: Context, { uid }: { uid: string }) => `/sign-in/${uid}`,
      policy,
    },
    loadExistingGrant: async ({ oidc }: Context) => {
      const { client, provider, session } = oidc;
      const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
      grant.addOIDCScope('openid profile');
      grant.addResourceScope(graph, scope);
      await grant.save();
      return grant;
    },
  };
}

function features(info: ResourceServerInfo) {
  return {
    devInteractions: { enabled: false },
    resourceIndicators: {
      enabled: true,
      defaultResource: () => graph,
      useGrantedResource: () => true,
      getResourceServerInfo: () => info,
    },
  };
}
