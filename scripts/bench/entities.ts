import { root } from '#machinery';
import { signCaller } from '@jejaring/chassis/graph/internal-token';
import { anonymous } from '@jejaring/chassis/work/scope.rules';
import { generateKeyPairSync } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual, parseArgs } from 'node:util';
import { percentile, rounded } from '../proof/figures.js';
import { finish, printTable, say } from '../proof/report.js';
import type { Ground } from './entities/ground.js';
import { howMany, openGround } from './entities/ground.js';
import type { Shot } from './gateway/load.js';
import { Client, saturate } from './gateway/load.js';
import type { Started } from './gateway/processes.js';
import {
  cores,
  freePort,
  readTree,
  startProcess,
  stayAside,
  waitFor,
} from './gateway/processes.js';

/*
 * What the graph costs where the gateway asks a service for many entities at once: processor time of
 * the service over that of a server that hands out raw rows of the same tables. Everything is on in the
 * service: the gateway's token, scope, row policies, audit of classified fields.
 */
const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '4' },
    seconds: { type: 'string', default: '3' },
    quick: { type: 'boolean', default: false },
  },
});
const rounds = values.quick ? 2 : Number(values.rounds);
const windowMs = values.quick ? 1_000 : Number(values.seconds) * 1_000;
const askers = 8;

const flat = `id version kind level name registeredNumber establishedOn status returnReason
  rejectionGround decreeNumber membershipNumber owner`;
const nested = `${flat} classifications { id version year status class objectionGround }`;
const questionOf = (selection: string) =>
  `query Entities($representations: [_Any!]!) { _entities(representations: $representations) { ... on Organization { ${selection} } } }`;

const keys = generateKeyPairSync('ed25519');
const staff = {
  ...anonymous('bench'),
  id: 'officer-1',
  role: 'DINSOS_REGENCY_STAFF',
  region: '32.79',
} as const;

interface Side {
  process: Started;
  client: Client;
  shotOf(isNested: boolean): Shot;
}

async function start(
  ground: Ground,
  name: 'service' | 'raw',
  shotOf: Side['shotOf'],
): Promise<Side> {
  const port = await freePort();
  const publicKeyFile = path.join(ground.folder, 'gateway.public.pem');
  writeFileSync(publicKeyFile, keys.publicKey.export({ type: 'spki', format: 'pem' }));
  const started = startProcess({
    name,
    core: cores.gateway,
    argv: [process.execPath, path.join(import.meta.dirname, 'entities', `${name}.js`)],
    cwd: root,
    env: {
      NODE_ENV: 'production',
      PORT: String(port),
      DATABASE_URL: ground.appUrl,
      GATEWAY_PUBLIC_KEY_FILE: publicKeyFile,
    },
    logFile: path.join(ground.folder, `${name}.log`),
  });
  const client = new Client(`http://127.0.0.1:${port}`, askers);
  await waitFor(started, async () => (await client.read(shotOf(false))).status === 200);
  return { process: started, client, shotOf };
}

/** Signed anew now and then, as long as a token holds. */
function serviceShot({ ids }: Ground): Side['shotOf'] {
  const representations = ids.map((id) => ({ __typename: 'Organization', id }));
  const bodies = [flat, nested].map((selection) =>
    JSON.stringify({ query: questionOf(selection), variables: { representations } }),
  );
  return (isNested) => {
    const body = bodies[isNested ? 1 : 0]!;
    const token = signCaller(keys.privateKey, staff, 'organizations', body);
    return { body, authorization: `Bearer ${token}` };
  };
}

const rawShot =
  ({ uuids }: Ground): Side['shotOf'] =>
  (isNested) => ({ body: JSON.stringify({ uuids, nested: isNested }) });

/** Both must tell the same of every organization, but for the spelling of ids and what nobody asked. */
async function compare(service: Side, raw: Side): Promise<void> {
  const [ours, theirs] = await Promise.all(
    [service, raw].map(async ({ client, shotOf }) => (await client.read(shotOf(true))).text),
  );
  const withoutIds = (text: string): unknown =>
    JSON.parse(text, (key, value: unknown) => (key === 'id' ? undefined : value));
  if (isDeepStrictEqual(withoutIds(ours!), withoutIds(theirs!))) return;
  throw new Error(`They answer otherwise.\n${ours!.slice(0, 600)}\n${theirs!.slice(0, 600)}`);
}

async function measureOne({ process: of, client, shotOf }: Side, isNested: boolean) {
  const shot = shotOf(isNested);
  const { text } = await client.read(shot);
  const size = Buffer.byteLength(text);
  const next = () => ({
    ...shot,
    isRight: ({ status, bytes }: { status: number; bytes: number }) =>
      status === 200 && bytes === size,
  });
  await saturate({ client, next }, askers, windowMs / 4);
  const before = readTree(of.pid).cpuMs;
  const { latencies, failed, milliseconds } = await saturate({ client, next }, askers, windowMs);
  if (failed > 0) throw new Error(`${failed} answers of ${of.name} were not right.`);
  const cpuMs = (readTree(of.pid).cpuMs - before) / latencies.length;
  return { cpuMs, perSecond: (latencies.length * 1_000) / milliseconds };
}

/** Until the engine has compiled what is hot: where the machine is busy, one window holds too few requests. */
async function warmUp(side: Side, isNested: boolean): Promise<void> {
  let answered = 0;
  for (let window = 0; window < 8 && answered < 1_000; window += 1) {
    answered += ((await measureOne(side, isNested)).perSecond * windowMs) / 1_000;
  }
}

type Measured = Awaited<ReturnType<typeof measureOne>>;

async function measure(sides: { service: Side; raw: Side }, isNested: boolean) {
  const all: Record<'service' | 'raw', Measured[]> = { service: [], raw: [] };
  for (const side of ['service', 'raw'] as const) await warmUp(sides[side], isNested);
  for (let round = 0; round < rounds; round += 1) {
    for (const side of ['service', 'raw'] as const) {
      all[side].push(await measureOne(sides[side], isNested));
    }
  }
  const median = (side: 'service' | 'raw', of: keyof Measured) =>
    percentile(
      all[side].map((each) => each[of]),
      0.5,
    );
  return {
    serviceMs: rounded(median('service', 'cpuMs'), 3),
    rawMs: rounded(median('raw', 'cpuMs'), 3),
    ratio: rounded(median('service', 'cpuMs') / median('raw', 'cpuMs'), 2),
    servicePerSecond: Math.round(median('service', 'perSecond')),
    rawPerSecond: Math.round(median('raw', 'perSecond')),
  };
}

stayAside();
say('Starting PostgreSQL with the tables of organizations');
const ground = await openGround();
const started: Side[] = [];
try {
  const service = await start(ground, 'service', serviceShot(ground));
  started.push(service);
  const raw = await start(ground, 'raw', rawShot(ground));
  started.push(raw);
  await compare(service, raw);
  const flatFigures = await measure({ service, raw }, false);
  const nestedFigures = await measure({ service, raw }, true);
  printTable(
    `${howMany} organizations in one call, processor time of the application for a request`,
    [
      { selection: 'flat, 13 columns', ...flatFigures },
      { selection: 'nested, with 3 classes each', ...nestedFigures },
    ],
  );
  const [flatRatio, nestedRatio] = [flatFigures.ratio, nestedFigures.ratio];
  process.stdout.write('\n');
  finish({ flatRatio, nestedRatio, flat: flatFigures, nested: nestedFigures }, [
    { name: `flat: ${flatRatio} times raw rows, at most 2.4 (aim 1.8)`, met: flatRatio <= 2.4 },
    { name: `nested: ${nestedRatio} times raw rows, at most 3.0 (aim 2.2)`, met: nestedRatio <= 3 },
  ]);
} finally {
  await Promise.all(started.map(({ client }) => client.close()));
  await Promise.all(started.map((side) => side.process.stop()));
  await ground.close();
}
