import { unwatchFile, watchFile } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { Logger } from '@jejaring/chassis/process/log';
import type { GatewayMetrics } from '../metrics.js';

export interface FollowOptions {
  supergraphFile: string;
  reloadEveryMs: number;
  metrics: GatewayMetrics;
  log: Logger;
}

/** Takes over what the file holds whenever it changes, one change after the other. Returns how to stop. */
export function followFile(
  { supergraphFile, reloadEveryMs, metrics, log }: FollowOptions,
  takeOver: (supergraphSdl: string) => Promise<void>,
): () => Promise<void> {
  let last = Promise.resolve();
  const follow = async (): Promise<void> => {
    try {
      await takeOver(await readFile(supergraphFile, 'utf8'));
      metrics.reloads.inc({ outcome: 'taken-over' });
      log.info('took over a changed supergraph');
    } catch (error) {
      metrics.reloads.inc({ outcome: 'kept-out' });
      const sentence = 'a changed supergraph does not load; the last good one keeps serving';
      log.error({ err: error }, sentence);
      log.debug({ text: String(error) }, 'why it does not load');
    }
  };
  const changed = (): void => void (last = last.then(follow));
  watchFile(supergraphFile, { interval: reloadEveryMs }, changed).unref();
  return async () => {
    unwatchFile(supergraphFile, changed);
    await last;
  };
}
