import type { Logger } from '@jejaring/chassis/process/log';
import type { Database } from '@jejaring/chassis/work/unit-of-work';
import type { Tail } from '../feed/tail.js';
import type { Admit } from './admit.js';
import type { Figures } from './figures.js';
import type { Rates } from './rates.js';
import type { Readers } from './readers.js';

/** What the doors to events share. */
export interface DoorParts {
  admit: Admit;
  rates: Rates;
  readers: Readers;
  figures: Figures;
  database: Database;
  tail: Tail;
  logger: Logger;
  /** How often a stream gives a sign of life, where it is not every quarter of a minute. */
  beatMs?: number;
}
