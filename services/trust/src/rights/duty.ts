/** A command whose hand must be another than one before it. */
export interface Duty {
  /** The mutation. */
  command: string;
  /** Who must not be whom, in a sentence. */
  apart: string;
  /** The test that shows it, from the root of the repository. */
  test: string;
}
