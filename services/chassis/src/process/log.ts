import type { Logger } from 'pino';
import { pino } from 'pino';

export type { Logger };

/**
 * A logger for one process. Errors keep name, code and stack; nothing that a person typed is ever
 * logged: callers pass ids, codes and numbers only, and an error's own message stays out because
 * a database puts rejected values into it.
 */
export function createLogger(process: string, level: string): Logger {
  return pino({
    level,
    base: { process },
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: describeError, req: () => undefined, res: () => undefined },
  });
}

function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code, constraint, table } = error as Error & Record<string, unknown>;
  const frames = error.stack?.split('\n').filter((line) => line.trimStart().startsWith('at '));
  return {
    type: error.name,
    code,
    constraint,
    table,
    at: frames?.slice(0, 6).map((f) => f.trim()),
  };
}
