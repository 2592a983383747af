import { encodeId } from '@jejaring/chassis/graph/ids';
import type { Chore } from '@jejaring/chassis/process/housekeeping';
import { notFound, proceed, refuse } from '@jejaring/chassis/work/refusal';
import type { Work } from '@jejaring/chassis/work/unit-of-work';
import { covers } from '@jejaring/chassis/work/scope.rules';
import type { requestEvents } from '@jejaring/schema/events/privacy-contracts';
import { erasePerson } from './erasure.service.js';
import type { PersonKind, PersonRow } from './person-kind.js';
import { PrivacyRequest } from './privacy-request.entity.js';
import type {
  PrivacyRefusal,
  PrivacyRequestKind,
  RequestChannel,
} from './privacy-request.rules.js';
import { exportFor, fulfil, lift, open, refuseRequest } from './privacy-request.rules.js';
import { keptUntil } from './retention.service.js';

export type RequestEvents = ReturnType<typeof requestEvents<string>>;

/** The persons of a service, and how it speaks of what they ask for. */
export interface PrivacyOf {
  kinds: readonly PersonKind[];
  requests: RequestEvents;
}

export interface OpenRequest {
  subjectId: string;
  kind: PrivacyRequestKind;
  channel: RequestChannel;
  receivedAt: Date;
  consentId: string | null;
}

export interface SeenRequest {
  id: string;
  expectedVersion: number;
}

const dataOf = (row: PrivacyRequest) => ({
  requestId: encodeId('prq', row.id),
  kind: row.kind,
  dueAt: row.dueAt.toISOString(),
});

/** The person behind an id; who lies outside the region of the caller is not there for them. */
async function personOf(work: Work, kind: PersonKind, id: string): Promise<PersonRow> {
  const person = await work.beyondScope(() => kind.find(work, id));
  const { role, region } = work.caller;
  const isTheirs = person !== null && (role === 'SYSTEM' || covers(region, person.regionCode));
  return isTheirs ? person : refuse(notFound(encodeId(kind.prefix, id)));
}

const kindOf = ({ kinds }: Pick<PrivacyOf, 'kinds'>, { subjectTable }: PrivacyRequest) =>
  kinds.find(({ table }) => table === subjectTable)!;

export async function openRequest(
  work: Work,
  { requests }: PrivacyOf,
  kind: PersonKind,
  { subjectId, ...asked }: OpenRequest,
): Promise<PrivacyRequest> {
  const person = await personOf(work, kind, subjectId);
  const { dueAt } = proceed(open(person, asked, work.caller, work.now));
  if (asked.kind === 'WITHDRAW_CONSENT' && kind.withdraw === undefined)
    return refuse({ refused: 'no-consent' });
  if (asked.kind === 'RESTRICTION' && kind.restrict === undefined)
    return refuse({ refused: 'not-restrictable' });
  const row = await work.insert(PrivacyRequest, {
    ...asked,
    id: work.newId(),
    version: 1,
    subjectTable: kind.table,
    subjectId,
    regionCode: person.regionCode,
    status: 'RECEIVED',
    seenVersion: person.version,
    openedBy: work.caller.id,
    dueAt,
    exportedAt: null,
    decidedBy: null,
    decidedAt: null,
    refusalGround: null,
    liftedAt: null,
    overdueSaidAt: null,
  });
  await work.publish(requests.privacyRequestReceived, {
    region: row.regionCode,
    data: dataOf(row),
  });
  return row;
}

/** What fulfilling does by itself; an export was made before, a correction by its own command. */
async function carryOut(
  work: Work,
  kind: PersonKind,
  person: PersonRow,
  { id, kind: asked, consentId }: PrivacyRequest,
): Promise<void> {
  if (asked === 'RESTRICTION') await kind.restrict!(work, person);
  if (asked === 'ERASURE')
    await erasePerson(work, kind, person, { ground: 'REQUEST', requestId: id });
  if (asked === 'WITHDRAW_CONSENT') await kind.withdraw!(work, person, consentId!);
}

export async function fulfilRequest(
  work: Work,
  privacy: PrivacyOf,
  seen: SeenRequest,
): Promise<PrivacyRequest> {
  const row = await work.getAt(PrivacyRequest, seen.id, seen.expectedVersion);
  const kind = kindOf(privacy, row);
  const person = await personOf(work, kind, row.subjectId);
  const keptBecause =
    row.kind === 'ERASURE'
      ? await work.beyondScope(async () =>
          kind.keptBecause(work, person.id, await keptUntil(work, kind)),
        )
      : null;
  const changes = proceed(fulfil(row, { version: person.version, keptBecause }, work.caller));
  await work.beyondScope(() => carryOut(work, kind, person, row));
  const decided = { decidedBy: work.caller.id, decidedAt: work.now };
  const saved = await work.update(PrivacyRequest, row, { ...changes, ...decided });
  const region = saved.regionCode;
  await work.publish(privacy.requests.privacyRequestFulfilled, { region, data: dataOf(saved) });
  return saved;
}

export async function refuseOf(
  work: Work,
  { requests }: PrivacyOf,
  { ground, ...seen }: SeenRequest & { ground: PrivacyRefusal },
): Promise<PrivacyRequest> {
  const row = await work.getAt(PrivacyRequest, seen.id, seen.expectedVersion);
  const changes = proceed(refuseRequest(row, ground, work.caller));
  const decided = { decidedBy: work.caller.id, decidedAt: work.now, refusalGround: ground };
  const saved = await work.update(PrivacyRequest, row, { ...changes, ...decided });
  const data = { ...dataOf(saved), ground };
  await work.publish(requests.privacyRequestRefused, { region: saved.regionCode, data });
  return saved;
}

/** Notes that the data of the person are given out. */
export async function markExported(work: Work, seen: SeenRequest): Promise<PrivacyRequest> {
  const row = await work.getAt(PrivacyRequest, seen.id, seen.expectedVersion);
  return work.update(PrivacyRequest, row, proceed(exportFor(row, work.caller, work.now)));
}

/** Lets the processing go on that was restricted for a request. */
export async function liftRestriction(
  work: Work,
  privacy: PrivacyOf,
  seen: SeenRequest,
): Promise<PrivacyRequest> {
  const row = await work.getAt(PrivacyRequest, seen.id, seen.expectedVersion);
  const kind = kindOf(privacy, row);
  if (kind.lift === undefined) return refuse({ refused: 'lifted-elsewhere' });
  const changes = proceed(lift(row, work.caller, work.now));
  const person = await personOf(work, kind, row.subjectId);
  await work.beyondScope(() => kind.lift!(work, person));
  return work.update(PrivacyRequest, row, changes);
}

/** Says once of each request that it was not answered in time; done by the clock. */
export const sayRequestsOverdue = (requests: RequestEvents): Chore => ({
  name: 'say-privacy-requests-overdue',
  everyMs: 60_000,
  async act(work) {
    const late = await work
      .select(PrivacyRequest, 'r')
      .where("r.status = 'RECEIVED' and r.overdueSaidAt is null and r.dueAt < :now", {
        now: work.now,
      })
      .take(500)
      .getMany();
    for (const row of late) {
      const saved = await work.update(PrivacyRequest, row, { overdueSaidAt: work.now });
      const region = saved.regionCode;
      await work.publish(requests.privacyRequestOverdue, { region, data: dataOf(saved) });
    }
  },
});
