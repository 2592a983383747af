import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { readGatewayConfig } from './config.js';

const keyFile = join(mkdtempSync(join(tmpdir(), 'jejaring-config-')), 'key.pem');
writeFileSync(keyFile, 'a key');

const production = {
  NODE_ENV: 'production',
  OIDC_ISSUER: 'https://login.example.go.id',
  GATEWAY_PRIVATE_KEY_FILE: keyFile,
  SERVICE_URLS: 'training=http://training:4003/graphql',
};

const unsafe: [string, Record<string, string>, RegExp][] = [
  ['a development issuer', { OIDC_ISSUER: 'http://127.0.0.1:4010' }, /not https/],
  ['a development issuer by name', { OIDC_ISSUER: 'http://localhost:4010' }, /not https/],
  ['an issuer at every address', { OIDC_ISSUER: 'http://0.0.0.0:4010' }, /not https/],
  ['an issuer over an open line', { OIDC_ISSUER: 'http://login.example.go.id' }, /not https/],
  ...[
    'http://0.0.0.0:4010',
    'http://[::]:4010',
    'http://login.example.go.id',
    'http://localhost.example.com',
    'http://127.0.0.1.example.com',
    'http://10.0.0.1',
    'ftp://localhost',
  ].map((OIDC_ISSUER): [string, Record<string, string>, RegExp] => [
    `${OIDC_ISSUER}, whatever is allowed`,
    { OIDC_ISSUER, OIDC_ISSUER_OVER_HTTP: 'true' },
    /not https/,
  ]),
  ['no key', { GATEWAY_PRIVATE_KEY_FILE: '' }, /GATEWAY_PRIVATE_KEY_FILE is not set/],
  ['a key that is not there', { GATEWAY_PRIVATE_KEY_FILE: '/nowhere' }, /cannot be read/],
  ['every origin', { CORS_ORIGINS: 'https://a.example,*' }, /every origin/],
  ['the origin of files', { CORS_ORIGINS: 'null' }, /every origin/],
  ['no services', { SERVICE_URLS: '' }, /names no service/],
  ['brokers that guard nothing', { KAFKA_BROKERS: 'kafka:9092' }, /KAFKA_BROKERS without/],
  ['half a login', { KAFKA_BROKERS: 'kafka:9092', KAFKA_USERNAME: 'gateway' }, /go together/],
  ['a clock that stands still', { JEJARING_CLOCK: '2014-06-25T00:00:00Z' }, /clock/],
  ['mutations of several fields', { MUTATION_FIELDS: '2' }, /MUTATION_FIELDS/],
  ['costs shown to callers', { REPORT_COST: 'true' }, /REPORT_COST/],
  ['certificates that nobody checks', { NODE_TLS_REJECT_UNAUTHORIZED: '0' }, /any certificate/],
];

describe('the configuration in production', () => {
  test('is accepted when it is safe', () => {
    expect(readGatewayConfig(production)).toMatchObject({
      port: 4000,
      audience: 'jejaring',
      callBudgetMs: 2_000,
    });
  });

  test.each([
    'http://127.0.0.1:4010',
    'http://[::1]:4010',
    'http://localhost:4010',
    'http://keycloak.localhost:8080/realms/jejaring',
  ])('takes %s where an issuer on this machine is allowed by name', (OIDC_ISSUER) => {
    const allowed = { ...production, OIDC_ISSUER, OIDC_ISSUER_OVER_HTTP: 'true' };
    expect(readGatewayConfig(allowed).issuer).toBe(OIDC_ISSUER);
  });

  test.each(unsafe)('is refused with %s', (_name, changed, words) => {
    expect(() => readGatewayConfig({ ...production, ...changed })).toThrow(words);
  });
});

describe('the configuration in development', () => {
  test('may use an issuer on this machine', () => {
    const config = { ...production, NODE_ENV: 'development', OIDC_ISSUER: 'http://127.0.0.1:4010' };
    expect(readGatewayConfig(config).issuer).toBe('http://127.0.0.1:4010');
  });

  test('is refused when a budget is not a number of milliseconds', () => {
    expect(() => readGatewayConfig({ ...production, REQUEST_BUDGET_MS: 'soon' })).toThrow(
      /milliseconds/,
    );
  });
});
