/** The key ring of one service: data keys by name, and the key of its blind index. */
export interface KeyRing {
  current: string;
  keys: ReadonlyMap<string, Buffer>;
  indexKey: Buffer;
}
