import { enumOf } from '@jejaring/chassis/graph/enums';
import { Problem, problem } from '@jejaring/chassis/graph/problems';
import type { Refusal } from '@jejaring/chassis/work/refusal';
import { Field, Int, ObjectType } from 'type-graphql';
import { competitionWords } from './refusal-words.js';

export const CompetitionTierType = enumOf(
  'CompetitionTier',
  'The level a competition is held at.',
  {
    DISTRICT: 'District (kecamatan).',
    REGENCY: 'Regency or city (kabupaten/kota).',
    PROVINCE: 'Province (provinsi).',
    NATIONAL: 'The nation.',
  },
);

export const CompetitionCategoryType = enumOf(
  'CompetitionCategory',
  'Which kind of welfare resource (PSKS) may win; judged separately.',
  {
    KARANG_TARUNA: 'Village youth social organization (Karang Taruna).',
    LKS: 'Social welfare institution (Lembaga Kesejahteraan Sosial).',
    TKSK: 'Sub-district welfare worker (Tenaga Kesejahteraan Sosial Kecamatan).',
    PSM: 'Community social worker (Pekerja Sosial Masyarakat).',
    TAGANA: 'Disaster response cadet (Taruna Siaga Bencana).',
  },
);

export const CompetitionStatusType = enumOf('CompetitionStatus', 'Where a competition stands.', {
  DRAFT: 'Being prepared; only its organizer sees it.',
  PUBLISHED: 'Known with its rules, which are fixed now.',
  NOMINATION_OPEN: 'Nominations are taken.',
  NOMINATION_CLOSED: 'No more nominations are taken.',
  JUDGING: 'Jurors fill in their score sheets, stage by stage.',
  RANKED: 'The ranking is computed from the sealed sheets; the meeting has not decided.',
  DECIDED: 'The places are decided, not announced.',
  ANNOUNCED: 'The winners are known; there is time to object (masa sanggah).',
  FINAL: 'The result stands.',
  PROMOTED: 'The best went on to the competition above.',
  CANCELLED: 'Called off.',
});

export const CompetitionCommandType = enumOf(
  'CompetitionCommand',
  'What can be done with a competition.',
  {
    AMEND: '`amendCompetition`',
    PUBLISH: '`publishCompetition`',
    OPEN_NOMINATIONS: '`openNominations`',
    CLOSE_NOMINATIONS: '`closeNominations`',
    APPOINT_JUROR: '`appointJuror`',
    START_JUDGING: '`startJudging`',
    SEAL_STAGE: '`sealStage`',
    RANK: '`computeRanking`',
    DECIDE: '`decideWinners`',
    ANNOUNCE: '`announceWinners`',
    PRESENT: '`presentAwards`',
    FINALIZE: '`finalizeCompetition`',
    PROMOTE: '`promoteWinners`',
    CANCEL: '`cancelCompetition`',
  },
);

@ObjectType({ implements: Problem, description: 'The competition cannot take this step.' })
export class CompetitionRefusedProblem extends Problem {
  @Field({
    description:
      'Why, in one word: `wrong-state`, `organizer-not-active`, `reviews-open`, `too-few-jurors`, `no-such-stage`, `stage-sealed`, `sheets-missing`, `stages-not-sealed`, `chain-broken`, `minutes-missing`, `not-as-ranked`, `too-many-winners`, `winner-twice`, `nominee-not-eligible`, `ranks-not-in-order`, `objections-open`, `parent-not-open`, `already-nominated`, `quota-reached`, `wrong-kind`, `no-awards-waiting`.',
  })
  ground!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'How many sheets are not in yet, when that is the reason.',
  })
  missingSheets!: number | null;

  @Field(() => CompetitionStatusType, {
    nullable: true,
    description: 'Where it stands, when that is the reason.',
  })
  currentStatus!: keyof typeof CompetitionStatusType | null;
}

export function toCompetitionProblem(refusal: Refusal): Problem | null {
  const message = competitionWords[refusal.refused];
  if (message === undefined) return null;
  const { status: currentStatus = null, missing: missingSheets = null } = refusal as {
    status?: keyof typeof CompetitionStatusType;
    missing?: number;
  };
  const fields = { ground: refusal.refused, currentStatus, missingSheets };
  return problem(CompetitionRefusedProblem, message, fields);
}
