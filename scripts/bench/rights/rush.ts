import { encodeId } from '@jejaring/chassis/graph/ids';
import type { Random } from '../../proof/random.js';
import type { Actor } from './actors.js';
import { graphOf, idsByOracle } from './agreement.js';
import type { Oracle } from './oracle.js';
import { inProvince } from './paths.js';
import type { World } from './world.js';

export interface Rushed {
  requests: number;
  /** Rows that somebody was shown and may not see. */
  foreignRows: number;
  /** Rows that somebody may see and was not shown. */
  missingRows: number;
  ms: number;
}

interface Shown {
  cases: { nodes: { id: string }[] } | null;
  case: { id: string } | null;
}

/** Who sees which cases, and which of them a list of the province shows. */
interface Sight {
  all: ReadonlySet<string>;
  listed: ReadonlySet<string>;
}

function sightOf(world: World, oracle: Oracle, actor: Actor): Sight {
  const kind = world.judged.kinds.find(({ name }) => name === 'WelfareCase')!;
  const seen = idsByOracle(world, oracle, actor, kind);
  const rows = world.rowsOf('welfare_case').filter(({ id }) => seen.has(String(id)));
  const idsOf = (found: typeof rows) =>
    new Set(found.map(({ id }) => encodeId('case', String(id))));
  return { all: idsOf(rows), listed: idsOf(rows.filter(inProvince)) };
}

/** Many people of all regions at once on few connections: whatever one leaves behind, the next would see. */
export async function rush(
  world: World,
  oracle: Oracle,
  { random, requests, inFlight }: { random: Random; requests: number; inFlight: number },
): Promise<Rushed> {
  const sights = new Map(world.actors.map((actor) => [actor, sightOf(world, oracle, actor)]));
  const ids = world.rowsOf('welfare_case').map(({ id }) => encodeId('case', String(id)));
  const rushed: Rushed = { requests, foreignRows: 0, missingRows: 0, ms: 0 };
  async function askOnce(): Promise<void> {
    const actor = random.pick(world.actors);
    const asked = random.pick(ids);
    const shown = (await graphOf(
      world.service,
      actor,
    )(
      `{ cases(region: "32", first: 100) { nodes { id } } case(id: "${asked}") { id } }`,
    )) as unknown as Shown;
    const { all, listed } = sights.get(actor)!;
    const nodes = shown.cases?.nodes ?? [];
    const one = shown.case ? 1 : 0;
    const foreign = nodes.filter(({ id }) => !listed.has(id)).length;
    rushed.foreignRows += foreign + (one > 0 && !all.has(asked) ? 1 : 0);
    rushed.missingRows +=
      listed.size - (nodes.length - foreign) + (one === 0 && all.has(asked) ? 1 : 0);
  }
  let left = requests;
  const started = performance.now();
  const lane = async () => {
    while (left > 0) {
      left -= 1;
      await askOnce();
    }
  };
  await Promise.all(Array.from({ length: inFlight }, lane));
  rushed.ms = Math.round(performance.now() - started);
  return rushed;
}
