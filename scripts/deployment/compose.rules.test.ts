import { afterAll, describe, expect, test } from '@jest/globals';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { generateKeyPairSync } from 'node:crypto';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Ajv } from 'ajv';
import { readGatewayConfig } from '../../gateway/src/config.js';
import { parseServiceUrls } from '../../gateway/src/subgraphs/service-urls.rules.js';
import { createAuthority } from '../../infra/kafka/certificates.mjs';
import { readDockerfile, readPairs } from '../image/dockerfile.js';
import {
  composeFile,
  environmentOf,
  interpolate,
  jobs,
  processes,
  read,
  required,
  root,
} from './compose-file.js';

const { services, secrets, volumes, networks } = composeFile;
const all = Object.entries(services);
const stages = readDockerfile(read('infra/docker/Dockerfile'));
const lastStage = stages.at(-1)!;
const imageEnvironment = Object.assign(
  {},
  ...lastStage.instructions
    .filter(({ keyword }) => keyword === 'ENV')
    .map(({ text }) => readPairs(text)),
) as Record<string, string>;

const folder = mkdtempSync(path.join(tmpdir(), 'jejaring-compose-'));
afterAll(() => rmSync(folder, { recursive: true }));
const given = Object.fromEntries(required.map((name) => [name, 'letters0and1digits']));

/** Every secret is a file here whose content can be anything. */
const asFile = (value: string): string => {
  if (!value.startsWith('/run/secrets/')) return value;
  const file = path.join(folder, path.basename(value));
  writeFileSync(file, value.endsWith('/kafka.ca.pem') ? authority : privateKey);
  return file;
};
const { certificate: authority } = createAuthority('Test');
const privateKey = generateKeyPairSync('ed25519').privateKey.export({
  type: 'pkcs8',
  format: 'pem',
});

/** The variables a container would have, and a record of which of them were asked for. */
function watched(name: string) {
  const variables: Record<string, string | undefined> = {
    ...imageEnvironment,
    ...environmentOf(services[name]!, given),
  };
  for (const [key, value] of Object.entries(variables)) variables[key] = asFile(value ?? '');
  const asked = new Set<string>();
  const environment = new Proxy(variables, {
    get(target, key) {
      asked.add(String(key));
      return target[String(key)];
    },
  });
  return { environment, asked };
}

/** Reads the configuration of a process as it would read it in its container. */
async function configure(name: string): Promise<{ port: number; asked: Set<string> }> {
  const { environment, asked } = watched(name);
  if (name === 'gateway') return { port: readGatewayConfig(environment).port, asked };
  const before = process.env;
  process.env = environment;
  try {
    const service = name.replace(/-2$/, '');
    const module = (await import(`../../services/${service}/src/config.js`)) as {
      config: { port: number; brokers: string[] };
    };
    expect(module.config.brokers).not.toEqual([]);
    return { port: module.config.port, asked };
  } finally {
    process.env = before;
  }
}

const single = processes.filter(([name]) => !name.endsWith('-2'));

describe('docker-compose.yml', () => {
  test('is a file of the Compose Specification', () => {
    const schema = JSON.parse(read('infra/docker/compose-spec.json')) as Record<string, unknown>;
    const ajv = new Ajv({ strict: false, validateFormats: false });
    const validate = ajv.compile({ ...schema, $schema: 'http://json-schema.org/draft-07/schema#' });

    validate(composeFile);

    expect(validate.errors ?? []).toEqual([]);
  });

  test('holds no secret: what is secret comes from variables without a default, or from files', () => {
    const values = all.flatMap(([name, { environment = {} }]) =>
      Object.entries(environment).map(([key, value]) => ({ name, key, value: String(value) })),
    );
    const suspicious = values.filter(
      ({ key, value }) =>
        /PASSWORD|SECRET|_KEYS?(_FILE)?$/.test(key) &&
        !/^(\$\{\w+:\?[^}]*\}|\/run\/secrets\/)/.test(value),
    );
    const inUrls = values.filter(({ value }) => /:\/\/[^/\s]*:(?!\$\{\w+\}@)[^/@\s]*@/.test(value));

    expect(suspicious).toEqual([]);
    expect(inUrls).toEqual([]);
    for (const { file } of Object.values(secrets)) expect(file).toMatch(/^\$\{SECRETS_FOLDER:\?/);
  });

  test('mounts only files that are there, and names only what it declares', () => {
    for (const [, service] of all) {
      for (const [source = ''] of (service.volumes ?? []).map((line) => line.split(':'))) {
        if (source.startsWith('./')) expect(existsSync(path.join(root, source))).toBe(true);
        else expect(Object.keys(volumes)).toContain(source);
      }
      const attached = Array.isArray(service.networks)
        ? service.networks
        : Object.keys(service.networks ?? {});
      for (const network of attached) expect(Object.keys(networks)).toContain(network);
      for (const secret of service.secrets ?? []) expect(Object.keys(secrets)).toContain(secret);
      for (const [other, { condition }] of Object.entries(service.depends_on ?? {})) {
        expect(Object.keys(services)).toContain(other);
        if (condition === 'service_healthy') expect(services[other]!.healthcheck).toBeDefined();
      }
    }
    expect(new Set(all.flatMap(([, { secrets: used = [] }]) => used))).toEqual(
      new Set(Object.keys(secrets)),
    );
  });

  test('builds every image from one Dockerfile, for a workspace that is there', () => {
    for (const [, { build }] of [...processes, ...jobs]) {
      expect(build).toMatchObject({ context: '.', dockerfile: 'infra/docker/Dockerfile' });
      expect(existsSync(path.join(root, build!.args.WORKSPACE, 'src/main.ts'))).toBe(true);
    }
    const built = new Set(processes.map(([, { build }]) => build!.args.WORKSPACE));
    const served = readdirSync(path.join(root, 'schema/subgraphs')).map(
      (file) => `services/${file.replace('.graphql', '')}`,
    );
    expect([...built].sort()).toEqual(['gateway', ...served].sort());
  });

  test('runs commands that the images hold', () => {
    for (const [, { command, build }] of jobs) {
      const [node, script] = command!;
      expect(node).toBe('node');
      const source = script!.replace('/dist/', '/src/').replace(/\.js$/, '.ts');
      expect(source).toBe(`${build!.args.WORKSPACE}/src/migrate.ts`);
      expect(existsSync(path.join(root, source))).toBe(true);
    }
    for (const [, { healthcheck }] of processes) {
      const script = healthcheck!.test.at(-1)!;
      expect(healthcheck!.test).toEqual(['CMD', 'node', script]);
      const copied = lastStage.instructions.some(({ text }) => text.includes(`/${script} `));
      expect(copied).toBe(true);
    }
  });

  test('gives our processes no more than they need, and time to stop', () => {
    for (const [name, service] of [...processes, ...jobs]) {
      expect({ name, ...service }).toMatchObject({
        init: true,
        read_only: true,
        tmpfs: ['/tmp'],
        cap_drop: ['ALL'],
        security_opt: ['no-new-privileges:true'],
        deploy: { resources: { limits: { cpus: expect.any(String), memory: expect.any(String) } } },
      });
    }
    // After 20 seconds a process ends by itself: an engine that kills before that loses the rest.
    for (const [, { stop_grace_period: grace }] of processes)
      expect(parseInt(grace!, 10)).toBeGreaterThan(20);
    for (const [, { deploy }] of all) expect(deploy).toBeDefined();
  });

  test('lets only the loopback of the machine in', () => {
    const ports = all.flatMap(([, { ports: open = [] }]) => open);
    expect(ports).not.toEqual([]);
    for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:(\d+):\d+$/);
  });
});

describe('the environment of a process', () => {
  test.each(single.map(([name]) => [name]))(
    'of %s is all that it reads, and read',
    async (name) => {
      const { port, asked } = await configure(name);
      const { environment = {} } = services[name]!;

      expect(port).toBe(environment['PORT']);
      const unread = Object.keys(environment).filter((key) => !asked.has(key));
      expect(unread).toEqual([]);
      const files = Object.values(environment)
        .map(String)
        .filter((value) => value.startsWith('/run/'));
      const granted = (services[name]!.secrets ?? []).map((secret) => `/run/secrets/${secret}`);
      expect(files.sort()).toEqual(granted.sort());
    },
  );

  test.each(jobs.map(([name, service]) => [name, service] as const))(
    'of %s is the one address that the job reads',
    (_name, { environment = {}, build }) => {
      const source = read(`${build!.args.WORKSPACE}/src/migrate.ts`);
      const asked = [...source.matchAll(/url\('(\w+)'\)/g)].map(([, name]) => name);

      expect(Object.keys(environment)).toEqual(asked);
    },
  );

  test('of a second process equals that of the first, in a profile of its own', () => {
    const seconds = processes.filter(([name]) => name.endsWith('-2'));
    expect(seconds).toHaveLength(single.length - 1);
    for (const [name, { profiles, ...service }] of seconds) {
      const first = services[name.replace(/-2$/, '')]!;
      expect(profiles).toEqual(['replicas']);
      // A port of the machine leads to one process.
      expect(service).toEqual({ ...first, ...(first.ports ? { ports: [] } : {}) });
    }
  });

  test('of the gateway leads to every process of every service', () => {
    const { SERVICE_URLS = '' } = environmentOf(services['gateway']!, given);
    const wanted = single.flatMap(([name, { environment = {} }]) =>
      name === 'gateway'
        ? []
        : [
            [
              name,
              [name, `${name}-2`].map((host) => `http://${host}:${environment['PORT']}/graphql`),
            ],
          ],
    );

    expect([...parseServiceUrls(SERVICE_URLS)]).toEqual(wanted);
  });

  test('leads to databases, brokers and issuer that are in the file', () => {
    const addresses = [...processes, ...jobs].flatMap(([, service]) =>
      Object.entries(environmentOf(service, given)).filter(([key]) =>
        /_(DATABASE|OWNER|KEYS)_URL$|^KAFKA_BROKERS$|^OIDC_ISSUER$/.test(key),
      ),
    );
    for (const [key, value] of addresses) {
      const { hostname, port, pathname } = new URL(
        value.includes('://') ? value : `kafka://${value}`,
      );
      const host = hostname === 'keycloak.localhost' ? 'keycloak' : hostname;
      expect(Object.keys(services)).toContain(host);
      const ports = { keycloak: '8080', kafka: '9092' } as Record<string, string>;
      expect(port).toBe(ports[host] ?? '5432');
      if (key.endsWith('_URL') && value.startsWith('postgres:')) {
        const held = String(services[host]!.environment!['SERVICE_DATABASE']).split(' ');
        expect(held).toContain(pathname.slice(1));
      }
    }
  });
});

describe('infra/docker/Dockerfile', () => {
  const instructions = stages.flatMap((stage) => stage.instructions);

  test('copies the manifest of every workspace, without which npm ci refuses', () => {
    const { workspaces } = JSON.parse(read('package.json')) as { workspaces: string[] };
    const folders = workspaces.flatMap((pattern) =>
      pattern.endsWith('/*')
        ? readdirSync(path.join(root, pattern.slice(0, -2))).map((name) =>
            pattern.replace('*', name),
          )
        : [pattern],
    );
    const copied = instructions
      .filter(({ keyword }) => keyword === 'COPY')
      .flatMap(({ text }) => text.split(' ').slice(0, -1));

    for (const workspace of folders.filter((each) =>
      existsSync(path.join(root, each, 'package.json')),
    ))
      expect(copied).toContain(`${workspace}/package.json`);
  });

  test('copies only what is there', () => {
    const sources = instructions
      .filter(({ keyword, flags }) => keyword === 'COPY' && flags['from'] === undefined)
      .flatMap(({ text }) => text.split(' ').slice(0, -1));
    for (const source of sources) expect(existsSync(path.join(root, source))).toBe(true);
  });

  test('ends as an ordinary user, in production, and hears signals', () => {
    const last = (keyword: string) =>
      lastStage.instructions.findLast((instruction) => instruction.keyword === keyword)!.text;
    expect(last('USER')).toBe('node');
    expect(imageEnvironment['NODE_ENV']).toBe('production');
    expect(last('CMD')).toContain('exec node');
  });

  test('brings packages under the Elastic License into the image of the gateway alone', () => {
    const lock = JSON.parse(read('package-lock.json')) as { packages: Record<string, Locked> };
    const elastic = (name: string) =>
      /^@apollo\/(gateway|composition|federation-internals|query-(planner|graphs))$/.test(name);
    const reached = (workspace: string) => [...closure(lock.packages, workspace)].filter(elastic);

    expect(reached('gateway')).not.toEqual([]);
    for (const [, { build }] of processes.filter(([name]) => name !== 'gateway'))
      expect(reached(build!.args.WORKSPACE)).toEqual([]);
  });
});

interface Locked {
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
  resolved?: string;
  link?: boolean;
}

/** The names of all packages that an install of one workspace brings. */
function closure(packages: Record<string, Locked>, workspace: string): Set<string> {
  const found = new Set<string>();
  const open = [packages[workspace]!];
  for (let next = open.pop(); next; next = open.pop()) {
    const names = Object.keys({ ...next.dependencies, ...next.optionalDependencies });
    for (const name of names.filter((each) => !found.has(each))) {
      found.add(name);
      const entry = packages[`node_modules/${name}`];
      if (entry) open.push(entry.link ? packages[entry.resolved!]! : entry);
    }
  }
  return found;
}

describe('docs/operations.md', () => {
  test('names every variable that compose wants or takes', () => {
    const asked = [...read('docker-compose.yml').matchAll(/\$\{(\w+)/g)].map(([, name]) => name!);
    const page = read('docs/operations.md');
    expect([...new Set(asked)].filter((name) => !page.includes(name))).toEqual([]);
  });
});

describe('interpolate', () => {
  test('takes defaults, and refuses what must be set', () => {
    expect(interpolate('${A:-x} $${B}', {})).toBe('x ${B}');
    expect(() => interpolate('${A:?set it}', {})).toThrow('is not set');
  });
});
