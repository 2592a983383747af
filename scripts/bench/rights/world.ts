import { randomUUID } from 'node:crypto';
import type { TestService } from '@jejaring/chassis/testing/graph-client';
import type { Random } from '../../proof/random.js';
import type { Actor } from './actors.js';
import { drawActors, organizations, places, standingRow } from './actors.js';
import type { Drawing, Judged, RowsOf } from './kinds.js';
import type { Row } from './rows.js';
import { fill, loosen } from './rows.js';

/** One service with records of all kinds in all states, and people who will ask for them. */
export interface World {
  judged: Judged;
  service: TestService;
  actors: Actor[];
  rowsOf: RowsOf;
}

function drawingOf(random: Random, rowsOf: RowsOf, actors: readonly Actor[]): Drawing {
  const rowOf = (table: string) => random.pick(rowsOf(table));
  return {
    ...random,
    rowOf,
    idOf: (table) => String(rowOf(table).id),
    place: () => random.pick(places),
    organization: () => random.pick(organizations),
    person: (role) => random.pick(actors.filter(({ claim }) => claim.role === role)).claim.id,
    maybe: (value) => (random.next() < 0.25 ? null : value),
  };
}

/** Fills a service with what its kinds draw. Rights do not ask how a row came to be. */
export async function makeWorld(
  service: TestService,
  judged: Judged,
  { random, people, share = 1 }: { random: Random; people: number; share?: number },
): Promise<World> {
  const actors = drawActors(random, people);
  const drawn = new Map<string, Row[]>();
  const rowsOf: RowsOf = (table) => drawn.get(table) ?? [];
  const drawing = drawingOf(random, rowsOf, actors);
  await loosen(service.rows);
  for (const { policy, count, draw } of judged.kinds) {
    const rows = Array.from({ length: Math.ceil(count * share) }, (_one, at) => ({
      id: randomUUID(),
      ...draw(drawing, at),
    }));
    drawn.set(policy.table, rows);
    await fill(service.rows, policy.table, rows);
  }
  const standing = actors.flatMap((actor) => standingRow(actor, randomUUID()) ?? []);
  await fill(service.rows, 'standing', standing as Row[]);
  return { judged, service, actors, rowsOf };
}
