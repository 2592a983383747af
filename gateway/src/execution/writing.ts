type Path = readonly (string | number)[];

/** A value that the graph does not allow at its place. */
export interface Broken {
  path: Path;
  /** There is none where there must be one, which a service may have explained. */
  missing: boolean;
}

/** One answer as it is written. */
export interface Writing {
  broken: Broken[];
  path: (string | number)[];
  /** Texts of objects that may stand in several places, by how they are written; null without any. */
  texts: Map<unknown, Map<unknown, string>> | null;
}

/** The JSON text of a value at a key of its parent; null when it is null, whose fault that may be. */
export type Write = (value: unknown, to: Writing, key: string | number) => string | null;

export function breakAt(to: Writing, key: string | number, missing = false): null {
  to.broken.push({ path: [...to.path, key], missing });
  return null;
}
