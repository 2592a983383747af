import { encodeId } from '@jejaring/chassis/graph/ids';
import type { PageArgs } from '@jejaring/chassis/graph/page';
import { foreignCursor, readCursor, toConnection } from '@jejaring/chassis/graph/page';
import { accountOf } from '@jejaring/chassis/work/standing';
import type { Asks } from './chain-reader.js';
import { AuditEntryConnection, AuditEntryType } from './trail.types.js';

/** Whose entries, and whether only those by which something of a person was told or touched. */
export interface Trail {
  subject: string;
  accessOnly: boolean;
}

interface EntryRow {
  id: string;
  kind: AuditEntryType['kind'];
  at: Date;
  actor: string;
  role: string;
  office: string | null;
  organization: string | null;
  purpose: string | null;
  operation: string;
  fieldClasses: string[];
  decision: AuditEntryType['decision'];
  reason: string | null;
  policyVersion: string;
  seal: number;
}

// Only what stands under the asked subject is told: who else the entry is about is not.
const pageSql = `
  select e.id::text as id, e.kind, e.recorded_at as at, e.actor, e.role, e.office, e.organization,
    e.purpose, e.operation, e.field_classes as "fieldClasses", e.decision, e.reason,
    e.policy_version as "policyVersion",
    (select n.number::float8 from audit_seal n where n.first_seq <= l.seq order by n.first_seq desc limit 1) as seal
  from (
    select distinct entry_id from audit_subject
    where subject = $1 and (access or not $2) and ($3::bigint is null or entry_id < $3)
    order by entry_id desc limit $4
  ) s join audit_entry e on e.id = s.entry_id join audit_leaf l on l.entry_id = e.id
  order by e.id desc`;

const countSql = `
  select count(distinct entry_id)::integer as count from audit_subject
  where subject = $1 and (access or not $2)`;

const isSystem = (actor: string) => actor.startsWith('system:');

function toEntry(row: EntryRow): AuditEntryType {
  const { office, organization, actor, ...told } = row;
  return Object.assign(new AuditEntryType(), {
    ...told,
    actor: isSystem(actor) ? actor : accountOf(actor),
    officeId: office && encodeId('ofc', office),
    organizationId: organization && encodeId('org', organization),
  });
}

function placeBehind(after: string | null | undefined): string | null {
  if (!after) return null;
  const [id] = readCursor(after, 1);
  if (typeof id !== 'string' || !/^\d{1,18}$/.test(id)) throw foreignCursor();
  return id;
}

/** One page of a trail, the newest first, as far as the asker may see. */
export async function listEntries(
  asks: Asks,
  { subject, accessOnly }: Trail,
  page: Pick<PageArgs, 'first' | 'after'>,
): Promise<AuditEntryConnection> {
  const asked = [subject, accessOnly, placeBehind(page.after), page.first + 1];
  const rows = await asks.sql<EntryRow>(pageSql, asked);
  const connection = toConnection(rows, page, {
    place: ({ id }) => [id],
    toNode: toEntry,
    async counted() {
      const [row] = await asks.sql<{ count: number }>(countSql, [subject, accessOnly]);
      return row!.count;
    },
  });
  return Object.assign(new AuditEntryConnection(), connection);
}
