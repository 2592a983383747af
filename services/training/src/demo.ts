import type { DemoLoader } from '@jejaring/chassis/testing/demo';
import { loadEnterprise } from './demo/enterprise.js';
import { loadNetworking } from './demo/networking.js';
import { loadReported } from './demo/reported.js';

/** The trainings of the source articles, and one that takes registrations now. */
export async function loadDemo(demo: DemoLoader): Promise<void> {
  await loadNetworking(demo);
  await loadReported(demo);
  await loadEnterprise(demo);
}
