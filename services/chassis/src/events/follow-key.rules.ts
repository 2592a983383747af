/** How far a key was followed, or where an event of it stands. */
export interface Place {
  epoch: number;
  sequence: number;
}

/**
 * What an event is to somebody who followed its key so far: the next one, one from before, or one
 * behind a gap. A higher epoch begins anew wherever it begins: its producer was restored.
 */
export function judgePlace(known: Place | undefined, { epoch, sequence }: Place) {
  if (known === undefined) return sequence === 1 ? 'next' : 'gap';
  if (epoch > known.epoch) return 'next';
  if (epoch < known.epoch || sequence <= known.sequence) return 'seen';
  return sequence === known.sequence + 1 ? 'next' : 'gap';
}
