import type { Role } from '@jejaring/schema/roles';
import { roles } from '@jejaring/schema/roles';
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
  read: typeof everyone | readonly Clause[];
  /** Where whoever does something may add a row, whatever their role, and change none. */
  add?: typeof everyone;
  write: readonly Clause[];
  commands: Record<Command, readonly RowClause[]>;
}

export const definePolicy = <Command extends string>(policy: TablePolicy<Command>) => policy;

/** What a clause must know beside the row: the rows of a relation, and which records are seen. */
export interface Related {
  rows(relation: string): readonly object[];
  sees(table: string, row: object): boolean;
}

const nothing: Related = { rows: () => [], sees: () => false };

const fieldOf = (column: string) =>
  column.replace(/_([a-z])/g, (_match, letter: string) => letter.toUpperCase());

const valueOf = (row: object, column: string) => (row as Record<string, unknown>)[fieldOf(column)];

function inStatus(row: object, statuses: readonly string[] | undefined): boolean {
  return statuses === undefined || statuses.includes(String(valueOf(row, 'status')));
}

function isThrough({ through }: ThroughRelation, caller: Caller, row: object, related: Related) {
  const here = valueOf(row, through.column);
  return related
    .rows(through.relation)
    .some(
      (other) =>
        valueOf(other, through.key) === here &&
        valueOf(other, through.organization) === caller.organizationId &&
        inStatus(other, through.statuses),
    );
}

function isOfRecord({ records }: AsRecord, row: object, { rows, sees }: Related): boolean {
  const table = String(valueOf(row, 'subject_table'));
  if (!records.includes(table)) return false;
  const id = valueOf(row, 'subject_id');
  return rows(table).some((record) => valueOf(record, 'id') === id && sees(table, record));
}

const isSeenThrough = ({ seen }: SeenThrough, row: object, { rows, sees }: Related): boolean =>
  rows(seen.table).some(
    (other) => valueOf(other, seen.key) === valueOf(row, seen.column) && sees(seen.table, other),
  );

/** Whether one clause opens the row: the sentence that the row policy says in SQL. */
function opens(clause: Clause, caller: Caller, row: object, related: Related): boolean {
  if (!(clause.roles as readonly string[]).includes(caller.role)) return false;
  if ('records' in clause) return isOfRecord(clause, row, related);
  if ('seen' in clause) return isSeenThrough(clause, row, related);
  if ('actor' in clause) return caller.id === valueOf(row, clause.actor);
  if ('through' in clause)
    return caller.organizationId !== null && isThrough(clause, caller, row, related);
  if (!inStatus(row, clause.statuses)) return false;
  if ('everywhere' in clause) return true;
  if ('within' in clause) return covers(caller.region, String(valueOf(row, clause.within)));
  const theirs = caller.organizationId;
  return theirs !== null && theirs === valueOf(row, clause.organization);
}

const isOpen = (clauses: readonly Clause[], caller: Caller, row: object, related: Related) =>
  caller.role === 'SYSTEM' || clauses.some((clause) => opens(clause, caller, row, related));

/** Whether one of the clauses opens the row to the caller. */
export const may = (clauses: readonly RowClause[], caller: Caller, row: object): boolean =>
  isOpen(clauses, caller, row, nothing);

/** Whether the caller may see the row: what row-level security answers, without a database. */
export const canRead = (
  policy: Pick<TablePolicy, 'read'>,
  caller: Caller,
  row: object,
  related: Related = nothing,
): boolean => policy.read === everyone || isOpen(policy.read, caller, row, related);

/** Roles that some clause speaks of: nobody else ever sees or does what they are about. */
export const rolesOf = (clauses: typeof everyone | readonly Clause[]): Role[] => {
  if (clauses === everyone) return [...roles];
  const named = new Set(clauses.flatMap((clause) => clause.roles));
  return roles.filter((role) => named.has(role));
};
