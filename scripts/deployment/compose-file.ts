import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

export const root = fileURLToPath(new URL('../..', import.meta.url));

export const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

export const readYaml = <T>(file: string): T =>
  parse(read(file), { merge: true, maxAliasCount: -1 }) as T;

interface Build {
  context: string;
  dockerfile: string;
  args: { WORKSPACE: string };
}

/** A service of docker-compose.yml, as far as the checks look at it. */
export interface ComposeService {
  image?: string;
  build?: Build;
  profiles?: string[];
  command?: string[];
  environment?: Record<string, string | number>;
  secrets?: string[];
  ports?: string[];
  volumes?: string[];
  networks?: string[] | Record<string, { aliases?: string[] }>;
  depends_on?: Record<string, { condition: string }>;
  healthcheck?: { test: string[] };
  restart?: string;
  init?: boolean;
  read_only?: boolean;
  tmpfs?: string[];
  cap_drop?: string[];
  security_opt?: string[];
  stop_grace_period?: string;
  deploy?: { resources: { limits: { cpus: string; memory: string } } };
}

export interface ComposeFile {
  services: Record<string, ComposeService>;
  secrets: Record<string, { file: string }>;
  volumes: Record<string, unknown>;
  networks: Record<string, unknown>;
}

export const composeFile = readYaml<ComposeFile>('docker-compose.yml');

/** Variables that somebody must set, with a value to try. */
export const required = [...read('docker-compose.yml').matchAll(/\$\{(\w+):\?/g)].map(
  ([, name]) => name!,
);

/** What compose would put in for `${NAME:-default}`, `${NAME:?}` and `$$`. */
export function interpolate(text: string, values: Record<string, string>): string {
  return text.replaceAll(
    /\$\$|\$\{(\w+)(?::([-?])([^}]*))?\}/g,
    (whole, name: string | undefined, kind: string | undefined, rest = '') => {
      if (name === undefined) return '$';
      const value = values[name];
      if (value !== undefined && value !== '') return value;
      if (kind === '-') return rest;
      throw new Error(`${whole} is not set.`);
    },
  );
}

/** The processes made from our own Dockerfile that serve: no jobs, nothing by others. */
export const processes = Object.entries(composeFile.services).filter(
  ([, { build, restart }]) => build !== undefined && restart !== 'no',
);

export const jobs = Object.entries(composeFile.services).filter(([name]) =>
  name.endsWith('-migrations'),
);

/** The environment of a container: what its image sets, then what compose sets. */
export function environmentOf(
  { environment = {} }: ComposeService,
  given: Record<string, string>,
): Record<string, string> {
  const entries = Object.entries(environment).map(([name, value]) => [
    name,
    interpolate(String(value), given),
  ]);
  return Object.fromEntries(entries) as Record<string, string>;
}
