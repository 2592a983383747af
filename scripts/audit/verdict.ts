import type { Verdict } from '@jejaring/trust/audit/verification.service';

/** A verdict in one line. */
export function describeVerdict({ finding, seals, entries, end }: Verdict): string {
  if (finding === null) {
    const until = end.number === 0 ? '' : `, the last of ${end.sealedAt}`;
    return `intact, ${entries} entries under ${seals} seals${until}`;
  }
  const { damage, entryId, seal, says } = finding;
  const row = entryId === null ? '' : ` entry ${entryId}`;
  const under = seal === null ? '' : ` (seal ${seal})`;
  return `NOT intact: ${damage}${row}${under}: ${says}; ${entries} entries before it are as sealed`;
}
