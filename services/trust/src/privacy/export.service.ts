import { encodeId } from '@jejaring/chassis/graph/ids';
import type { FieldClass } from '@jejaring/chassis/work/audit';
import { recordAudit } from '@jejaring/chassis/work/audit';
import { notFound, refuse } from '@jejaring/chassis/work/refusal';
import type { Work } from '@jejaring/chassis/work/unit-of-work';
import type { PersonKind, PersonRow, SentTo } from './person-kind.js';
import type { PrivacyRequest } from './privacy-request.entity.js';
import { monthsOf } from './retention.service.js';

/** One act on what is held of a person: who by part and office, when, and what for. */
export interface Act {
  at: Date;
  kind: 'READ' | 'WRITE';
  operation: string;
  role: string;
  office: string | null;
  organization: string | null;
  purpose: string | null;
}

/** All that a service holds of a person, why, until when, who read it and where it went. */
export interface PersonData {
  subject: string;
  service: string;
  requestId: string;
  givenAt: Date;
  processing: {
    purpose: { en: string; id: string };
    legalBasis: string;
    source: string;
    retention: { months: number; from: { en: string; id: string }; source: string };
  };
  held: readonly {
    table: string;
    classes: Readonly<Record<string, FieldClass>>;
    rows: readonly Readonly<Record<string, unknown>>[];
  }[];
  sentTo: readonly SentTo[];
  acts: readonly Act[];
}

const mostActs = 10_000;

// Sealed entries are found under their subjects; those since the last seal are few.
const actsSql = `
  select occurred_at as at, kind, operation, role, office, organization, purpose from audit_entry e
  where decision = 'ALLOWED' and (
    e.id in (select entry_id from audit_subject where subject = any ($1))
    or e.id in (
      select u.id from audit_entry u
      where u.written_in >= coalesce((select horizon from audit_seal order by number desc limit 1), '0')
        and u.subjects && $1
    )
  )
  order by id desc limit ${mostActs}`;

async function actsOn(work: Work, traces: readonly string[]): Promise<Act[]> {
  const acts = await work.sql<Act>(actsSql, [traces]);
  return acts.map((act) => ({
    ...act,
    office: act.office && encodeId('ofc', act.office),
    organization: act.organization && encodeId('org', act.organization),
  }));
}

async function whyHeld(work: Work, kind: PersonKind): Promise<PersonData['processing']> {
  const { purpose, basis, source, retention } = kind;
  const months = await monthsOf(work, retention);
  const kept = { months, from: retention.starts, source: retention.source };
  return { purpose, legalBasis: basis, source, retention: kept };
}

async function gather(work: Work, kind: PersonKind, person: PersonRow) {
  const held: PersonData['held'][number][] = [];
  for (const { table, fields: classes, list } of kind.holds)
    held.push({ table, classes, rows: await list(work, person.id) });
  const acts = await actsOn(work, await kind.tracedAs(work, person.id));
  return {
    processing: await whyHeld(work, kind),
    held,
    sentTo: await kind.sentTo(work, person.id),
    acts,
  };
}

/**
 * Gathers what is held of the person of a request for which it was allowed, beyond what the officer
 * sees otherwise. That it was told is in the audit before it leaves, each time that it leaves.
 */
export async function tellPerson(
  work: Work,
  kind: PersonKind,
  request: PrivacyRequest,
): Promise<PersonData> {
  const subject = encodeId(kind.prefix, request.subjectId);
  const person = await work.beyondScope(() => kind.find(work, request.subjectId));
  if (person === null) return refuse(notFound(subject));
  const told = await work.beyondScope(() => gather(work, kind, person));
  const classes = new Set(told.held.flatMap(({ classes: each }) => Object.values(each)));
  await recordAudit(work, {
    kind: 'READ',
    operation: 'exportPersonData',
    subjects: [{ id: subject, region: person.regionCode }],
    fieldClasses: [...classes],
    decision: 'ALLOWED',
    purpose: 'PRIVACY_REQUEST',
  });
  const of = { subject, service: work.service, requestId: encodeId('prq', request.id) };
  return { ...of, givenAt: work.now, ...told };
}
