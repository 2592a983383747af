import { systemCaller } from '@jejaring/chassis/work/scope.rules';
import type { Database } from '@jejaring/chassis/work/unit-of-work';
import type { RegisterNews } from '@jejaring/register/bulk/register-copies';
import { copyOrganizations, copySeats } from '@jejaring/register/bulk/register-copies';

/** Hears of a regency's organizations and their seats, all at once. */
export const hearRegister = (database: Database, news: RegisterNews): Promise<void> =>
  database.inWork({ caller: systemCaller('load-national'), readOnly: false }, async (work) => {
    await copyOrganizations(work, news);
    await copySeats(work, news);
  });
