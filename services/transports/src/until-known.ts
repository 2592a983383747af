import { setTimeout as pause } from 'node:timers/promises';

const withinMs = 60_000;
const everyMs = 50;

/** Waits until brokers hold what a controller has accepted: they learn of it a moment later. */
export async function untilKnown(isKnown: () => Promise<boolean>): Promise<void> {
  const giveUpAt = Date.now() + withinMs;
  while (!(await isKnown())) {
    if (Date.now() > giveUpAt) throw new Error('Kafka accepted a change and did not show it.');
    await pause(everyMs);
  }
}
