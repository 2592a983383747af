import type { TablePolicy } from '@jejaring/trust/rights/policy.rules';
import type { Role } from '@jejaring/schema/roles';
import type { Random } from '../../proof/random.js';
import type { Path } from './paths.js';
import type { Row } from './rows.js';

export type RowsOf = (table: string) => readonly Row[];

/** What a row may be drawn from: chance, and the rows that were drawn before. */
export interface Drawing extends Random {
  idOf(table: string): string;
  rowOf(table: string): Row;
  place(): string;
  organization(): string;
  /** Somebody of this role among those who will ask. */
  person(role: Role): string;
  /** Nothing, once in a while. */
  maybe<T>(value: T): T | null;
}

/** A kind of record whose readers are judged. */
export interface Kind {
  /** As the oracle and, where it is an entity, the graph call it. */
  name: string;
  policy: TablePolicy;
  entity: new () => object;
  count: number;
  draw(drawing: Drawing, at: number): Row;
  /** What the oracle is told of other rows. */
  facts?(row: Row, rows: RowsOf): Record<string, never>;
}

/** The records of one service, in the order in which they are drawn, and every way that leads to them. */
export interface Judged {
  service: string;
  kinds: readonly Kind[];
  paths: readonly Path[];
}
