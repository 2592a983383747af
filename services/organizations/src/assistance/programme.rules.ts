import { definePolicy, everyone, may } from '@jejaring/trust/rights/policy.rules';
import type { Decision, InvalidInput, NotAllowed } from '@jejaring/chassis/work/refusal';
import { invalidInput, notAllowed } from '@jejaring/chassis/work/refusal';
import type { Caller, RegionLevel } from '@jejaring/chassis/work/scope.rules';
import { covers, levelOf } from '@jejaring/chassis/work/scope.rules';
import { socialOffices } from '@jejaring/schema/roles';
import type { assistanceItemKinds } from '@jejaring/schema/vocabulary';
import { regionLevels } from '@jejaring/schema/vocabulary';
import type { OrganizationStatus } from '../organization/organization.rules.js';

export type AssistanceItemKind = (typeof assistanceItemKinds)[number];

/** Roles that give: the offices of social affairs, each in its region. */
export const givers = socialOffices;
const giving = [{ roles: givers, within: 'region_code' }];

/** What the state gives to whom is public. */
export const programmePolicy = definePolicy({
  table: 'assistance_programme',
  access: 'public',
  read: everyone,
  write: giving,
  commands: { ALLOCATE: giving },
});

export type ProgrammeCommand = keyof typeof programmePolicy.commands;

export interface OpenProgrammeFacts {
  regionCode: string;
  regionExists: boolean;
  /** Null when there is no such office. */
  officeRegionCode: string | null;
  targetLevel: RegionLevel;
  fiscalYear: number;
  openedOn: string;
  today: string;
}

const depth = (level: RegionLevel) => regionLevels.indexOf(level);

/** Whether organizations of a level can lie inside a region. */
export const canHold = (regionCode: string, level: RegionLevel): boolean =>
  depth(levelOf(regionCode)) <= depth(level);

const faultsOf = (facts: OpenProgrammeFacts): (InvalidInput | false)[] => [
  !facts.regionExists &&
    invalidInput('regionCode', {
      en: 'There is no region with this code.',
      id: 'Tidak ada wilayah dengan kode ini.',
    }),
  (facts.officeRegionCode === null || !covers(facts.officeRegionCode, facts.regionCode)) &&
    invalidInput('officeId', {
      en: 'There is no such office in charge of this region.',
      id: 'Tidak ada kantor demikian yang membawahi wilayah ini.',
    }),
  !canHold(facts.regionCode, facts.targetLevel) &&
    invalidInput('targetLevel', {
      en: 'No organization of this level lies inside the region.',
      id: 'Tidak ada organisasi tingkat ini di dalam wilayah tersebut.',
    }),
  facts.openedOn > facts.today &&
    invalidInput('openedOn', {
      en: 'The day is still to come.',
      id: 'Tanggal tersebut belum tiba.',
    }),
];

/** Opens a programme of an office, for organizations of one level inside a region. */
export function openProgramme(
  facts: OpenProgrammeFacts,
  caller: Caller,
): Decision<object, NotAllowed | InvalidInput> {
  if (!may(giving, caller, facts)) return notAllowed('openAssistanceProgramme');
  return faultsOf(facts).find((fault) => fault !== false) ?? { refused: null };
}

/** Who may be given to: registered and active on the day, of the level and in the region aimed at. */
export interface Recipient {
  id: string;
  level: RegionLevel;
  regionCode: string;
  /** Where it stood on the day; null when it was not registered then. */
  status: OrganizationStatus | null;
}

export type RecipientRefusal =
  | { refused: 'recipient-of-other-level'; organizationId: string }
  | { refused: 'recipient-outside'; organizationId: string }
  | { refused: 'recipient-not-active'; organizationId: string };

export function recipientProblem(
  programme: { regionCode: string; targetLevel: RegionLevel },
  recipient: Recipient,
): RecipientRefusal | null {
  const { id: organizationId, level, regionCode, status } = recipient;
  if (level !== programme.targetLevel) {
    return { refused: 'recipient-of-other-level', organizationId };
  }
  if (!covers(programme.regionCode, regionCode)) {
    return { refused: 'recipient-outside', organizationId };
  }
  return status === 'ACTIVE' ? null : { refused: 'recipient-not-active', organizationId };
}

export interface AllocateFacts {
  recipients: readonly (Recipient & { taken: boolean })[];
  plannedFiscalYear: number;
  decidedOn: string;
  today: string;
}

/** Puts something aside for organizations; each is given once per programme. */
export function allocate(
  programme: { regionCode: string; targetLevel: RegionLevel; fiscalYear: number; openedOn: string },
  { recipients, plannedFiscalYear, decidedOn, today }: AllocateFacts,
  caller: Caller,
): Decision<
  object,
  | NotAllowed
  | InvalidInput
  | RecipientRefusal
  | { refused: 'already-allocated'; organizationId: string }
> {
  if (!may(programmePolicy.commands.ALLOCATE, caller, programme)) {
    return notAllowed('allocateAssistance');
  }
  if (plannedFiscalYear < programme.fiscalYear) {
    return invalidInput('plannedFiscalYear', {
      en: 'It lies before the fiscal year of the programme.',
      id: 'Tahun tersebut mendahului tahun anggaran program.',
    });
  }
  if (decidedOn < programme.openedOn || decidedOn > today) return outside('decidedOn');
  for (const recipient of recipients) {
    const problem = recipientProblem(programme, recipient);
    if (problem !== null) return problem;
    if (recipient.taken) return { refused: 'already-allocated', organizationId: recipient.id };
  }
  return { refused: null };
}

export const programmeCommandsFor = (
  programme: { regionCode: string },
  caller: Caller,
): ProgrammeCommand[] =>
  may(programmePolicy.commands.ALLOCATE, caller, programme) ? ['ALLOCATE'] : [];

/** A day before what is already recorded, or after today. */
export const outside = (field: string): InvalidInput =>
  invalidInput(field, {
    en: 'The day lies before what is recorded already, or is still to come.',
    id: 'Tanggal mendahului catatan yang sudah ada, atau belum tiba.',
  });
