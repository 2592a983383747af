import { enumOf } from '@jejaring/chassis/graph/enums';

export const JurorRoleType = enumOf('JurorRole', 'What somebody is in a jury.', {
  CHAIR: 'Leads it (ketua dewan juri); may give a sheet back to its juror.',
  MEMBER: 'Judges.',
});

export const JurorStatusType = enumOf('JurorStatus', 'Whether a juror counts.', {
  ACTIVE: 'Judges.',
  RECUSED: 'Was taken out; no sheet of theirs counts.',
});

export const JurorCommandType = enumOf('JurorCommand', 'What can be done about a juror.', {
  DECLARE_CONFLICT: '`declareConflict`',
  RECUSE: '`recuseJuror`',
});

export const ConflictKindType = enumOf(
  'ConflictKind',
  'Why a juror does not judge a nominee (benturan kepentingan).',
  {
    BOARD_SEAT: 'Sits on the nominee’s board, or did within two years.',
    OWN_ORGANIZATION: 'Acts for the nominee, or did within two years.',
    OWN_REGION: 'Lives in, serves in or supervises its village or district.',
    KINSHIP: 'Is related to somebody of the nominee.',
    OTHER_INTEREST: 'Has another interest in who wins.',
  },
);

export const ReopenReasonType = enumOf('ReopenReason', 'Why a score sheet is given back.', {
  ARITHMETIC: 'A score was written down wrongly.',
  WRONG_NOMINEE: 'It was filled in for another nominee.',
  NEW_FACTS: 'Something became known that the juror must weigh.',
});

export const juryWords: Record<string, { en: string; id: string }> = {
  'wrong-state': {
    en: 'The competition is not at this stage.',
    id: 'Lomba tidak berada pada tahap ini.',
  },
  'already-juror': { en: 'The person judges here already.', id: 'Sudah menjadi juri lomba ini.' },
  'chair-taken': { en: 'The jury has a chair.', id: 'Dewan juri sudah memiliki ketua.' },
  'organizer-seat': {
    en: 'Who acts for the organizing organization cannot judge its competition.',
    id: 'Pengurus organisasi penyelenggara tidak dapat menjadi juri lombanya.',
  },
  'juror-recused': { en: 'The juror was taken out.', id: 'Juri ini sudah dibebastugaskan.' },
  'not-before-ranking': {
    en: 'What is ranked is ranked: it is too late to step aside.',
    id: 'Peringkat sudah dihitung: juri tidak dapat lagi mengundurkan diri.',
  },
  'not-judging': {
    en: 'The competition is not being judged now.',
    id: 'Lomba tidak sedang dinilai.',
  },
  'wrong-sheet-state': {
    en: 'The score sheet is not at this stage.',
    id: 'Lembar penilaian tidak berada pada tahap ini.',
  },
};
