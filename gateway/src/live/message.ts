/** One message, the same bytes for all who are told the same. */
export class Message {
  private parsed: { data?: unknown } | null = null;
  private framed: Buffer | null = null;

  constructor(
    /** JSON text of the result. */
    readonly text: string,
    readonly cursor: string,
  ) {}

  get result(): { data?: unknown } {
    return (this.parsed ??= JSON.parse(this.text) as { data?: unknown });
  }

  /** As a server-sent event. */
  get frame(): Buffer {
    return (this.framed ??= Buffer.from(`id: ${this.cursor}\nevent: next\ndata: ${this.text}\n\n`));
  }
}
