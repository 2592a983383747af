import { isGuardedIssuer } from '@jejaring/callers/issuer-address.rules';
import { file, flag, list, readConfig, text, url } from '@jejaring/chassis/process/config';
import { serviceVariables } from '@jejaring/chassis/process/run-service';
import { auditVariables } from '@jejaring/trust/audit/seal-store-config';

const hub = readConfig({
  ...serviceVariables('event-hub', 4005),
  ...auditVariables('event-hub'),
  /** The ring of keys that close the secrets of webhooks. */
  kek: file('EVENT_HUB_KEK_FILE'),
  /** By which name endpoints know us, when they are asked whether they agree. */
  webhookOrigin: text('WEBHOOK_ORIGIN', 'jejaring.id'),
  /** Lets developers receive webhooks on their own machine. */
  webhookLoopback: flag('WEBHOOK_LOOPBACK'),
  issuer: url('OIDC_ISSUER'),
  issuerOverHttp: flag('OIDC_ISSUER_OVER_HTTP'),
  audience: text('OIDC_AUDIENCE', 'jejaring'),
  strongAcr: list('OIDC_STRONG_ACR', { empty: 'no token counts as one of two factors' }),
});

const dangers: [boolean, string][] = [
  [!isGuardedIssuer(hub), 'OIDC_ISSUER is not https: whoever is between may sign tokens'],
  [hub.webhookLoopback, 'WEBHOOK_LOOPBACK sends events to this machine, without TLS'],
];
const present = dangers.filter(([is]) => is).map(([, says]) => says);
if (hub.environment === 'production' && present.length > 0)
  throw new Error(`Unsafe in production: ${present.join('; ')}.`);

export const config = hub;
export type HubConfig = typeof hub;
