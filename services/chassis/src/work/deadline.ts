const systemBudget = 30_000;
const longestBudget = 10_000;

/** The request ran out of time before its work began. */
export class DeadlineExceeded extends Error {
  constructor() {
    super('The deadline of the request has passed.');
  }
}

/** What is left for the database, in milliseconds; work of the system has half a minute. */
export function millisecondsLeft(deadline: Date | null): number {
  if (deadline === null) return systemBudget;
  const left = deadline.getTime() - Date.now();
  if (left <= 0) throw new DeadlineExceeded();
  return Math.min(Math.ceil(left), longestBudget);
}
