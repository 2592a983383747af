import { Lexer, Source, TokenKind } from 'graphql';

/**
 * The pairs of equal words in a document; none where it has more tokens than are read, or cannot be read, for which
 * it is refused in other words. Validation compares every field with each other one of its name, on the thread that
 * serves everybody: that takes as long as there are pairs, however few the tokens.
 */
export function countRepeats(text: string, mostTokens: number): number {
  const seen = new Map<string, number>();
  const lexer = new Lexer(new Source(text));
  let pairs = 0;
  try {
    for (let tokens = 0; tokens <= mostTokens; tokens += 1) {
      const { kind, value } = lexer.advance();
      if (kind === TokenKind.EOF) return pairs;
      if (kind !== TokenKind.NAME) continue;
      const before = seen.get(value) ?? 0;
      pairs += before;
      seen.set(value, before + 1);
    }
  } catch {
    // The parser finds better words.
  }
  return 0;
}
