import { createHash } from 'node:crypto';
import type { EntityTarget } from 'typeorm';
import { clockAt } from '../process/clock.js';
import { change, isRefusal } from '../work/change.js';
import { findVersion } from '../work/history.js';
import { seededId } from '../work/new-id.js';
import type { Caller } from '../work/scope.rules.js';
import { systemCaller } from '../work/scope.rules.js';
import type { Database, Versioned, Work } from '../work/unit-of-work.js';

/** One fact as somebody of its day would have recorded it. */
export interface DemoStep<Row extends Versioned> {
  /** Unique in the service; makes the ids and the idempotency key. */
  name: string;
  /** The fact's date: the clock that its rules see, and the time in its ids. */
  at: Date;
  /** The clock instead, for what must look recent on the day of loading. */
  now?: Date;
  caller: Caller;
  entity: EntityTarget<Row>;
  act(work: Work): Promise<Row>;
}

/** Records demo data through the service's own functions, once, with the same ids on every machine. */
export interface DemoLoader {
  command<Row extends Versioned>(step: DemoStep<Row>): Promise<Row>;
  read<Result>(act: (work: Work) => Promise<Result>): Promise<Result>;
  /** Id of the demo's organization of a kind that is seated at a region code. */
  organization(regionCode: string, kind?: DemoKind): string;
}

/** Kinds of organizations in the demo; there is at most one of each at a region code. */
export type DemoKind = 'KARANG_TARUNA' | 'LKS' | 'TKSK' | 'PSM';

/** Somebody of the demo, by what they are and where. */
export const demoCaller = (
  role: Caller['role'],
  region: string,
  organizationId: string | null = null,
): Caller => ({
  id: `demo:${role.toLowerCase()}:${region}`,
  role,
  region,
  organizationId,
  officeId: null,
  requestId: 'demo',
});

const hashOf = (text: string) => createHash('sha256').update(text).digest();

function keyOf(name: string): string {
  const hex = hashOf(name).toString('hex');
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `5${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
  ];
  return [...parts, hex.slice(20, 32)].join('-');
}

// The days on which the demo's register began; any fixed days would do.
const officeDay = new Date('2014-01-02T02:00:00Z');
const registryDay = new Date('2014-01-06T02:00:00Z');

/** The first id that a step of this name makes. */
export const demoId = (service: string, name: string, at: Date): string =>
  seededId(`${service}/${name}`, at)();

export const demoOrganizationStep = (regionCode: string, kind: DemoKind = 'KARANG_TARUNA') => ({
  name: `${kind.toLowerCase().replace('_', '-')}/${regionCode}`,
  at: registryDay,
});

export const demoOfficeStep = (regionCode: string) => ({
  name: `office/${regionCode}`,
  at: officeDay,
});

/** Id of the demo's office of social affairs of a region. */
export function demoOfficeId(regionCode: string): string {
  const { name, at } = demoOfficeStep(regionCode);
  return demoId('organizations', name, at);
}

export const demoRegulationStep = (citation: string) => ({
  name: `regulation/${citation}`,
  at: officeDay,
});

/** Id of a regulation of the demo, by its citation: `Permensos 25/2019`. */
export function demoRegulationId(citation: string): string {
  const { name, at } = demoRegulationStep(citation);
  return demoId('organizations', name, at);
}

export function demoLoader(database: Database): DemoLoader {
  return {
    read: (act) => database.inWork({ caller: systemCaller('demo'), readOnly: true }, act),
    organization(regionCode, kind) {
      const { name, at } = demoOrganizationStep(regionCode, kind);
      return demoId('organizations', name, at);
    },
    async command({ name, at, now = at, caller, entity, act }) {
      const newId = seededId(`${database.service}/${name}`, at);
      const outcome = await change(
        database,
        { caller, clock: clockAt(now), newId },
        { operation: 'loadDemo', idempotencyKey: keyOf(name), input: { name }, entity, act },
      );
      if (!isRefusal(outcome)) return outcome;
      const told = await toldBefore(database, { name, actor: caller.id, entity });
      if (told) return told;
      throw new Error(`Demo step ${name} was refused: ${JSON.stringify(outcome)}.`);
    },
  };
}

/** What a step answered when it was first loaded, where who took it sees that no more. */
function toldBefore<Row extends Versioned>(
  database: Database,
  { name, actor, entity }: { name: string; actor: string; entity: EntityTarget<Row> },
): Promise<Row | null> {
  const system = { caller: systemCaller('demo'), readOnly: true };
  return database.inWork(system, async (work) => {
    const [answer] = await work.sql<{ id: string; version: number }>(
      `select answer_id as id, answer_version as version from idempotency_key
       where actor = $1 and operation = 'loadDemo' and key = $2`,
      [actor, keyOf(name)],
    );
    return answer ? findVersion(work, entity, answer) : null;
  });
}
