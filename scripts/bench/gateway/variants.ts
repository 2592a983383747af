import { existsSync } from 'node:fs';
import path from 'node:path';
import type { QuestionName } from './questions.js';

/** What every gateway is given. */
export interface Ground {
  root: string;
  rivalsFolder: string;
  /** The folder of what Cosmo Router is given. */
  cosmoFolder: string;
  cosmoConfigFile: string;
  supergraphFile: string;
  operationsFolder: string;
  privateKeyFile: string;
  servicesUrl: string;
  issuerUrl: string;
  /** Empty where nothing is kept. */
  eventLogUrl: string;
}

export interface Launch {
  argv: readonly string[];
  cwd: string;
  env: Record<string, string>;
}

export interface Variant {
  name: string;
  /** Whether its packages come from the folder of rivals. */
  rival: boolean;
  /** Whether it follows the event log. */
  hears?: boolean;
  /** Whether its configuration is made from the services, and not from the supergraph. */
  cosmo?: boolean;
  /** Questions that it can answer; absent for all. */
  only?: readonly QuestionName[];
  launch(ground: Ground, port: number): Launch;
}

const node = process.execPath;
const production = { NODE_ENV: 'production' };

/**
 * The gateway as it is shipped, in production mode: everything that guards it is on. One caller may not
 * ask as much in a minute as is measured, so the quotas are raised; they are counted all the same.
 */
const ours = (name: string, more: Record<string, string> = {}): Variant => ({
  name,
  rival: false,
  launch: (ground, port) => ({
    argv: [node, path.join(ground.root, 'gateway', 'dist', 'main.js')],
    cwd: ground.root,
    env: {
      ...production,
      PORT: String(port),
      LOG_LEVEL: 'warn',
      OIDC_ISSUER: ground.issuerUrl,
      OIDC_ISSUER_OVER_HTTP: 'true',
      GATEWAY_PRIVATE_KEY_FILE: ground.privateKeyFile,
      SERVICE_URLS: ['accounts', 'inventory', 'products', 'reviews']
        .map((service) => `${service}=${ground.servicesUrl}/${service}`)
        .join(','),
      SUPERGRAPH_FILE: ground.supergraphFile,
      OPERATIONS_FOLDER: ground.operationsFolder,
      RATE_PUBLIC: '1000000000',
      RATE_SIGNED_IN: '1000000000',
      DRAIN_MS: '0',
      ...more,
    },
  }),
});

/** Told what changes, it keeps answers. */
const hearing = (variant: Variant): Variant => ({
  ...variant,
  hears: true,
  launch(ground, port) {
    const launch = variant.launch(ground, port);
    return { ...launch, env: { ...launch.env, EVENT_LOG_URL: ground.eventLogUrl } };
  },
});

/** As somebody starts it who writes a page: any document may be asked. */
export const development = ours('development', { NODE_ENV: 'development' });

const apollo = (name: string, more: Record<string, string> = {}): Variant => ({
  name,
  rival: true,
  launch: (ground, port) => ({
    argv: [node, 'apollo.mjs'],
    cwd: ground.rivalsFolder,
    env: {
      ...production,
      APOLLO_TELEMETRY_DISABLED: 'true',
      PORT: String(port),
      SUPERGRAPH_FILE: ground.supergraphFile,
      ...more,
    },
  }),
});

const hive = (
  name: string,
  flags: readonly string[],
  more: Record<string, string> = {},
): Variant => ({
  name,
  rival: true,
  launch: (ground, port) => ({
    argv: [
      node,
      'node_modules/@graphql-hive/gateway/dist/bin.js',
      'supergraph',
      ground.supergraphFile,
      '--host',
      '127.0.0.1',
      '--port',
      String(port),
      '--config-path',
      'hive.config.mjs',
      ...flags,
    ],
    cwd: ground.rivalsFolder,
    env: { ...production, PATH: process.env['PATH'] ?? '', ...more },
  }),
});

const proxy = (name: string, more: Record<string, string> = {}): Variant => ({
  name,
  rival: false,
  only: ['big', 'medium', 'tiny'],
  launch: (ground, port) => ({
    argv: [node, path.join(import.meta.dirname, 'proxy.js')],
    cwd: ground.root,
    env: { ...production, PORT: String(port), SERVICES_URL: ground.servicesUrl, ...more },
  }),
});

/** Hive Router is a Rust program; its file is named by `HIVE_ROUTER_BINARY`. */
const hiveRouter: Variant = {
  name: 'hive-router',
  rival: false,
  launch: (ground, port) => ({
    argv: [binary('HIVE_ROUTER_BINARY')],
    cwd: path.dirname(ground.supergraphFile),
    env: {
      ROUTER_CONFIG_FILE_PATH: path.join(
        ground.root,
        'scripts/bench/gateway/rivals/hive-router.yaml',
      ),
      SUPERGRAPH_FILE_PATH: ground.supergraphFile,
      HOST: '127.0.0.1',
      PORT: String(port),
      LOG_LEVEL: 'warn',
      // It runs on one core, as all others do.
      ROUTER_HTTP_WORKERS: '1',
    },
  }),
};

/** Cosmo Router is a Go program; its file is named by `COSMO_ROUTER_BINARY`. */
const cosmoRouter: Variant = {
  name: 'cosmo-router',
  rival: false,
  cosmo: true,
  launch: (ground, port) => ({
    argv: [binary('COSMO_ROUTER_BINARY'), '-config', path.join(ground.cosmoFolder, 'router.yaml')],
    cwd: ground.cosmoFolder,
    env: {
      EXECUTION_CONFIG_FILE_PATH: ground.cosmoConfigFile,
      LISTEN_ADDR: `127.0.0.1:${port}`,
      LOG_LEVEL: 'warn',
    },
  }),
};

function binary(variable: string): string {
  const file = process.env[variable] ?? '';
  if (existsSync(file)) return file;
  throw new Error(`${variable} must name the built program.`);
}

export const variants: readonly Variant[] = [
  ours('ours', { CACHE_BYTES: '0' }),
  hearing(ours('ours-cached')),
  apollo('apollo'),
  apollo('apollo-cache', { RESPONSE_CACHE: '1' }),
  hive('hive-js', ['--jit']),
  hive('hive-rust', ['--hive-router-runtime']),
  hive('hive-cache', ['--hive-router-runtime'], { RESPONSE_CACHE: '1' }),
  hive('hive-shared', ['--hive-router-runtime'], { SHARE_INBOUND: '1' }),
  proxy('proxy'),
  proxy('proxy-cache', { KEEPS_ANSWERS: '1' }),
  hiveRouter,
  cosmoRouter,
];
