/**
 * Asks once for all who want to know while it is being asked already: what each is told was asked
 * after it wanted to know.
 */
export function gathered<Answer>(ask: () => Promise<Answer>): () => Promise<Answer> {
  let asking: Promise<unknown> = Promise.resolve();
  let next: Promise<Answer> | null = null;
  return () => {
    next ??= asking.then(() => {
      const asked = ask();
      next = null;
      asking = Promise.allSettled([asked]);
      return asked;
    });
    return next;
  };
}
