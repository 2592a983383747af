/** What a check has to say about one place: a file, or a coordinate of the graph. */
export interface Finding {
  place: string;
  says: string;
}

/** Prints what was found and answers whether nothing was; notes are only told. */
export function report(
  findings: readonly Finding[],
  passed: string,
  notes: readonly Finding[] = [],
): boolean {
  for (const { place, says } of notes) process.stdout.write(`note: ${place} ${says}\n`);
  for (const { place, says } of findings) process.stdout.write(`${place}: ${says}\n`);
  const count = findings.length === 1 ? '1 finding' : `${findings.length} findings`;
  process.stdout.write(`${findings.length === 0 ? passed : count}\n`);
  return findings.length === 0;
}
