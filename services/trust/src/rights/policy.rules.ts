import type { Role } from '@jejaring/schema/roles';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import { covers } from '@jejaring/chassis/work/scope.rules';

/** Callers of these roles whose region range holds the row's region. */
export interface WithinRegion {
  roles: readonly Role[];
  /** Column with the row's region code. */
  within: string;
  /** Only rows in one of these states. */
  statuses?: readonly string[];
}

/** Callers of these roles who act for the organization named in the row. */
export interface OfOrganization {
  roles: readonly Role[];
  /** Column with the organization's id. */
  organization: string;
  /** Only rows in one of these states. */
  statuses?: readonly string[];
}

/** Callers of these roles whose organization is named by a related row that is in force. */
export interface ThroughRelation {
  roles: readonly Role[];
  through: {
    /** Column of this row that the relation points to. */
    column: string;
    relation: string;
    /** Column of the relation that holds this row's value. */
    key: string;
    /** Column of the relation with the caller's organization. */
    organization: string;
    /** Only relations in one of these states open the row. */
    statuses: readonly string[];
  };
}

/** Callers of these roles who made the row themselves. */
export interface ByActor {
  roles: readonly Role[];
  /** Column with the subject of a token. */
  actor: string;
}

/** Callers of these roles who may see the record of one of these tables that the row belongs to. */
export interface AsRecord {
  roles: readonly Role[];
  /** Tables that the row's `subject_table` may name; `subject_id` is the record's id. */
  records: readonly string[];
}

/** Callers of these roles who may see a row of another table that names this one. */
export interface SeenThrough {
  roles: readonly Role[];
  seen: {
    table: string;
    /** Column of the other table that holds this row's value, and the column of this row. */
    key: string;
    column: string;
  };
}

/** Callers of these roles, wherever the row lies. */
export interface Everywhere {
  roles: readonly Role[];
  everywhere: true;
  /** Only rows in one of these states. */
  statuses?: readonly string[];
}

/** Each caller may do this to each row. */
export const everyone = 'everyone';

export type RowClause = WithinRegion | OfOrganization | ByActor | Everywhere;
export type Clause = RowClause | ThroughRelation | AsRecord | SeenThrough;

/**
 * Who may read and write the rows of one table and who may give which command: one piece of data
 * from which row-level security, the SQL filter and the answers of `viewerCan` are made.
 */
export interface TablePolicy<Command extends string = string> {
  table: string;
  /** `public` rows carry nothing personal; `restricted` ones do and are closed unless a clause opens them. */
  access: 'public' | 'regional' | 'restricted';
  /** Column that is set while a person's data may not be processed; such a row is closed to everybody. */
  restriction?: string;
  read: typeof everyone | readonly Clause[];
  /** Where whoever does something may add a row, whatever their role, and change none. */
  add?: typeof everyone;
  write: readonly Clause[];
  commands: Record<Command, readonly RowClause[]>;
}

export const definePolicy = <Command extends string>(policy: TablePolicy<Command>) => policy;

const fieldOf = (column: string) =>
  column.replace(/_([a-z])/g, (_match, letter: string) => letter.toUpperCase());

/** Whether one of the clauses opens the row to the caller. */
export function may(clauses: readonly RowClause[], caller: Caller, row: object): boolean {
  if (caller.role === 'SYSTEM') return true;
  const field = (column: string) => (row as Record<string, unknown>)[fieldOf(column)];
  const inStatus = (statuses?: readonly string[]) =>
    statuses === undefined || statuses.includes(String(field('status')));
  return clauses.some((clause) => {
    if (!(clause.roles as readonly string[]).includes(caller.role)) return false;
    if ('within' in clause)
      return covers(caller.region, String(field(clause.within))) && inStatus(clause.statuses);
    if ('actor' in clause) return caller.id === field(clause.actor);
    if ('everywhere' in clause) return inStatus(clause.statuses);
    const theirs = caller.organizationId;
    return theirs !== null && theirs === field(clause.organization) && inStatus(clause.statuses);
  });
}
