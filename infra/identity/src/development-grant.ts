import { createHash } from 'node:crypto';
import type { Context, Provider, ResourceServerInfo } from 'oidc-provider';
import { errors } from 'oidc-provider';
import type { AskedClaims, CallerClaims } from './claims.rules.js';
import { readClaims } from './claims.rules.js';
import { findPerson, people } from './people.js';

export const developmentGrant = 'urn:jejaring:params:oauth:grant-type:development';

const claimed = ['role', 'region', 'organization', 'office', 'name', 'sub'];
const parameters = [...claimed, 'person', 'acr'];

/** Claims of a token that this grant is about to issue, by the id of its bearer and its request. */
export type ClaimsInHand = WeakMap<object, CallerClaims>;

/** A grant of our own for the command line: whoever asks is whom they say they are. */
export function addDevelopmentGrant(
  provider: Provider,
  resource: { identifier: string; info: ResourceServerInfo },
  inHand: ClaimsInHand,
): void {
  const grant = async (context: Context): Promise<void> => {
    const { client, params } = context.oidc;
    const { claims, accountId } = params.person
      ? knownPerson(params.person, params.acr)
      : claimant(params);
    const token = new provider.AccessToken({ client, accountId });
    token.resourceServer = new provider.ResourceServer(resource.identifier, resource.info);
    inHand.set(token, claims);
    const value = await token.save();
    context.body = {
      access_token: value,
      expires_in: token.expiration,
      token_type: token.tokenType,
    };
  };
  provider.registerGrantType(developmentGrant, grant, parameters);
}

/** Somebody of the demo, with what the register has appointed them to. */
function knownPerson(id: string, acr: string | undefined) {
  const person = findPerson(id);
  if (person === null) {
    const known = people.map((each) => `${each.id} (${each.role} ${each.region || 'ID'})`);
    throw new errors.InvalidRequest(`person must be one of ${known.join(', ')}`);
  }
  const { id: accountId, ...claims } = person;
  return { accountId, claims: { ...claims, ...(acr && { acr }) } };
}

function claimant(params: AskedClaims) {
  const claims = readClaims(params);
  if ('refused' in claims) throw new errors.InvalidRequest(claims.refused);
  return { claims, accountId: params.sub ?? subjectOf(params) };
}

/** The same person every time the same is asked: idempotency keys and audit rows go by the subject. */
function subjectOf(asked: AskedClaims): string {
  const text = JSON.stringify(claimed.map((name) => asked[name] ?? ''));
  return `dev-${createHash('sha256').update(text).digest('base64url').slice(0, 16)}`;
}
