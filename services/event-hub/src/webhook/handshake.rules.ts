import type { Outcome } from './retry.rules.js';

/** Why an endpoint was not let in: nothing of its answer but what the handshake is about. */
export type HandshakeFault = Exclude<Outcome, '2xx'> | 'NOT_ALLOWED' | 'OTHER_ORIGIN' | 'BAD_RATE';

export type Handshake =
  { agreed: true; perMinute: number | null } | { agreed: false; fault: HandshakeFault };

/** What the answer to OPTIONS says to who asked as `origin` (CloudEvents, HTTP 1.1 Web Hooks, section 4). */
export function readHandshake(
  { outcome, headers }: { outcome: Outcome; headers: Readonly<Record<string, string | undefined>> },
  origin: string,
): Handshake {
  if (outcome !== '2xx') return { agreed: false, fault: outcome };
  const allowed = headers['webhook-allowed-origin']?.trim();
  if (allowed === undefined || allowed === '') return { agreed: false, fault: 'NOT_ALLOWED' };
  if (allowed !== '*' && allowed.toLowerCase() !== origin.toLowerCase())
    return { agreed: false, fault: 'OTHER_ORIGIN' };
  const rate = headers['webhook-allowed-rate']?.trim();
  if (rate === undefined || rate === '*') return { agreed: true, perMinute: null };
  const perMinute = /^\d{1,9}$/.test(rate) ? Number(rate) : 0;
  return perMinute > 0 ? { agreed: true, perMinute } : { agreed: false, fault: 'BAD_RATE' };
}
