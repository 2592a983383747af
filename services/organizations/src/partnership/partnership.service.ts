import { encodeId } from '@jejaring/chassis/graph/ids';
import { proceed } from '@jejaring/chassis/work/refusal';
import type { Work } from '@jejaring/chassis/work/unit-of-work';
import {
  partnershipEnded,
  partnershipSigned,
  villageFundAllocated,
} from '@jejaring/schema/events/organizations-partnerships.events';
import { Office } from '../office/office.entity.js';
import { dayOf, findStatusOn } from '../organization/organization.service.js';
import { Region } from '../region/region.entity.js';
import { Regulation } from '../regulation/regulation.entity.js';
import { Partnership } from './partnership.entity.js';
import type { PartnershipEnd, ProposeFacts, VillageFund } from './partnership.rules.js';
import { propose, sign, terminate } from './partnership.rules.js';

export interface ProposePartnership extends Pick<
  ProposeFacts,
  | 'kind'
  | 'regionCode'
  | 'organizationId'
  | 'officeId'
  | 'companyName'
  | 'companyKind'
  | 'regulationId'
  | 'amount'
  | 'startsOn'
  | 'endsOn'
> {
  title: string;
  fields: string[];
  villageFund: VillageFund | null;
}

async function factsOf(work: Work, input: ProposePartnership): Promise<ProposeFacts> {
  const { organizationId, officeId, regulationId } = input;
  const region = await work.find(Region, { code: input.regionCode });
  const status = organizationId && (await findStatusOn(work, organizationId, dayOf(work)));
  const office = officeId && (await work.find(Office, { id: officeId }));
  const regulation = regulationId && (await work.find(Regulation, { id: regulationId }));
  return {
    ...input,
    regionKind: region?.kind ?? null,
    organizationActive: status === 'ACTIVE',
    officeExists: Boolean(office),
    regulationExists: Boolean(regulation),
  };
}

export async function proposePartnership(
  work: Work,
  input: ProposePartnership,
): Promise<Partnership> {
  proceed(propose(await factsOf(work, input), work.caller));
  const { villageFund, ...facts } = input;
  return work.insert(Partnership, {
    ...facts,
    id: work.newId(),
    version: 1,
    fiscalYear: villageFund?.fiscalYear ?? null,
    budgetLine: villageFund?.budgetLine ?? null,
    villageRegulation: villageFund?.villageRegulation ?? null,
    status: 'PROPOSED',
    proposedOn: dayOf(work),
    signedOn: null,
    documentNumber: null,
    endedOn: null,
    endGround: null,
  });
}

const speaksOf = ({ id, regionCode, kind, organizationId }: Partnership) => ({
  partnershipId: encodeId('prt', id),
  regionCode,
  kind,
  ...(organizationId === null ? {} : { organizationId: encodeId('org', organizationId) }),
});

export async function signPartnership(
  work: Work,
  input: { id: string; expectedVersion: number; signedOn: string | null; documentNumber: string },
): Promise<Partnership> {
  const row = await work.getAt(Partnership, input.id, input.expectedVersion);
  const today = dayOf(work);
  const { documentNumber } = input;
  const changes = proceed(sign(row, { signedOn: input.signedOn ?? today, today }, work.caller));
  const saved = await work.update(Partnership, row, { ...changes, documentNumber });
  const { regionCode: region, startsOn, endsOn, companyKind } = saved;
  const { signedOn } = changes;
  const company = companyKind === null ? {} : { companyKind };
  const data = { ...speaksOf(saved), ...company, signedOn, startsOn, endsOn };
  await work.publish(partnershipSigned, { region, data });
  if (saved.fiscalYear !== null) {
    const granted = { fiscalYear: saved.fiscalYear, amount: saved.amount!, grantedOn: signedOn };
    await work.publish(villageFundAllocated, { region, data: { ...speaksOf(saved), ...granted } });
  }
  return saved;
}

export async function terminatePartnership(
  work: Work,
  input: { id: string; expectedVersion: number; endedOn: string | null; ground: PartnershipEnd },
): Promise<Partnership> {
  const row = await work.getAt(Partnership, input.id, input.expectedVersion);
  const today = dayOf(work);
  const { ground } = input;
  const changes = proceed(terminate(row, { endedOn: input.endedOn ?? today, today }, work.caller));
  const saved = await work.update(Partnership, row, { ...changes, endGround: ground });
  const data = { ...speaksOf(saved), ground, endedOn: changes.endedOn };
  await work.publish(partnershipEnded, { region: saved.regionCode, data });
  return saved;
}

/** Whether a village granted village funds of a fiscal year: what a budget line of theirs rests on. */
export async function hasVillageFund(
  work: Work,
  regionCode: string,
  fiscalYear: number,
): Promise<boolean> {
  const where = { kind: 'DANA_DESA', regionCode, fiscalYear, status: 'SIGNED' } as const;
  return (await work.find(Partnership, where)) !== null;
}
