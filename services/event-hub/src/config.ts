import { isGuardedIssuer } from '@jejaring/callers/issuer-address.rules';
import { count, file, flag, list, readConfig, text, url } from '@jejaring/chassis/process/config';
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
  /** Requests of one subscriber in a minute. */
  rateFeed: count('RATE_FEED', null, 0),
  mostReaders: count('MOST_READERS', 2_000),
  strongAcr: list('OIDC_STRONG_ACR', { empty: 'no token counts as one of two factors' }),
});

const isProduction = hub.environment === 'production';

/** In production 200 requests a second: who is given each event as it comes asks so often. */
export const rateOf = ({ rateFeed }: { rateFeed: number | null }): number =>
  rateFeed ?? (isProduction ? 12_000 : 0);

const dangers: [boolean, string][] = [
  [!isGuardedIssuer(hub), 'OIDC_ISSUER is not https: whoever is between may sign tokens'],
  [rateOf(hub) === 0, 'RATE_FEED 0 lets subscribers ask without end'],
  [hub.webhookLoopback, 'WEBHOOK_LOOPBACK sends events to this machine, without TLS'],
];
const present = dangers.filter(([isThere]) => isThere).map(([, words]) => words);
if (isProduction && present.length > 0)
  throw new Error(`Unsafe in production: ${present.join('; ')}.`);

export const config = hub;
export type HubConfig = typeof hub;
