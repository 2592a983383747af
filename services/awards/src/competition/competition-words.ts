import { enumOf } from '@jejaring/chassis/graph/enums';
import { Problem, problem } from '@jejaring/chassis/graph/problems';
import type { Refusal } from '@jejaring/chassis/work/refusal';
import { Field, ObjectType } from 'type-graphql';

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
  DECIDED: 'The places are decided, not announced.',
  ANNOUNCED: 'The winners are known.',
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
    DECIDE: '`decideWinners`',
    ANNOUNCE: '`announceWinners`',
    CANCEL: '`cancelCompetition`',
  },
);

@ObjectType({ implements: Problem, description: 'The competition cannot take this step.' })
export class CompetitionRefusedProblem extends Problem {
  @Field({
    description:
      'Why, in one word: `wrong-state`, `organizer-not-active`, `reviews-open`, `too-many-winners`, `winner-twice`, `nominee-not-eligible`, `ranks-not-in-order`.',
  })
  ground!: string;

  @Field(() => CompetitionStatusType, {
    nullable: true,
    description: 'Where it stands, when that is the reason.',
  })
  currentStatus!: keyof typeof CompetitionStatusType | null;
}

const words: Record<string, { en: string; id: string }> = {
  'wrong-state': {
    en: 'The competition is not at this stage.',
    id: 'Lomba tidak berada pada tahap ini.',
  },
  'organizer-not-active': {
    en: 'The organizing organization is not active.',
    id: 'Organisasi penyelenggara tidak aktif.',
  },
  'reviews-open': {
    en: 'Some nominations still wait for a review.',
    id: 'Masih ada usulan yang menunggu pemeriksaan.',
  },
  'too-many-winners': {
    en: 'More winners than were planned.',
    id: 'Jumlah pemenang melebihi rencana.',
  },
  'winner-twice': { en: 'A nominee has two places.', id: 'Satu peserta mendapat dua peringkat.' },
  'nominee-not-eligible': {
    en: 'A winner is not an eligible nominee of this competition.',
    id: 'Ada pemenang yang bukan peserta memenuhi syarat pada lomba ini.',
  },
  'ranks-not-in-order': {
    en: 'Places run 1, 2, 3; equal places share a number and the next is skipped: 1, 2, 2, 4.',
    id: 'Peringkat berurutan 1, 2, 3; peringkat sama berbagi nomor dan nomor berikutnya dilewati: 1, 2, 2, 4.',
  },
};

export function toCompetitionProblem(refusal: Refusal): Problem | null {
  const message = words[refusal.refused];
  if (message === undefined) return null;
  const { status: currentStatus = null } = refusal as {
    status?: keyof typeof CompetitionStatusType;
  };
  return problem(CompetitionRefusedProblem, message, { ground: refusal.refused, currentStatus });
}
