/** What the relay of a service leads under. */
export const leaderLock: number;
export const publication: string;
export const slot: string;

export function steward(options: {
  /** The database of the service, as its owner. */
  url: string;
  signal: AbortSignal;
  say?: (words: string) => void;
}): Promise<void>;

export function giveBack(options: { url: string }): Promise<void>;
