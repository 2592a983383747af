import type { RowClause } from '@jejaring/trust/rights/policy.rules';
import { definePolicy, everyone, may } from '@jejaring/trust/rights/policy.rules';
import type { Decision, InvalidInput, NotAllowed } from '@jejaring/chassis/work/refusal';
import { invalidInput, notAllowed } from '@jejaring/chassis/work/refusal';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import { socialOffices } from '@jejaring/schema/roles';
import type { companyKinds, partnershipEnds, partnershipKinds } from '@jejaring/schema/vocabulary';
import type { RegionKind } from '../region/region.rules.js';

export type PartnershipKind = (typeof partnershipKinds)[number];
export type CompanyKind = (typeof companyKinds)[number];
export type PartnershipEnd = (typeof partnershipEnds)[number];

/** What is recorded; whether it runs is a matter of the day. */
export type PartnershipState = 'PROPOSED' | 'SIGNED' | 'TERMINATED';
export type PartnershipStatus = PartnershipState | 'ACTIVE' | 'EXPIRED';

const officials: RowClause[] = [
  { roles: [...socialOffices, 'VILLAGE_HEAD'], within: 'region_code' },
];
const proposing: RowClause[] = [
  ...officials,
  { roles: ['KT_OFFICER', 'PSKS_WORKER'], organization: 'organization_id' },
];

export const proposers = [...socialOffices, 'VILLAGE_HEAD', 'KT_OFFICER', 'PSKS_WORKER'] as const;
export const signatories = [...socialOffices, 'VILLAGE_HEAD'] as const;

/** Who works with whom, and for how much public or corporate money, is public. */
export const partnershipPolicy = definePolicy({
  table: 'partnership',
  access: 'public',
  read: everyone,
  write: proposing,
  // An organization proposes; that the parties signed is recorded by an office or the village head.
  commands: { SIGN: officials, TERMINATE: officials },
});

export type PartnershipCommand = keyof typeof partnershipPolicy.commands;

export interface VillageFund {
  fiscalYear: number;
  /** Line of the village budget (APBDes). */
  budgetLine: string;
  /** Number of the village regulation (Perdes). */
  villageRegulation: string;
}

export interface ProposeFacts {
  kind: PartnershipKind;
  regionCode: string;
  /** Null when there is no such region. */
  regionKind: RegionKind | null;
  organizationId: string | null;
  organizationActive: boolean;
  officeId: string | null;
  officeExists: boolean;
  companyName: string | null;
  companyKind: CompanyKind | null;
  regulationId: string | null;
  regulationExists: boolean;
  amount: string | null;
  startsOn: string;
  endsOn: string;
  villageFund: VillageFund | null;
}

const fault = (field: string, en: string, id: string) => invalidInput(field, { en, id });

function partyFault(facts: ProposeFacts): InvalidInput | null {
  const { organizationId, officeId, companyName, companyKind } = facts;
  if (organizationId !== null && !facts.organizationActive) {
    return fault(
      'organizationId',
      'There is no such active organization.',
      'Tidak ada organisasi aktif demikian.',
    );
  }
  if (officeId !== null && !facts.officeExists) {
    return fault('officeId', 'There is no such office.', 'Tidak ada kantor demikian.');
  }
  if ((companyName === null) !== (companyKind === null)) {
    return fault(
      'companyKind',
      'A company has a name and a kind.',
      'Perusahaan memiliki nama dan jenis.',
    );
  }
  if (facts.kind === 'CSR_TJSL' && companyName === null) {
    return fault('companyName', 'This kind needs a company.', 'Jenis ini memerlukan perusahaan.');
  }
  return null;
}

/** Dana Desa belongs to a desa (UU 6/2014): a kelurahan has none. */
function villageFundFault(facts: ProposeFacts): InvalidInput | null {
  const { kind, regionKind, villageFund, amount, organizationId } = facts;
  if (kind !== 'DANA_DESA') {
    return villageFund === null
      ? null
      : fault('villageFund', 'Only village funds have this.', 'Hanya berlaku bagi Dana Desa.');
  }
  if (regionKind !== 'DESA' && regionKind !== 'DESA_ADAT') {
    return fault(
      'regionCode',
      'Village funds are for a village (desa); a kelurahan has none.',
      'Dana Desa hanya untuk desa; kelurahan tidak memilikinya.',
    );
  }
  if (villageFund === null) {
    return fault(
      'villageFund',
      'Village funds need year, budget line and village regulation.',
      'Dana Desa memerlukan tahun, pos APBDes dan nomor Perdes.',
    );
  }
  if (amount === null)
    return fault('amount', 'Village funds need an amount.', 'Dana Desa memerlukan jumlah.');
  return organizationId === null
    ? fault(
        'organizationId',
        'Village funds are granted to an organization.',
        'Dana Desa diberikan kepada organisasi.',
      )
    : null;
}

/** Proposes a partnership of an organization, an office or a company, in a region. */
export function propose(
  facts: ProposeFacts,
  caller: Caller,
): Decision<object, NotAllowed | InvalidInput> {
  if (!may(proposing, caller, facts)) return notAllowed('proposePartnership');
  if (facts.regionKind === null) {
    return fault(
      'regionCode',
      'There is no region with this code.',
      'Tidak ada wilayah dengan kode ini.',
    );
  }
  if (facts.endsOn <= facts.startsOn) {
    return fault('endsOn', 'It ends before it begins.', 'Berakhir sebelum dimulai.');
  }
  if (facts.regulationId !== null && !facts.regulationExists) {
    return fault('regulationId', 'There is no such regulation.', 'Tidak ada peraturan demikian.');
  }
  return partyFault(facts) ?? villageFundFault(facts) ?? { refused: null };
}

export interface PartnershipRow {
  regionCode: string;
  organizationId: string | null;
  status: PartnershipState;
  proposedOn: string;
  signedOn: string | null;
  startsOn: string;
  endsOn: string;
  endedOn: string | null;
}

export type PartnershipRefusal =
  NotAllowed | InvalidInput | { refused: 'wrong-state'; status: PartnershipState };

const untimely = (field: string) =>
  fault(
    field,
    'The day does not fit what is recorded, or is still to come.',
    'Tanggal tidak sesuai dengan catatan, atau belum tiba.',
  );

function step(
  command: PartnershipCommand,
  row: PartnershipRow,
  caller: Caller,
): Decision<object, NotAllowed | { refused: 'wrong-state'; status: PartnershipState }> {
  if (!may(partnershipPolicy.commands[command], caller, row)) {
    return notAllowed(command === 'SIGN' ? 'signPartnership' : 'terminatePartnership');
  }
  const from = command === 'SIGN' ? 'PROPOSED' : 'SIGNED';
  return row.status === from ? { refused: null } : { refused: 'wrong-state', status: row.status };
}

/** The parties signed, on a day before the term ends. */
export function sign(
  row: PartnershipRow,
  { signedOn, today }: { signedOn: string; today: string },
  caller: Caller,
): Decision<{ status: 'SIGNED'; signedOn: string }, PartnershipRefusal> {
  const decision = step('SIGN', row, caller);
  if (decision.refused !== null) return decision;
  if (signedOn < row.proposedOn || signedOn > today || signedOn >= row.endsOn) {
    return untimely('signedOn');
  }
  return { refused: null, status: 'SIGNED', signedOn };
}

/** Ends it before its term. */
export function terminate(
  row: PartnershipRow,
  { endedOn, today }: { endedOn: string; today: string },
  caller: Caller,
): Decision<{ status: 'TERMINATED'; endedOn: string }, PartnershipRefusal> {
  const decision = step('TERMINATE', row, caller);
  if (decision.refused !== null) return decision;
  if (endedOn < row.signedOn! || endedOn > today || endedOn >= row.endsOn) {
    return untimely('endedOn');
  }
  return { refused: null, status: 'TERMINATED', endedOn };
}

/** Where it stood on a day; null before it was proposed. */
export function statusOn(row: PartnershipRow, day: string): PartnershipStatus | null {
  const { proposedOn, signedOn, endedOn, startsOn, endsOn } = row;
  if (day < proposedOn) return null;
  if (signedOn === null || day < signedOn) return 'PROPOSED';
  if (endedOn !== null && endedOn <= day) return 'TERMINATED';
  if (endsOn <= day) return 'EXPIRED';
  return startsOn <= day ? 'ACTIVE' : 'SIGNED';
}

export const partnershipCommandsFor = (row: PartnershipRow, caller: Caller) =>
  (['SIGN', 'TERMINATE'] as const).filter((command) => step(command, row, caller).refused === null);
