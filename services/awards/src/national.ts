import { encodeId } from '@jejaring/chassis/graph/ids';
import { systemCaller } from '@jejaring/chassis/work/scope.rules';
import type { Database } from '@jejaring/chassis/work/unit-of-work';
import type { KeyPosition } from '@jejaring/register/bulk/as-if-said';
import { countHeard } from '@jejaring/register/bulk/as-if-said';
import { insertAll } from '@jejaring/register/bulk/insert-all';
import type { RegisterNews } from '@jejaring/register/bulk/register-copies';
import { copyOrganizations, copySeats } from '@jejaring/register/bulk/register-copies';

const options = { caller: systemCaller('load-national'), readOnly: false };

/** Hears of a regency's organizations, their seats and the terms of their boards, all at once. */
export const hearRegister = (database: Database, news: RegisterNews): Promise<void> =>
  database.inWork(options, async (work) => {
    await copyOrganizations(work, news);
    await copySeats(work, news);
    await insertAll(work, 'board_copy', news.boards, 'on conflict (id) do nothing');
  });

interface CaseNews {
  positions: readonly KeyPosition[];
  handled: readonly { organization_id: string; month: string; cases: number }[];
}

/** Hears of a regency's cases: how far each was followed, and what organizations are credited with. */
export const hearCases = (database: Database, { positions, handled }: CaseNews): Promise<void> =>
  database.inWork(options, async (work) => {
    await countHeard(work, 'jejaring.welfare-cases', positions);
    const known = new Map(positions.map((position) => [position.key, position]));
    const counted = handled.map((row) => {
      const { epoch, sequence } = known.get(encodeId('org', row.organization_id))!;
      return { ...row, epoch, sequence };
    });
    // These months are credited from here alone, so that telling it twice changes nothing.
    await insertAll(
      work,
      'handled_case_count',
      counted,
      `on conflict (organization_id, month) do update
       set cases = excluded.cases, epoch = excluded.epoch, sequence = excluded.sequence`,
    );
  });
