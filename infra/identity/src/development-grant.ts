import { createHash } from 'node:crypto';
import type { Context, Provider, ResourceServerInfo } from 'oidc-provider';
import { errors } from 'oidc-provider';
import type { AskedClaims, CallerClaims } from './claims.rules.js';
import { readClaims } from './claims.rules.js';

export const developmentGrant = 'urn:jejaring:params:oauth:grant-type:development';

const parameters = ['role', 'region', 'organization', 'office', 'name', 'sub'];

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
    const claims = readClaims(params);
    if ('refused' in claims) throw new errors.InvalidRequest(claims.refused);
    const accountId = params.sub ?? subjectOf(params);
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

/** The same person every time the same is asked: idempotency keys and audit rows go by the subject. */
function subjectOf(asked: AskedClaims): string {
  const text = JSON.stringify(parameters.map((name) => asked[name] ?? ''));
  return `dev-${createHash('sha256').update(text).digest('base64url').slice(0, 16)}`;
}
