const mostRemembered = 10_000;

/**
 * Stretches in which nothing was found for a filter. Whoever goes on from the id of an event instead of
 * the cursor would have them searched again with every request, and never come to the end of a long one.
 */
export class Trodden {
  private readonly upTo = new Map<string, number>();

  /** Where to search on for a reader with this filter behind this position. */
  skip(filter: string, from: number): number {
    return this.upTo.get(`${filter} ${from}`) ?? from;
  }

  remember(filter: string, from: number, upTo: number): void {
    const key = `${filter} ${from}`;
    this.upTo.delete(key);
    this.upTo.set(key, upTo);
    const [oldest] = this.upTo.keys();
    if (this.upTo.size > mostRemembered && oldest !== undefined) this.upTo.delete(oldest);
  }
}
