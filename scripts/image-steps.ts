import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
} from 'node:fs';
import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { freePorts, root } from '#machinery';
import type { Answered } from './proof/graph.js';
import { ask } from './proof/graph.js';
import type { Goal } from './proof/report.js';
import { finish, say } from './proof/report.js';
import type { Image } from './image/build.js';
import { Builder } from './image/build.js';
import type { Ground } from './image/ground.js';
import { openGround } from './image/ground.js';
import { seal, start, stopWell, untilReady } from './image/start.js';

const { values } = parseArgs({
  options: {
    service: { type: 'string', default: 'organizations' },
    dockerfile: { type: 'string', default: 'infra/docker/Dockerfile' },
  },
});
const { service } = values;
/** As in docker-compose.yml. */
const graceMs = 30_000;
const elastic = ['gateway', 'composition', 'federation-internals', 'query-planner', 'query-graphs'];

const dir = mkdtempSync(path.join(tmpdir(), 'jejaring-image-'));
chmodSync(dir, 0o755);
const searchPath = bringNode(path.join(dir, 'bin'));
const goals: Goal[] = [];
const figures: Record<string, number> = {};

/** Node where the user of the image can enter, as the base image has it. */
function bringNode(folder: string): string {
  mkdirSync(folder);
  copyFileSync(process.execPath, path.join(folder, 'node'));
  chmodSync(path.join(folder, 'node'), 0o755);
  return [folder, process.env.PATH].join(path.delimiter);
}

function judgeTree(name: string, { root: tree, workdir, user }: Image): void {
  const has = (packageName: string) =>
    existsSync(path.join(tree, workdir, 'node_modules', packageName));
  const found = elastic.filter((packageName) => has(`@apollo/${packageName}`));
  const allowed = name === 'gateway';
  goals.push(
    {
      name: `${name}: ${found.length} packages under the Elastic License`,
      met: found.length > 0 === allowed,
    },
    { name: `${name}: no compiler and no test runner`, met: !has('typescript') && !has('jest') },
    { name: `${name}: not as root`, met: user !== null && user !== 'root' },
  );
}

/** Starts an image's process, lets `act` use it, and ends it as an engine would. */
async function serve(
  name: string,
  image: Image,
  environment: Record<string, string>,
  act: (url: string) => Promise<void>,
): Promise<void> {
  const { gateway: port } = await freePorts();
  const url = `http://127.0.0.1:${port}`;
  const local = { ...environment, HOST: '127.0.0.1', PORT: String(port) };
  const started = start({ image, environment: local, searchPath });
  try {
    figures[`${name}ReadyMs`] = await untilReady(started, url, 60_000);
    const command = ['node', 'healthcheck.mjs'];
    const check = start({ image, command, environment: local, searchPath });
    goals.push({ name: `${name}: healthy by its own check`, met: (await check.ended) === 0 });
    await act(url);
  } finally {
    figures[`${name}StopMs`] = await stopWell(started, graceMs);
  }
  goals.push({ name: `${name}: ends with 0 after SIGTERM`, met: true });
}

async function migrate(image: Image, environment: Record<string, string>): Promise<void> {
  const command = ['node', `services/${service}/dist/migrate.js`];
  const migrations = start({ image, command, environment, searchPath });
  if ((await migrations.ended) !== 0)
    throw new Error(`The migrations failed: ${migrations.said()}`);
}

/** The service's own address, and one that only says it is ready for each of the others. */
function addressesOf(url: string, { standIn }: Ground): string {
  const names = readdirSync(path.join(root, 'schema', 'subgraphs'));
  return names
    .map((file) => file.replace('.graphql', ''))
    .map((name) => `${name}=${name === service ? url : standIn}/graphql`)
    .join();
}

/** As in production: what is published is answered, through the service where it is this one's. */
async function askAsPublished(url: string): Promise<void> {
  const file = path.join(root, 'schema', 'operations', 'RegionSearch.graphql');
  const document = readFileSync(file, 'utf8');
  const published = await ask(url, { document, variables: { text: 'Banjar' } });
  const unlisted = await ask(url, { document: '{ __typename }' });
  const notListed = ({ errors }: Answered) =>
    errors.some(({ extensions }) => extensions['code'] === 'OPERATION_NOT_LISTED');
  goals.push(
    {
      name: 'gateway: answers what is published',
      met: service === 'organizations' ? published.data !== null : !notListed(published),
    },
    { name: 'gateway: refuses what is not', met: notListed(unlisted) },
  );
}

async function tryImages(ground: Ground, builder: Builder): Promise<void> {
  const images = {
    service: builder.build(`services/${service}`),
    gateway: builder.build('gateway'),
  };
  judgeTree(service, images.service);
  judgeTree('gateway', images.gateway);
  for (const image of Object.values(images)) seal(image);
  const environment = await ground.serviceEnvironment(service);
  await migrate(images.service, environment);
  await serve(service, images.service, environment, async (url) => {
    const addresses = { SERVICE_URLS: addressesOf(url, ground) };
    await serve(
      'gateway',
      images.gateway,
      { ...ground.gatewayEnvironment, ...addresses },
      askAsPublished,
    );
  });
}

const began = Date.now();
const ground = await openGround(dir);
try {
  say(`The steps of ${values.dockerfile}, in ${dir}`);
  const builder = new Builder({
    context: root,
    dockerfile: values.dockerfile,
    into: path.join(dir, 'stages'),
    environment: {
      ...process.env,
      PATH: searchPath,
      npm_config_audit: 'false',
      npm_config_fund: 'false',
    },
    say,
  });
  await tryImages(ground, builder);
} finally {
  await ground.close();
  execFileSync('chmod', ['-R', 'u+w', dir]);
  rmSync(dir, { recursive: true, force: true });
}
const seconds = Math.round((Date.now() - began) / 1_000);
finish({ service, transport: ground.transport, seconds, ...figures }, goals);
