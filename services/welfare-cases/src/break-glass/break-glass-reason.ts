import { decrypt, encrypt } from '@jejaring/register/facts/identifiers';
import type { Work } from '@jejaring/chassis/work/unit-of-work';
import type { BreakGlassGrant } from './break-glass.entity.js';

const place = (rowId: string) => ({ table: 'break_glass', column: 'reason_cipher', rowId });

/** Why a case was opened, in words that may tell of people: kept closed. */
export const closeReason = (work: Work, id: string, reason: string): string =>
  encrypt(work.keys, place(id), reason);

export const openReason = (work: Work, { id, reasonCipher }: BreakGlassGrant): string =>
  decrypt(work.keys, place(id), reasonCipher);
