const print = (line) => process.stdout.write(line);

/** Lines with the seconds since the beginning, so that a slow step shows itself. */
export function createProgress({ quiet = false, since = Date.now(), write = print } = {}) {
  const say = (text) => {
    if (quiet) return;
    const seconds = ((Date.now() - since) / 1000).toFixed(1).padStart(6);
    write(`[${seconds} s] ${text}\n`);
  };
  /** Says the text again and again while the work takes long, so that nobody takes it for dead. */
  const during = async (text, work) => {
    say(text);
    const timer = setInterval(() => say(`${text} (still at it)`), 15_000);
    try {
      return await work();
    } finally {
      clearInterval(timer);
    }
  };
  return { say, during };
}

/** A failure that is explained by its sentence alone; everything else shows where it came from. */
export class Trouble extends Error {}

/** Runs an entry script: trouble becomes one sentence and exit code 1. */
export async function runScript(work) {
  try {
    await work();
  } catch (error) {
    process.stderr.write(`${explain(error)}\n`);
    process.exitCode = 1;
  }
}

export const explain = (error) =>
  error instanceof Trouble ? error.message : (error.stack ?? String(error));
