import { encodeId } from '@jejaring/chassis/graph/ids';
import type { GraphContext } from '@jejaring/chassis/graph/context';
import type { Work } from '@jejaring/chassis/work/unit-of-work';
import { close } from '@jejaring/trust/keys/cipher';
import { opened } from '@jejaring/trust/keys/opened';
import { keyToWrite } from '@jejaring/trust/keys/person-key';
import type { BreakGlassGrant } from './break-glass.entity.js';

const place = (rowId: string) => ({ table: 'break_glass', column: 'reason_cipher', rowId });

/** Why a case was opened, in words that may tell of the person: kept closed with the person's key. */
export async function closeReason(
  work: Work,
  { id, beneficiaryId }: Pick<BreakGlassGrant, 'id' | 'beneficiaryId'>,
  reason: string,
): Promise<string> {
  return close(await keyToWrite(work, encodeId('ben', beneficiaryId)), place(id), reason);
}

/** Null once the person was erased. */
export const openReason = (
  context: GraphContext,
  { id, beneficiaryId, reasonCipher }: BreakGlassGrant,
): Promise<string | null> =>
  opened(context, encodeId('ben', beneficiaryId), place(id), reasonCipher);
