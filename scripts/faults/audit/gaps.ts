import { setTimeout as pause } from 'node:timers/promises';
import type { Stack } from '#stack';
import { directorySealStore } from '@jejaring/trust/audit/directory-seal-store';
import { fromText } from '@jejaring/trust/audit/seal-store';
import { verifyChain } from '@jejaring/trust/audit/verification.service';
import { openAudit } from '../../audit/connection.js';
import { describeVerdict } from '../../audit/verdict.js';
import type { Databases, ServiceName } from '../spine/databases.js';
import { services } from '../spine/databases.js';
import { readToEnd } from '../spine/event-dump.js';
import type { Ledger } from '../spine/ledger.js';

const sealedWithinMs = 60_000;

const waitingSql = `select (select count(*) from audit_entry) - (select count(*) from audit_leaf) as count`;

/** The chain of a service by plain counting, apart from the code that verifies. */
const shapeSql = `
  select (select count(*) from audit_entry)::integer as entries,
    (select count(*) from audit_leaf)::integer as leaves,
    (select coalesce(max(seq), 0) from audit_leaf)::integer as "lastSeq",
    (select count(*) from audit_seal)::integer as seals,
    (select coalesce(max(number), 0) from audit_seal)::integer as "lastSeal",
    (select coalesce(sum(entries), 0) from audit_seal)::integer as sealed,
    (select count(*) from audit_seal n join audit_seal b on b.number = n.number - 1
      where n.previous_root <> b.root or n.first_seq <> b.last_seq + 1)::integer as torn`;

interface Shape {
  entries: number;
  leaves: number;
  lastSeq: number;
  seals: number;
  lastSeal: number;
  sealed: number;
  torn: number;
}

/** Roots by number as they were said; two different ones for a number are a fork. */
type Said = Map<number, Set<string>>;

const storeOf = (stack: Stack) => directorySealStore(stack.seals);

async function keptNames(stack: Stack, service: ServiceName): Promise<string[]> {
  const prefix = `${service}/seals/0001/`;
  const names: string[] = [];
  for (let after = ''; ; after = names.at(-1)!) {
    const some = await storeOf(stack).list(prefix, after);
    names.push(...some);
    if (some.length === 0) return names;
  }
}

/** Waits until nothing waits: every entry has a leaf, every seal is kept and said. */
export async function waitUntilSealed(stack: Stack, databases: Databases): Promise<void> {
  const end = Date.now() + sealedWithinMs;
  for (const service of services) {
    for (; Date.now() < end; await pause(250)) {
      const waiting = await databases.count(service, waitingSql);
      const outbox = await databases.count(service, 'select count(*) from outbox');
      const seals = await databases.count(service, 'select count(*) from audit_seal');
      if (waiting + outbox === 0 && (await keptNames(stack, service)).length === seals) break;
    }
  }
}

async function readSaid(stack: Stack): Promise<Map<string, Said>> {
  const topics = services.map((service) => `jejaring.${service}.audit`);
  const said = new Map<string, Said>(services.map((service) => [service, new Map()]));
  await readToEnd(stack, topics, ({ value }) => {
    const { chain, number, root } = JSON.parse(value!) as {
      chain: string;
      number: number;
      root: string;
    };
    const roots = said.get(chain)!;
    roots.set(number, (roots.get(number) ?? new Set()).add(root));
  });
  return said;
}

function compareShape(shape: Shape): string[] {
  const { entries, leaves, lastSeq, seals, lastSeal, sealed, torn } = shape;
  return [
    ...(leaves === entries ? [] : [`${entries - leaves} entries have no leaf`]),
    ...(lastSeq === leaves ? [] : [`${lastSeq - leaves} places are empty`]),
    ...(lastSeal === seals ? [] : [`${lastSeal - seals} seals are missing`]),
    ...(sealed === leaves ? [] : [`${leaves - sealed} leaves are under no seal`]),
    ...(torn === 0 ? [] : [`${torn} seals do not follow on the one before`]),
  ];
}

async function compareKept(
  stack: Stack,
  databases: Databases,
  service: ServiceName,
  said: Said,
): Promise<string[]> {
  const rows = await databases.rows<{ number: string; root: string }>(
    service,
    "select number, encode(root, 'hex') as root from audit_seal order by number",
  );
  const names = await keptNames(stack, service);
  const gaps =
    names.length === rows.length ? [] : [`${names.length} seals are kept, not ${rows.length}`];
  for (const [at, name] of names.entries()) {
    const { number, root } = fromText((await storeOf(stack).get(name))!);
    const known = rows[at];
    if (Number(known?.number) !== number || known?.root !== root)
      gaps.push(`the second store has another seal ${number}`);
  }
  for (const { number, root } of rows) {
    const roots = [...(said.get(Number(number)) ?? [])];
    if (roots.length !== 1 || roots[0] !== root)
      gaps.push(`seal ${number} was said as ${roots.join(' and ') || 'nothing'}`);
  }
  return gaps;
}

/** Every command that was answered left its entry, however often its service was killed. */
async function missingEntries(databases: Databases, ledger: Ledger): Promise<string[]> {
  const gaps: string[] = [];
  for (const service of ['organizations', 'welfare-cases'] as const) {
    const rows = await databases.rows<{ request: string }>(
      service,
      "select distinct request_id as request from audit_entry where actor like 'campaign:%'",
    );
    const entered = new Set(rows.map(({ request }) => request));
    const answered = ledger.operations.filter((each) => each.answer && each.service === service);
    for (const { name, requestIds } of answered)
      if (!requestIds.some((id) => entered.has(id))) gaps.push(`${name} left no entry`);
  }
  return gaps;
}

export interface Gaps {
  gaps: string[];
  entries: number;
  seals: number;
}

/** Holds database, second store and events against one another, and verifies each chain. */
export async function findGaps(stack: Stack, databases: Databases, ledger: Ledger): Promise<Gaps> {
  const said = await readSaid(stack);
  const gaps = await missingEntries(databases, ledger);
  let [entries, seals] = [0, 0];
  for (const service of services) {
    const [shape] = await databases.rows<Shape>(service, shapeSql);
    const audit = await openAudit(stack.databases[service.replace('-', '_') as 'training'].app);
    const verdict = await verifyChain(audit, { service, store: storeOf(stack) });
    await audit.end();
    process.stderr.write(`${service}: ${describeVerdict(verdict)}\n`);
    const found = [
      ...compareShape(shape!),
      ...(await compareKept(stack, databases, service, said.get(service)!)),
      ...(verdict.finding ? [describeVerdict(verdict)] : []),
    ];
    gaps.push(...found.map((gap) => `${service}: ${gap}`));
    entries += shape!.entries;
    seals += shape!.seals;
  }
  return { gaps, entries, seals };
}
