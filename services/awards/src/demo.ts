import type { DemoLoader } from '@jejaring/chassis/testing/demo';
import { loadBanten } from './demo/banten-2019.js';
import { loadKalimantanSelatan } from './demo/kalimantan-selatan-2024.js';
import { loadKotaBanjar } from './demo/kota-banjar-2026.js';

/** What the demo knows of awards. Load it when all the services before have been heard. */
export async function loadDemo(demo: DemoLoader): Promise<void> {
  await loadBanten(demo);
  await loadKalimantanSelatan(demo);
  await loadKotaBanjar(demo);
}
