import type { TestService } from '@jejaring/chassis/testing/graph-client';
import { RegionCopy } from './region.entity.js';

/** The villages that tests report cases in. */
export async function knownVillages(service: TestService): Promise<void> {
  const codes = ['32.79.04.2006', '32.79.03.2001', '33.16.05.1014', '34.01.01.2001'];
  await service.asSystem(async (work) => {
    for (const code of codes)
      await work.put(RegionCopy, { code, datasetVersion: 'test' }, ['code']);
  });
}
