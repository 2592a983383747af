import { isGuardedIssuer } from '@jejaring/callers/issuer-address.rules';
import type { Variable } from '@jejaring/chassis/process/config';
import {
  count,
  file,
  flag,
  list,
  milliseconds,
  optional,
  port,
  processVariables,
  readConfig,
  text,
  url,
} from '@jejaring/chassis/process/config';
import { eventVariables, kafkaDanger } from '@jejaring/transports/event-variables';
import { fileURLToPath } from 'node:url';
import type { RateLimits } from './admission/rates.js';
import type { SafelistMode } from './admission/safelist.js';
import { safelistModes } from './admission/safelist.js';
import type { ServiceAddresses } from './subgraphs/service-urls.rules.js';
import { parseServiceUrls } from './subgraphs/service-urls.rules.js';

const schemaFolder = fileURLToPath(new URL('../../schema', import.meta.url));

const serviceUrls = (name: string): Variable<ServiceAddresses> => ({
  name,
  parse: (raw) => parseServiceUrls(raw ?? ''),
});

const safelistMode = (name: string): Variable<SafelistMode | null> => ({
  name,
  parse(raw) {
    if (raw === undefined || raw === '') return null;
    const mode = safelistModes.find((each) => each === raw);
    if (mode !== undefined) return mode;
    throw new Error(`Configuration: ${name} is not one of ${safelistModes.join(', ')}.`);
  },
});

const optionalUrl = (name: string): Variable<string | null> => ({
  name,
  parse: (raw) => (raw === undefined || raw === '' ? null : url(name).parse(raw)),
});

const share = (name: string, fallback: number): Variable<number> => ({
  name,
  parse(raw) {
    const value = raw === undefined || raw === '' ? fallback : Number(raw);
    if (value >= 0 && value <= 1) return value;
    throw new Error(`Configuration: ${name} is not a number from 0 to 1.`);
  },
});

const gatewayVariables = {
  ...processVariables,
  port: port('PORT', 4000),
  issuer: url('OIDC_ISSUER'),
  issuerOverHttp: flag('OIDC_ISSUER_OVER_HTTP'),
  audience: text('OIDC_AUDIENCE', 'jejaring'),
  strongAcr: list('OIDC_STRONG_ACR', { empty: 'no token counts as one of two factors' }),
  privateKey: file('GATEWAY_PRIVATE_KEY_FILE'),
  services: serviceUrls('SERVICE_URLS'),
  supergraphFile: text('SUPERGRAPH_FILE', `${schemaFolder}/supergraph.graphql`),
  operationsFolder: text('OPERATIONS_FOLDER', `${schemaFolder}/operations`),
  safelist: safelistMode('SAFELIST_MODE'),
  manifests: list('SAFELIST_MANIFESTS', { empty: 'only our own operations are listed' }),
  /** Cost per minute; null where nobody has said it. */
  ratePublic: count('RATE_PUBLIC', null, 0),
  rateSignedIn: count('RATE_SIGNED_IN', null, 0),
  rateSystem: count('RATE_SYSTEM', null, 0),
  trustedProxies: list('TRUSTED_PROXIES', { empty: 'callers come from where they connect' }),
  mutationFields: count('MUTATION_FIELDS', 1),
  corsOrigins: list('CORS_ORIGINS', { empty: 'no page of another origin may ask' }),
  requestBudgetMs: milliseconds('REQUEST_BUDGET_MS', 5_000),
  callBudgetMs: milliseconds('SUBGRAPH_BUDGET_MS', 2_000),
  answerBytes: count('SUBGRAPH_ANSWER_BYTES', 5 * 1024 * 1024),
  connections: count('SUBGRAPH_CONNECTIONS', 64),
  waitingCalls: count('SUBGRAPH_WAITING', 128, 0),
  breakAfter: count('SUBGRAPH_BREAK_AFTER', 10),
  breakMs: milliseconds('SUBGRAPH_BREAK_MS', 1_000),
  repeatPercent: count('SUBGRAPH_REPEAT_PERCENT', 10, 0),
  reloadEveryMs: milliseconds('SUPERGRAPH_POLL_MS', 1_000),
  checkEveryMs: milliseconds('HEALTH_CHECK_MS', 2_000),
  planningBudgetMs: milliseconds('PLANNING_BUDGET_MS', 500),
  planningThreads: count('PLANNING_THREADS', 2),
  cacheBytes: count('CACHE_BYTES', 64_000_000, 0),
  cacheDeafTtlMs: milliseconds('CACHE_DEAF_TTL_MS', 2_000, 0),
  cacheLongestMs: milliseconds('CACHE_LONGEST_MS', 600_000),
  traceEndpoint: optionalUrl('OTEL_EXPORTER_OTLP_ENDPOINT'),
  traceShare: share('OTEL_TRACES_SAMPLER_ARG', 1),
  drainMs: milliseconds('DRAIN_MS', 3_000, 0),
  reportCost: flag('REPORT_COST'),
  ...eventVariables,
  mostSubscriptions: count('MOST_SUBSCRIPTIONS', 20_000),
  tlsVerification: optional('NODE_TLS_REJECT_UNAUTHORIZED'),
};

export type GatewayConfig = ReturnType<typeof readConfig<typeof gatewayVariables>>;

/** Reads the gateway's variables and refuses a production set-up that would be unsafe. */
export function readGatewayConfig(environment?: Record<string, string | undefined>): GatewayConfig {
  const config = readConfig(gatewayVariables, environment);
  const dangers = isProduction(config) ? listDangers(config) : [];
  if (dangers.length > 0) throw new Error(`Unsafe in production: ${dangers.join('; ')}.`);
  return config;
}

export const isProduction = (config: Pick<GatewayConfig, 'environment'>): boolean =>
  config.environment === 'production';

/** In production only what is listed may be asked, unless somebody says otherwise. */
export const safelistModeOf = (config: GatewayConfig): SafelistMode =>
  config.safelist ?? (isProduction(config) ? 'enforce' : 'off');

/** What a caller may ask in a minute, in units of cost; elsewhere than in production nobody counts. */
export function rateLimitsOf(config: GatewayConfig): RateLimits {
  const usual = isProduction(config) ? usualRates : { public: 0, signedIn: 0, system: 0 };
  return {
    public: config.ratePublic ?? usual.public,
    signedIn: config.rateSignedIn ?? usual.signedIn,
    system: config.rateSystem ?? usual.system,
  };
}

const usualRates = { public: 60_000, signedIn: 200_000, system: 1_000_000 } as const;

function listDangers(config: GatewayConfig): string[] {
  const kafka = kafkaDanger(config);
  const dangers: [boolean, string][] = [
    [!isGuardedIssuer(config), 'OIDC_ISSUER is not https: whoever is between may sign tokens'],
    [config.corsOrigins.some((o) => o === '*' || o === 'null'), 'CORS_ORIGINS admits every origin'],
    [config.services.size === 0, 'SERVICE_URLS names no service'],
    [config.clock !== null, 'JEJARING_CLOCK stops the clock'],
    [config.safelist === 'off', 'SAFELIST_MODE off lets everybody ask anything'],
    [Object.values(rateLimitsOf(config)).includes(0), 'RATE_… 0 lets callers ask without end'],
    [config.mutationFields > 1, 'MUTATION_FIELDS lets a failure hide what else was done'],
    [config.reportCost, 'REPORT_COST shows the inner workings to callers'],
    [config.tlsVerification === '0', 'NODE_TLS_REJECT_UNAUTHORIZED trusts any certificate'],
    [kafka !== null, kafka ?? ''],
  ];
  return dangers.filter(([present]) => present).map(([, sentence]) => sentence);
}
