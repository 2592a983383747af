import { sameHandWords } from '@jejaring/trust/rights/hands.rules';
import { enumOf } from '@jejaring/chassis/graph/enums';
import { encodeId, readId } from '@jejaring/chassis/graph/ids';
import { CommandInput, SeenInput } from '@jejaring/chassis/graph/inputs';
import { connectionOf } from '@jejaring/chassis/graph/page';
import { Problem, problem, resultUnion } from '@jejaring/chassis/graph/problems';
import { CalendarDate, Money } from '@jejaring/chassis/graph/scalars';
import type { Refusal } from '@jejaring/chassis/work/refusal';
import { ArrayMaxSize, Max, MaxLength, Min, MinLength, ValidateNested } from 'class-validator';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { ProgrammeBudgetInput } from '../work-programme/programme-inputs.types.js';
import { FundingSourceType } from '../work-programme/programme-words.types.js';
import type { EconomicVenture, VentureReport } from './economic-venture.entity.js';

export const VentureKindType = enumOf('VentureKind', 'What a venture is.', {
  UEP_KT: 'Productive business of an organization (usaha ekonomi produktif, UEP).',
  KUBE: 'Joint business group of 5 to 20 households (Kelompok Usaha Bersama, KUBE).',
});

export const VentureSectorType = enumOf('VentureSector', 'What a venture works in.', {
  AGRICULTURE: 'Agriculture, livestock, fishery.',
  FOOD: 'Food and drink.',
  CRAFT: 'Crafts.',
  TRADE: 'Trade.',
  SERVICES: 'Services.',
  TOURISM: 'Tourism.',
  OTHER: 'Something else.',
});

export const VentureStatusType = enumOf('VentureStatus', 'Where a venture stands.', {
  PROPOSED: 'Proposed by its organization.',
  VERIFIED: 'Verified by the office of social affairs.',
  ACTIVE: 'At work.',
  DORMANT: 'At rest.',
  CLOSED: 'Ended.',
});

export const VentureCommandType = enumOf('VentureCommand', 'What can be done with a venture.', {
  VERIFY: '`verifyVenture`',
  ACTIVATE: '`activateVenture`',
  REST: '`restVenture`',
  CLOSE: '`closeVenture`',
  REPORT: '`reportVenture`',
});

@ObjectType({ description: 'Money of one source in a venture (modal usaha).' })
export class VentureCapital {
  @Field(() => FundingSourceType, { description: 'The source.' })
  fundingSource!: keyof typeof FundingSourceType;

  @Field(() => Money, { description: 'How much.' })
  amount!: string;
}

@ObjectType('VentureReport', { description: 'What a venture made in a month.' })
export class VentureReportType {
  @Field(() => CalendarDate, { description: 'First day of the month.' })
  month!: string;

  @Field(() => Money, { description: 'What it took in (omzet).' })
  turnover!: string;

  @Field(() => Money, { description: 'What it spent; more than it took in is a loss.' })
  costs!: string;

  @Field(() => Int, { description: 'How many worked in it.' })
  workers!: number;
}

export const toVentureReportType = ({ month, turnover, costs, workers }: VentureReport) =>
  Object.assign(new VentureReportType(), { month, turnover, costs, workers });

@ObjectType('EconomicVenture', {
  description: 'A business of an organization, or of households around it.',
})
export class EconomicVentureType {
  row!: EconomicVenture;

  @Field(() => ID, { description: '`vnt_…`' })
  id!: string;

  @Field(() => Int, { description: 'Counts the changes; give it back as `expectedVersion`.' })
  version!: number;

  @Field(() => VentureStatusType, { description: 'Where it stands.' })
  status!: keyof typeof VentureStatusType;

  @Field(() => VentureKindType, { description: 'What it is.' })
  kind!: keyof typeof VentureKindType;

  @Field({ description: 'Its name.' })
  name!: string;

  @Field(() => VentureSectorType, { description: 'What it works in.' })
  sector!: keyof typeof VentureSectorType;

  @Field(() => String, {
    nullable: true,
    description: 'What of the place it is made from (sumber daya lokal), such as teak or clay.',
  })
  basedOnLocalResource!: string | null;

  @Field(() => Int, { nullable: true, description: 'Households of a joint business group.' })
  memberHouseholds!: number | null;

  @Field(() => [VentureCapital], { description: 'Where its capital came from.' })
  capital!: VentureCapital[];
}

export const EconomicVentureConnection = connectionOf('EconomicVenture', () => EconomicVentureType);

export function toEconomicVentureType(row: EconomicVenture): EconomicVentureType {
  const { version, status, kind, name, sector, memberHouseholds, capital } = row;
  return Object.assign(new EconomicVentureType(), {
    row,
    id: encodeId('vnt', row.id),
    version,
    status,
    kind,
    name,
    sector,
    memberHouseholds,
    basedOnLocalResource: row.localResource,
    capital: capital.map((line) => Object.assign(new VentureCapital(), line)),
  });
}

@ObjectType({ implements: Problem, description: 'The venture cannot take this step.' })
export class VentureRefusedProblem extends Problem {
  @Field({
    description:
      'Why, in one word: `wrong-state`, `organization-not-active`, `month-reported`, `same-hand`.',
  })
  ground!: string;

  @Field(() => VentureStatusType, {
    nullable: true,
    description: 'Where it stands, when that is the reason.',
  })
  currentStatus!: keyof typeof VentureStatusType | null;
}

const words: Record<string, { en: string; id: string }> = {
  'wrong-state': {
    en: 'The venture is not at this stage.',
    id: 'Usaha tidak berada pada tahap ini.',
  },
  'organization-not-active': {
    en: 'The organization is not active.',
    id: 'Organisasi tidak aktif.',
  },
  'same-hand': sameHandWords,
  'month-reported': {
    en: 'This month was reported already.',
    id: 'Bulan ini sudah dilaporkan.',
  },
};

export function toVentureProblem(refusal: Refusal): Problem | null {
  const message = words[refusal.refused];
  if (message === undefined) return null;
  const { status: currentStatus = null } = refusal as Refusal & {
    status?: keyof typeof VentureStatusType;
  };
  return problem(VentureRefusedProblem, message, { ground: refusal.refused, currentStatus });
}

export const ventureResult = (name: string) =>
  resultUnion(name, () => EconomicVentureType, VentureRefusedProblem);

@InputType({ description: 'A venture as it is proposed.' })
export class ProposeVentureInput extends CommandInput {
  @Field(() => ID, { description: 'The organization that runs or accompanies it.' })
  organizationId!: string;

  @Field(() => VentureKindType, { description: 'What it is.' })
  kind!: keyof typeof VentureKindType;

  @MinLength(3)
  @MaxLength(200)
  @Field({ description: 'Its name, 3 to 200 characters.' })
  name!: string;

  @Field(() => VentureSectorType, { description: 'What it works in.' })
  sector!: keyof typeof VentureSectorType;

  @MinLength(2)
  @MaxLength(200)
  @Field(() => String, { nullable: true, description: 'What of the place it is made from.' })
  basedOnLocalResource?: string | null;

  @Field(() => Int, { nullable: true, description: 'Households; of a KUBE 5 to 20.' })
  memberHouseholds?: number | null;

  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Field(() => [ProgrammeBudgetInput], { defaultValue: [], description: 'Its capital by source.' })
  capital!: ProgrammeBudgetInput[];
}

@InputType({ description: 'A venture as the caller saw it.' })
export class VentureStepInput extends SeenInput {
  @Field(() => ID, { description: 'The venture.' })
  id!: string;
}

@InputType({ description: 'What a venture made in a month.' })
export class ReportVentureInput extends VentureStepInput {
  @Field(() => CalendarDate, { description: 'First day of the month.' })
  month!: string;

  @Field(() => Money, { description: 'What it took in.' })
  turnover!: string;

  @Field(() => Money, { description: 'What it spent.' })
  costs!: string;

  @Min(0)
  @Max(100_000)
  @Field(() => Int, { description: 'How many worked in it.' })
  workers!: number;
}

export const seenVenture = ({ id, expectedVersion }: VentureStepInput) => ({
  id: readId('vnt', 'id', id),
  expectedVersion,
});
