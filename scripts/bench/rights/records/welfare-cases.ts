import { Beneficiary } from '@jejaring/welfare-cases/beneficiary/beneficiary.entity';
import { beneficiaryPolicy } from '@jejaring/welfare-cases/beneficiary/beneficiary.rules';
import { FollowUp, Intervention, WelfareCase } from '@jejaring/welfare-cases/case/case.entity';
import { casePolicy, caseStatuses } from '@jejaring/welfare-cases/case/case.rules';
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

const drawCase = (drawing: Drawing): Row => ({
  status: drawing.pick(caseStatuses),
  region_code: drawing.place(),
  beneficiary_id: drawing.idOf('beneficiary'),
  assigned_organization_id: drawing.maybe(drawing.organization()),
  reported_by_organization_id: drawing.maybe(drawing.organization()),
  paused_from: 'REPORTED',
});

/** Something that belongs to a case lies where the case lies. */
function drawPart(drawing: Drawing): Row {
  const of = drawing.rowOf('welfare_case');
  return { case_id: of.id, region_code: of.region_code };
}

const assignedTo = (of: Row) =>
  of.assigned_organization_id === null ? {} : { assigned: of.assigned_organization_id };

const casesOf = (rows: RowsOf, where: (of: Row) => boolean) =>
  rows('welfare_case')
    .filter(where)
    .map((of) => ({ ...assignedTo(of), status: of.status }));

const ofCase = (part: Row, rows: RowsOf) =>
  ({ cases: casesOf(rows, ({ id }) => id === part.case_id) }) as never;

const whetherRestricted = (part: Row, rows: RowsOf) => {
  const [of] = rows('welfare_case').filter(({ id }) => id === part.case_id);
  return { cases: [{ ...assignedTo(of!), restricted: of!.status === 'RESTRICTED' }] } as never;
};

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
      facts: (person, rows) =>
        ({ cases: casesOf(rows, (of) => of.beneficiary_id === person.id) }) as never,
    },
    {
      name: 'WelfareCase',
      policy: casePolicy,
      entity: WelfareCase,
      count: 60,
      draw: drawCase,
      facts: ({ id }, rows) => {
        const open = rows('referral').filter(({ case_id: caseId }) => caseId === id);
        const asked = open.map(({ to_organization_id: to, status }) => ({ to, status }));
        return { referrals: asked } as never;
      },
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
      facts: ofCase,
    },
    {
      name: 'Referral',
      policy: referralPolicy,
      entity: Referral,
      count: 50,
      draw: (drawing) => ({
        ...drawPart(drawing),
        status: drawing.pick(referralStatuses),
        from_organization_id: drawing.maybe(drawing.organization()),
        to_organization_id: drawing.organization(),
      }),
    },
    {
      name: 'Intervention',
      policy: interventionPolicy,
      entity: Intervention,
      count: 30,
      draw: drawPart,
      facts: whetherRestricted,
    },
    {
      name: 'FollowUp',
      policy: followUpPolicy,
      entity: FollowUp,
      count: 30,
      draw: drawPart,
      facts: whetherRestricted,
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
