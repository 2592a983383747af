import { isGuardedIssuer } from '@jejaring/callers/issuer-address.rules';
import { file, flag, list, readConfig, text, url } from '@jejaring/chassis/process/config';
import { serviceVariables } from '@jejaring/chassis/process/run-service';
import { auditVariables } from '@jejaring/trust/audit/seal-store-config';

const hub = readConfig({
  ...serviceVariables('event-hub', 4005),
  ...auditVariables('event-hub'),
  /** The ring of keys that close the secrets of webhooks. */
  kek: file('EVENT_HUB_KEK_FILE'),
  issuer: url('OIDC_ISSUER'),
  issuerOverHttp: flag('OIDC_ISSUER_OVER_HTTP'),
  audience: text('OIDC_AUDIENCE', 'jejaring'),
  strongAcr: list('OIDC_STRONG_ACR', { empty: 'no token counts as one of two factors' }),
});

if (hub.environment === 'production' && !isGuardedIssuer(hub))
  throw new Error(
    'Unsafe in production: OIDC_ISSUER is not https: whoever is between may sign tokens.',
  );

export const config = hub;
export type HubConfig = typeof hub;
