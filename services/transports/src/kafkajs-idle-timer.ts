import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';

interface RequestQueue {
  throttledUntil: number;
  pending: unknown[];
  throttleCheckTimeoutId: NodeJS.Timeout | null;
  checkPendingRequests: () => void;
  scheduleCheckPendingRequests: (this: RequestQueue) => void;
}

const require = createRequire(import.meta.url);
const knownVersion = '2.2.4';
const knownText = '04347ea969c6f2e3754427c0cbaee0bd4ce947fbd82f7b6e027506a06dfc581a';
const pendingCheckMs = 10;

function scheduleWhenNeeded(this: RequestQueue): void {
  if (this.throttleCheckTimeoutId) return;
  const throttledMs = this.throttledUntil - Date.now();
  if (throttledMs <= 0 && this.pending.length === 0) return;
  this.throttleCheckTimeoutId = setTimeout(
    () => {
      this.throttleCheckTimeoutId = null;
      this.checkPendingRequests();
    },
    throttledMs > 0 ? throttledMs : pendingCheckMs,
  );
}

function assertKnown(version: string, text: string): void {
  const hash = createHash('sha256').update(text).digest('hex');
  if (version === knownVersion && hash === knownText) return;
  throw new Error(
    `kafkajs ${version} is not the one whose idle timer is corrected here (${knownVersion}): ` +
      'see whether the correction is still needed, then pin the new text.',
  );
}

/**
 * Frozen kafkajs 2.2.4 arms a timer with a negative time on every idle connection, which Node turns
 * into a check each millisecond for ever (4 % of a core per service) and warns about. This arms it
 * only when something waits. push() and fulfillRequest() call the scheduler, so nothing is missed.
 */
export function calmIdleTimer(): void {
  const { version } = require('kafkajs/package.json') as { version: string };
  const queue = require('kafkajs/src/network/requestQueue') as { prototype: RequestQueue };
  const original = queue.prototype.scheduleCheckPendingRequests;
  if (original === scheduleWhenNeeded) return;
  assertKnown(version, original.toString());
  queue.prototype.scheduleCheckPendingRequests = scheduleWhenNeeded;
}
