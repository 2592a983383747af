import { writeFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

/*
 * Loaded into a gateway that is measured (`--import`): notes the longest stretch of processor time that its serving
 * thread spent without looking at anything else. Unlike the delay of its loop, that is not longer because
 * somebody else uses the machine. SIGUSR2 writes it down and begins anew.
 */
const file = process.env['JEJARING_STRETCH_FILE'];

function watchStretches(target: string): void {
  const spentMs = () => {
    const { user, system } = process.threadCpuUsage();
    return (user + system) / 1_000;
  };
  let longest = 0;
  let last = spentMs();
  setInterval(() => {
    const now = spentMs();
    longest = Math.max(longest, now - last);
    last = now;
  }, 1).unref();
  process.on('SIGUSR2', () => {
    writeFileSync(target, JSON.stringify({ longest }));
    longest = 0;
  });
}

if (isMainThread && file !== undefined) watchStretches(file);
