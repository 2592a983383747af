import type { Role } from '@jejaring/schema/roles';
import { roles } from '@jejaring/schema/roles';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import { covers } from '@jejaring/chassis/work/scope.rules';

/** Whom a clause speaks of, and which rows it leaves out. */
interface OfRoles {
  roles: readonly Role[];
  /** Only rows in one of these states. */
  statuses?: readonly string[];
  /** Not rows in which this column is true. */
  unless?: string;
}

/** Callers of these roles whose region range holds the row's region. */
export interface WithinRegion extends OfRoles {
  /** Column with the row's region code. */
  within: string;
}

/** Callers of these roles who act for the organization named in the row. */
export interface OfOrganization extends OfRoles {
  /** Column with the organization's id. */
  organization: string;
}

/** Callers of these roles whose organization is named by a related row that is in force. */
export interface ThroughRelation extends OfRoles {
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
    /** Only relations with these values in these columns. */
    equals?: Record<string, string>;
    /** Only relations whose lists hold these values. */
    includes?: Record<string, string>;
    /** Not relations in which this column is true. */
    unless?: string;
  };
}

/** Callers of these roles who made the row themselves. */
export interface ByActor extends OfRoles {
  /** Column with the subject of a token. */
  actor: string;
}

/** Callers of these roles to whom a related row opens this one for a while, each in person. */
export interface GrantedTo extends OfRoles {
  granted: {
    /** Column of this row that the grant points to. */
    column: string;
    relation: string;
    /** Column of the grant that holds this row's value. */
    key: string;
    /** Column of the grant with the subject of a token. */
    actor: string;
    /** Column of the grant with the time at which it ends. */
    until: string;
  };
}

/** Callers of these roles who may see the record of one of these tables that the row belongs to. */
export interface AsRecord extends OfRoles {
  /** Tables that the row's `subject_table` may name; `subject_id` is the record's id. */
  records: readonly string[];
}

/** Callers of these roles who may see a row of another table that names this one. */
export interface SeenThrough extends OfRoles {
  seen: {
    table: string;
    /** Column of the other table that holds this row's value, and the column of this row. */
    key: string;
    column: string;
  };
}

/** Callers of these roles, wherever the row lies. */
export interface Everywhere extends OfRoles {
  everywhere: true;
}

/** Each caller may do this to each row. */
export const everyone = 'everyone';

export type RowClause = WithinRegion | OfOrganization | ByActor | Everywhere;
export type Clause = RowClause | ThroughRelation | GrantedTo | AsRecord | SeenThrough;

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

/** What a clause must know beside the row: the rows of a relation, and which records are seen. */
export interface Related {
  rows(relation: string): readonly object[];
  sees(table: string, row: object): boolean;
  /** The time by which grants end. */
  now?: Date;
}

const nothing: Related = { rows: () => [], sees: () => false };

const fieldOf = (column: string) =>
  column.replace(/_([a-z])/g, (_match, letter: string) => letter.toUpperCase());

const valueOf = (row: object, column: string) => (row as Record<string, unknown>)[fieldOf(column)];

function inStatus(row: object, statuses: readonly string[] | undefined): boolean {
  return statuses === undefined || statuses.includes(String(valueOf(row, 'status')));
}

const isLeftOut = (row: object, unless: string | undefined) =>
  unless !== undefined && valueOf(row, unless) === true;

const isOf = (caller: Caller, row: object, organization: string) =>
  caller.organizationId !== null && caller.organizationId === valueOf(row, organization);

function isInForce({ through }: ThroughRelation, other: object): boolean {
  const { equals = {}, includes = {}, statuses, unless } = through;
  return (
    inStatus(other, statuses) &&
    !isLeftOut(other, unless) &&
    Object.entries(equals).every(([column, value]) => valueOf(other, column) === value) &&
    Object.entries(includes).every(([column, value]) =>
      (valueOf(other, column) as string[]).includes(value),
    )
  );
}

function isThrough(clause: ThroughRelation, caller: Caller, row: object, { rows }: Related) {
  const { column, relation, key, organization } = clause.through;
  const here = valueOf(row, column);
  return rows(relation).some(
    (other) =>
      valueOf(other, key) === here && isOf(caller, other, organization) && isInForce(clause, other),
  );
}

function isGranted({ granted }: GrantedTo, caller: Caller, row: object, { rows, now }: Related) {
  const { column, relation, key, actor, until } = granted;
  const here = valueOf(row, column);
  return rows(relation).some(
    (other) =>
      valueOf(other, key) === here &&
      valueOf(other, actor) === caller.id &&
      now !== undefined &&
      (valueOf(other, until) as Date) > now,
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
  if (!inStatus(row, clause.statuses) || isLeftOut(row, clause.unless)) return false;
  if ('records' in clause) return isOfRecord(clause, row, related);
  if ('seen' in clause) return isSeenThrough(clause, row, related);
  if ('actor' in clause) return caller.id === valueOf(row, clause.actor);
  if ('through' in clause) return isThrough(clause, caller, row, related);
  if ('granted' in clause) return isGranted(clause, caller, row, related);
  if ('everywhere' in clause) return true;
  if ('within' in clause) return covers(caller.region, String(valueOf(row, clause.within)));
  return isOf(caller, row, clause.organization);
}

const isOpen = (clauses: readonly Clause[], caller: Caller, row: object, related: Related) =>
  caller.role === 'SYSTEM' || clauses.some((clause) => opens(clause, caller, row, related));

/** Whether one of the clauses opens the row to the caller. */
export const may = (clauses: readonly RowClause[], caller: Caller, row: object): boolean =>
  isOpen(clauses, caller, row, nothing);

/** Whether the data of the person of this row may not be processed at present. */
const isRestricted = ({ restriction }: Pick<TablePolicy, 'restriction'>, row: object): boolean =>
  restriction !== undefined && (valueOf(row, restriction) ?? null) !== null;

/** Whether the caller may see the row: what row-level security answers, without a database. */
export const canRead = (
  policy: Pick<TablePolicy, 'read' | 'restriction'>,
  caller: Caller,
  row: object,
  related: Related = nothing,
): boolean =>
  policy.read === everyone ||
  (isOpen(policy.read, caller, row, related) &&
    (caller.role === 'SYSTEM' || !isRestricted(policy, row)));

/** Roles that some clause speaks of: nobody else ever sees or does what they are about. */
export const rolesOf = (clauses: typeof everyone | readonly Clause[]): Role[] => {
  if (clauses === everyone) return [...roles];
  const named = new Set(clauses.flatMap((clause) => clause.roles));
  return roles.filter((role) => named.has(role));
};
