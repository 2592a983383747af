import { BreakGlassGrant } from '@jejaring/welfare-cases/break-glass/break-glass.entity';
import { breakGlassPolicy } from '@jejaring/welfare-cases/break-glass/break-glass.rules';
import { Beneficiary } from '@jejaring/welfare-cases/beneficiary/beneficiary.entity';
import { beneficiaryPolicy } from '@jejaring/welfare-cases/beneficiary/beneficiary.rules';
import { FollowUp, Intervention, WelfareCase } from '@jejaring/welfare-cases/case/case.entity';
import { caseSections } from '@jejaring/welfare-cases/case/case-sections.rules';
import { casePolicy, caseReaders, caseStatuses } from '@jejaring/welfare-cases/case/case.rules';
import { followUpPolicy, interventionPolicy } from '@jejaring/welfare-cases/case/case-tables.rules';
import { Consent } from '@jejaring/welfare-cases/consent/consent.entity';
import { consentPolicy } from '@jejaring/welfare-cases/consent/consent.rules';
import { Referral } from '@jejaring/welfare-cases/referral/referral.entity';
import { referralPolicy, referralStatuses } from '@jejaring/welfare-cases/referral/referral.rules';
import type { Drawing, Judged, RowsOf } from '../kinds.js';
import { along, asList, byId, byReference, inProvince } from '../paths.js';
import type { Row } from '../rows.js';

const cases = { type: 'WelfareCase', table: 'welfare_case', prefix: 'case' } as const;
const referrals = { type: 'Referral', table: 'referral', prefix: 'ref' } as const;

/** The clock of a service in a test, half an hour before and after. */
const now = new Date('2026-11-20T02:00:00Z');
const [past, future] = [-1, 1].map((half) => new Date(now.getTime() + half * 1_800_000));

const drawCase = (drawing: Drawing): Row => ({
  status: drawing.pick(caseStatuses),
  region_code: drawing.place(),
  beneficiary_id: drawing.idOf('beneficiary'),
  assigned_organization_id: drawing.maybe(drawing.organization()),
  reported_by_organization_id: drawing.maybe(drawing.organization()),
  reported_by: drawing.person(drawing.pick(caseReaders)),
  sealed: drawing.next() < 0.4,
  paused_from: 'REPORTED',
});

/** Something that belongs to a case lies where the case lies, and is sealed with it. */
function drawPart(drawing: Drawing): Row {
  const of = drawing.rowOf('welfare_case');
  return { case_id: of.id, region_code: of.region_code, sealed: of.sealed };
}

function drawReferral(drawing: Drawing): Row {
  const of = drawing.rowOf('welfare_case');
  return {
    case_id: of.id,
    beneficiary_id: of.beneficiary_id,
    region_code: of.region_code,
    sealed: of.sealed,
    kind: drawing.pick(['TRANSFER', 'SERVICE']),
    sections: caseSections.filter(() => drawing.next() < 0.4),
    status: drawing.pick(referralStatuses),
    from_organization_id: drawing.maybe(drawing.organization()),
    to_organization_id: drawing.organization(),
  };
}

function drawGrant(drawing: Drawing): Row {
  const of = drawing.rowOf('welfare_case');
  return {
    case_id: of.id,
    beneficiary_id: of.beneficiary_id,
    region_code: of.region_code,
    owner_organization_id: drawing.maybe(of.assigned_organization_id),
    actor: drawing.person(drawing.pick(caseReaders)),
    expires_at: drawing.pick([past, future]),
  };
}

const assignedTo = (of: Row) =>
  of.assigned_organization_id === null ? {} : { assigned: of.assigned_organization_id };

const handledBy = (cases: readonly Row[]) =>
  cases.map((of) => ({ ...assignedTo(of), status: of.status }));

/** Whom an emergency opens something to, just now. */
const grantsOf = (rows: RowsOf, column: string, id: unknown) =>
  rows('break_glass')
    .filter((grant) => grant[column] === id && (grant.expires_at as Date) > now)
    .map(({ actor }) => actor);

/** Whom a referral that is being worked on shared a section with. */
const sharedWith = (rows: RowsOf, section: string, column: string, id: unknown) =>
  rows('referral')
    .filter(
      (referral) =>
        referral[column] === id &&
        ['ACCEPTED', 'IN_PROGRESS'].includes(String(referral.status)) &&
        (referral.sections as string[]).includes(section),
    )
    .map(({ to_organization_id: to }) => to);

const factsOfPart = (section: string) => (part: Row, rows: RowsOf) => {
  const cases = rows('welfare_case').filter(({ id }) => id === part.case_id);
  return {
    sealed: part.sealed,
    cases: handledBy(cases),
    shared: sharedWith(rows, section, 'case_id', part.case_id),
    grants: grantsOf(rows, 'case_id', part.case_id),
  } as never;
};

/** A place and all that it lies in, as the oracle knows places. */
const placesAround = (of: Row) => {
  const parts = String(of.region_code).split('.').filter(Boolean);
  const codes = ['ID', ...parts.map((_part, at) => parts.slice(0, at + 1).join('.'))];
  return codes.map((id) => ({ __entity: { type: 'Region', id } }));
};

function factsOfPerson({ id }: Row, rows: RowsOf) {
  const cases = rows('welfare_case').filter((of) => of.beneficiary_id === id);
  const reported = cases.filter(({ status }) => status === 'REPORTED');
  return {
    cases: handledBy(cases),
    places: cases.flatMap(placesAround),
    openPlaces: cases.filter(({ sealed }) => !sealed).flatMap(placesAround),
    reporters: reported.map((of) => of.reported_by),
    reportedFor: reported
      .filter(({ sealed }) => !sealed)
      .flatMap((of) => of.reported_by_organization_id ?? []),
    shared: sharedWith(rows, 'IDENTITY', 'beneficiary_id', id),
    grants: grantsOf(rows, 'beneficiary_id', id),
  } as never;
}

function factsOfCase({ id, sealed }: Row, rows: RowsOf) {
  const referrals = rows('referral').filter(({ case_id: caseId }) => caseId === id);
  const transfers = referrals.filter(
    (one) => one.kind === 'TRANSFER' && one.from_organization_id !== null,
  );
  return {
    sealed,
    referrals: referrals.map(({ to_organization_id: to, status }) => ({ to, status })),
    transfers: transfers.map(({ from_organization_id: from, status }) => ({ from, status })),
    grants: grantsOf(rows, 'case_id', id),
  } as never;
}

const partOf = (field: string, table: string) =>
  along({ parent: cases, field, table, by: 'case_id', pointsTo: 'parent' });

/** Whom the files of welfare-cases show themselves to. */
export const welfareRecords: Judged = {
  service: 'welfare-cases',
  kinds: [
    {
      name: 'Beneficiary',
      policy: beneficiaryPolicy,
      entity: Beneficiary,
      count: 30,
      draw: (drawing) => ({
        region_code: drawing.place(),
        subject_kind: 'PERSON',
        registered_by_organization_id: drawing.maybe(drawing.organization()),
      }),
      facts: factsOfPerson,
    },
    {
      name: 'WelfareCase',
      policy: casePolicy,
      entity: WelfareCase,
      count: 60,
      draw: drawCase,
      facts: factsOfCase,
    },
    {
      name: 'Consent',
      policy: consentPolicy,
      entity: Consent,
      count: 30,
      draw: (drawing) => ({
        ...drawPart(drawing),
        recorded_by_organization_id: drawing.maybe(drawing.organization()),
      }),
      facts: factsOfPart('CONSENTS'),
    },
    {
      name: 'Referral',
      policy: referralPolicy,
      entity: Referral,
      count: 60,
      draw: drawReferral,
      facts: ({ sealed, case_id: caseId }, rows) =>
        ({ sealed, grants: grantsOf(rows, 'case_id', caseId) }) as never,
    },
    {
      name: 'BreakGlassGrant',
      policy: breakGlassPolicy,
      entity: BreakGlassGrant,
      count: 30,
      draw: drawGrant,
    },
    {
      name: 'Intervention',
      policy: interventionPolicy,
      entity: Intervention,
      count: 30,
      draw: drawPart,
      facts: factsOfPart('INTERVENTIONS'),
    },
    {
      name: 'FollowUp',
      policy: followUpPolicy,
      entity: FollowUp,
      count: 30,
      draw: drawPart,
      facts: factsOfPart('FOLLOW_UPS'),
    },
  ],
  paths: [
    byId('case', cases),
    byReference('WelfareCase', cases),
    asList('cases', 'welfare_case', { given: () => ', region: "32"', where: inProvince }),
    byId('referral', referrals),
    byReference('Referral', referrals),
    along({
      parent: cases,
      field: 'beneficiary',
      table: 'beneficiary',
      by: 'beneficiary_id',
      pointsTo: 'child',
    }),
    partOf('consents', 'consent'),
    partOf('referrals', 'referral'),
    partOf('interventions', 'intervention'),
    partOf('followUps', 'follow_up'),
    along({
      parent: referrals,
      field: 'case',
      table: 'welfare_case',
      by: 'case_id',
      pointsTo: 'child',
    }),
  ],
};
