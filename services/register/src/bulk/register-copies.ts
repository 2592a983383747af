import type { Work } from '@jejaring/chassis/work/unit-of-work';
import type { KeyPosition } from './as-if-said.js';
import { countHeard } from './as-if-said.js';
import { insertAll } from './insert-all.js';

/** What the register would have told of many organizations, all registered and in good standing. */
export interface RegisterNews {
  organizations: readonly { id: string; kind: string; level: string; region_code: string }[];
  seats: readonly {
    id: string;
    officer_id: string;
    board_id: string;
    organization_id: string;
    region_code: string;
    position: string;
    valid_from: string;
    valid_to: string;
  }[];
  boards: readonly { id: string; organization_id: string; term_start: string; term_end: string }[];
  positions: readonly KeyPosition[];
}

/** Keeps what a service would have kept of the news, had it heard it event by event. */
export async function copyOrganizations(work: Work, news: RegisterNews): Promise<void> {
  const rows = news.organizations.map((row) => ({ ...row, status: 'ACTIVE' }));
  await insertAll(work, 'organization_copy', rows, 'on conflict (id) do nothing');
  await countHeard(work, 'jejaring.organizations', news.positions);
}

/** The seats of the news, for services that keep seats. */
export const copySeats = (work: Work, { seats }: RegisterNews): Promise<void> =>
  insertAll(work, 'seat_copy', seats, 'on conflict (id) do nothing');
