import { encodeId } from '@jejaring/chassis/graph/ids';
import { invalidInput, proceed, refuse } from '@jejaring/chassis/work/refusal';
import type { Work } from '@jejaring/chassis/work/unit-of-work';
import { isUniqueViolation } from '@jejaring/chassis/work/violations';
import {
  classificationDetermined,
  classificationObjected,
  classificationScored,
} from '@jejaring/schema/events/organizations-boards.events';
import { In, Not } from 'typeorm';
import type { Decree } from '../decree/decree.rules.js';
import { Office } from '../office/office.entity.js';
import { Organization } from '../organization/organization.entity.js';
import type { AssessorRow } from './classification.entity.js';
import { Classification, ClassificationInstrument } from './classification.entity.js';
import type { AssessedOrganization, OrganizationClass } from './classification.rules.js';
import { determine, draft, object, score, verify } from './classification.rules.js';
import type { Instrument, Scores } from './instrument.rules.js';
import { adopt, classOf, totalOf } from './instrument.rules.js';

export interface SeenClassification {
  id: string;
  expectedVersion: number;
}

const dayOf = (work: Work) => work.now.toISOString().slice(0, 10);
const live = ['ACTIVE', 'DORMANT', 'SUSPENDED'];

const assessable = (row: Organization): AssessedOrganization => {
  const { id, kind, level, regionCode, status } = row;
  return { id, kind, level, regionCode, live: live.includes(status) };
};

const speaksOf = (row: Classification) => ({
  organizationId: encodeId('org', row.organizationId),
  regionCode: row.regionCode,
  classificationId: encodeId('cls', row.id),
  year: row.year,
});

export async function adoptInstrument(
  work: Work,
  input: Instrument & { validFrom: string },
): Promise<ClassificationInstrument> {
  proceed(adopt(input, work.caller));
  try {
    return await work.insert(ClassificationInstrument, { ...input, id: work.newId(), version: 1 });
  } catch (error) {
    if (isUniqueViolation(error, 'instrument_one_per_day')) {
      return refuse({ refused: 'in-progress' });
    }
    throw error;
  }
}

/** The instrument in use on a day: the last one that had begun. */
export const instrumentOn = (work: Work, day: string): Promise<ClassificationInstrument | null> =>
  work
    .select(ClassificationInstrument, 'i')
    .where('i.validFrom <= :day', { day })
    .orderBy('i.validFrom', 'DESC')
    .limit(1)
    .getOne();

export async function draftClassification(
  work: Work,
  input: { organizationId: string; year: number },
): Promise<Classification> {
  const organization = await work.get(Organization, input.organizationId);
  const instrument = await instrumentOn(work, dayOf(work));
  const facts = { year: input.year, thisYear: work.now.getUTCFullYear() };
  const hasInstrument = instrument !== null;
  proceed(draft(assessable(organization), { ...facts, hasInstrument }, work.caller));
  try {
    return await work.insert(Classification, {
      id: work.newId(),
      version: 1,
      organizationId: organization.id,
      regionCode: organization.regionCode,
      year: input.year,
      instrumentId: instrument!.id,
      status: 'DRAFT',
      scores: null,
      total: null,
      assessors: [],
      scoredBy: null,
      proposedClass: null,
      determinedClass: null,
      decree: null,
      objectionGround: null,
    });
  } catch (error) {
    if (isUniqueViolation(error, 'classification_one_in_progress')) {
      return refuse({ refused: 'in-progress' });
    }
    throw error;
  }
}

const sentByNobody = invalidInput('assessors', {
  en: 'Each assessor is sent by one organization or one office of the register.',
  id: 'Setiap penilai diutus oleh satu organisasi atau satu kantor yang terdaftar.',
});

/** The organizations that assessors come from; each assessor comes from somewhere that is there. */
async function readAssessors(work: Work, rows: readonly AssessorRow[]) {
  const organizationIds = new Set(rows.flatMap(({ organizationId }) => organizationId ?? []));
  const officeIds = new Set(rows.flatMap(({ officeId }) => officeId ?? []));
  const organizations = await work.list(Organization, { id: In([...organizationIds]) });
  const offices = await work.list(Office, { id: In([...officeIds]) });
  const isSent = ({ organizationId, officeId }: AssessorRow) =>
    (organizationId === null) !== (officeId === null);
  const allThere =
    organizations.length === organizationIds.size && offices.length === officeIds.size;
  if (!allThere || !rows.every(isSent)) return refuse(sentByNobody);
  return organizations.map((row) => ({ organization: assessable(row) }));
}

export async function scoreClassification(
  work: Work,
  input: SeenClassification & { scores: Scores; assessors: AssessorRow[] },
): Promise<Classification> {
  const row = await work.getAt(Classification, input.id, input.expectedVersion);
  const assessors = await readAssessors(work, input.assessors);
  const changes = proceed(score(row, { scores: input.scores, assessors }, work.caller));
  const instrument = await work.get(ClassificationInstrument, row.instrumentId);
  const total = totalOf(instrument, input.scores);
  const saved = await work.update(Classification, row, {
    ...changes,
    scores: input.scores,
    assessors: input.assessors,
    total,
    proposedClass: classOf(instrument, total),
  });
  const event = { region: saved.regionCode, data: speaksOf(saved) };
  await work.publish(classificationScored, event);
  return saved;
}

export async function verifyClassification(
  work: Work,
  input: SeenClassification,
): Promise<Classification> {
  const row = await work.getAt(Classification, input.id, input.expectedVersion);
  return work.update(Classification, row, proceed(verify(row, work.caller)));
}

/** The class that held before: this year's that is replaced, or that of the last year with one. */
async function previousOf(work: Work, row: Classification): Promise<Classification | null> {
  return work
    .select(Classification, 'c')
    .where({ organizationId: row.organizationId, id: Not(row.id) })
    .andWhere('c.determinedClass is not null and c.year <= :year', { year: row.year })
    .orderBy('c.year', 'DESC')
    .addOrderBy("(c.status = 'SUPERSEDED')", 'ASC')
    .addOrderBy('c.id', 'DESC')
    .limit(1)
    .getOne();
}

export async function determineClassification(
  work: Work,
  input: SeenClassification & { class: OrganizationClass | null; decree: Decree },
): Promise<Classification> {
  const row = await work.getAt(Classification, input.id, input.expectedVersion);
  const changes = proceed(determine(row, input, dayOf(work), work.caller));
  const previous = await previousOf(work, row);
  if (previous?.year === row.year && previous.status !== 'SUPERSEDED') {
    await work.update(Classification, previous, { status: 'SUPERSEDED' });
  }
  const { decree } = input;
  const saved = await work.update(Classification, row, { ...changes, decree });
  const before = row.determinedClass ?? previous?.determinedClass ?? null;
  await work.publish(classificationDetermined, {
    region: saved.regionCode,
    data: {
      ...speaksOf(saved),
      class: changes.determinedClass,
      ...(before === null ? {} : { previousClass: before }),
    },
  });
  return saved;
}

export async function objectToClassification(
  work: Work,
  input: SeenClassification & { ground: string },
): Promise<Classification> {
  const row = await work.getAt(Classification, input.id, input.expectedVersion);
  const changes = proceed(object(row, work.caller));
  const { ground: objectionGround } = input;
  const saved = await work.update(Classification, row, { ...changes, objectionGround });
  const event = { region: saved.regionCode, data: speaksOf(saved) };
  await work.publish(classificationObjected, event);
  return saved;
}
