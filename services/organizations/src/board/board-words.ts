import { enumOf } from '@jejaring/chassis/graph/enums';
import { signatories } from './board-decree.rules.js';

export const BoardStatusType = enumOf('BoardStatus', 'Where a term of office stands.', {
  DRAFT: 'Being written.',
  ELECTED: 'Elected by its forum; not in office.',
  RATIFIED: 'Agreed to by the next higher board (pengesahan), or passed over.',
  CONFIRMED: 'Put into office by decree (pengukuhan).',
  EXPIRED: 'Its term is over.',
  REVOKED: 'Taken out of office by decree.',
  REPLACED: 'A later decree put another board in its place before its time.',
  WITHDRAWN: 'Given up before it came into office.',
});

export const BoardPositionType = enumOf(
  'BoardPosition',
  'A position on a board; chair, secretary and treasurer are always filled.',
  {
    CHAIR: 'Chair (ketua).',
    VICE_CHAIR: 'Vice chair (wakil ketua).',
    SECRETARY: 'Secretary (sekretaris).',
    VICE_SECRETARY: 'Vice secretary (wakil sekretaris).',
    TREASURER: 'Treasurer (bendahara).',
    VICE_TREASURER: 'Vice treasurer (wakil bendahara).',
    SECTION_HEAD: 'Head of a section (ketua bidang).',
    SECTION_MEMBER: 'Member of a section (anggota bidang).',
    ADVISOR: 'Member of the advisory council (Majelis Pertimbangan Karang Taruna, MPKT).',
  },
);

export const BoardForumType = enumOf('BoardForum', 'Who elected a board.', {
  MWKT: 'The assembly of a village (Musyawarah Warga Karang Taruna).',
  TEMU_KARYA: 'The meeting of a higher level (Temu Karya).',
});

const signing: Record<keyof typeof signatories, string> = {
  KEPALA_DESA: 'Head of a village (kepala desa).',
  LURAH: 'Head of an urban ward (lurah).',
  CAMAT: 'Head of a district (camat).',
  BUPATI: 'Regent (bupati).',
  WALI_KOTA: 'Mayor of a city (wali kota).',
  GUBERNUR: 'Governor (gubernur).',
  MENTERI_SOSIAL: 'Minister of social affairs (Menteri Sosial).',
};

export const BoardSignatoryType = enumOf(
  'BoardSignatory',
  'The head of government who confirms a board: that of its own level (Permensos 25/2019, articles 36 to 39).',
  signing,
);

export const BoardWarningType = enumOf('BoardWarning', 'Worth a look; no ground to refuse.', {
  OFFICER_ABOVE_AGE_LIMIT: 'Somebody is older than the policy of the day names.',
  OFFICER_RESIDES_ELSEWHERE: 'Somebody lives outside the region of the organization.',
  TERM_DIFFERS_FROM_POLICY: 'The decree names another term than the policy of its day.',
});

export const SeatStatusType = enumOf('SeatStatus', 'Where a seat stands.', {
  PROPOSED: 'Named on a board that is not in office.',
  HELD: 'Held, or once held, for its interval.',
  WITHDRAWN: 'Taken back before the board came into office.',
});

export const SeatEndReasonType = enumOf(
  'SeatEndReason',
  'Why a seat was left before its time (pergantian antarwaktu).',
  {
    RESIGNED: 'Resigned.',
    DISMISSED: 'Dismissed.',
    MOVED_AWAY: 'Moved away.',
    DECEASED: 'Died.',
    OTHER: 'Another reason.',
  },
);

export const BoardCommandType = enumOf('BoardCommand', 'What can be done with a board.', {
  ELECT: '`electBoard`',
  RATIFY: '`ratifyBoard`',
  SKIP_RATIFICATION: '`skipRatification`',
  CONFIRM: '`confirmBoard`',
  SEAT: '`seatOfficer`',
  UNSEAT: '`unseatOfficer`',
  REVOKE: '`revokeBoard`',
  WITHDRAW: '`withdrawBoard`',
});
