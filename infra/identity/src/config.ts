import { port, processVariables, readConfig, text, url } from '@jejaring/chassis/process/config';

const longestHours = 12;

export function readIdentityConfig(environment?: Record<string, string | undefined>) {
  const config = readConfig(
    {
      ...processVariables,
      port: port('PORT', 4010),
      issuer: url('OIDC_ISSUER'),
      keysFile: text('IDENTITY_KEYS_FILE'),
      tokenHours: text('JEJARING_DEV_TOKEN_HOURS', String(longestHours)),
    },
    environment,
  );
  if (config.environment === 'production') {
    throw new Error('Configuration: this issuer lets anybody be anybody; it refuses production.');
  }
  return { ...config, tokenSeconds: readHours(config.tokenHours) * 3_600 };
}

function readHours(raw: string): number {
  const hours = Number(raw);
  if (hours > 0 && hours <= longestHours) return hours;
  throw new Error(
    `Configuration: JEJARING_DEV_TOKEN_HOURS must be above 0, at most ${longestHours}.`,
  );
}
