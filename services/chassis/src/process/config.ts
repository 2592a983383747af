import { readFileSync } from 'node:fs';

/** How one variable is read: a value, or the sentence that tells the operator what is wrong. */
export interface Variable<Value> {
  name: string;
  parse(raw: string | undefined): Value;
}

class ConfigFault extends Error {}

function variable<Value>(
  name: string,
  fallback: Value | undefined,
  parse: (raw: string) => Value,
): Variable<Value> {
  return {
    name,
    parse(raw) {
      if (raw !== undefined && raw !== '') return parse(raw);
      if (fallback === undefined) throw new ConfigFault('is not set');
      return fallback;
    },
  };
}

export const text = (name: string, fallback?: string) => variable(name, fallback, (raw) => raw);

/** A variable that may be absent: null then. */
export const optional = (name: string): Variable<string | null> =>
  variable<string | null>(name, null, (raw) => raw);

export const flag = (name: string) => variable(name, false, (raw) => raw === 'true' || raw === '1');

export const port = (name: string, fallback?: number) =>
  variable(name, fallback, (raw) => {
    const value = Number(raw);
    if (Number.isInteger(value) && value >= 0 && value < 65_536) return value;
    throw new ConfigFault('is not a port number');
  });

export const count = <Fallback extends number | null>(
  name: string,
  fallback: Fallback,
  least = 1,
  what = 'whole number',
): Variable<number | Fallback> =>
  variable<number | Fallback>(name, fallback, (raw) => {
    const value = Number(raw);
    if (Number.isInteger(value) && value >= least) return value;
    throw new ConfigFault(`is not a ${what} from ${least}`);
  });

export const milliseconds = (name: string, fallback: number, least = 1) =>
  count(name, fallback, least, 'number of milliseconds');

export const url = (name: string, fallback?: string) =>
  variable(name, fallback, (raw) => {
    if (URL.canParse(raw)) return raw;
    throw new ConfigFault('is not a URL');
  });

/** A comma-separated list; `empty` says in words what an empty list means. */
export const list = (
  name: string,
  options: { empty: string },
): Variable<string[]> & { empty: string } => ({
  ...variable(name, [] as string[], (raw) =>
    raw
      .split(',')
      .map((item) => item.trim())
      .filter((item) => item !== ''),
  ),
  ...options,
});

/** The content of the file that the variable names: how secrets arrive. */
export const file = (name: string) =>
  variable(name, undefined as string | undefined, (raw) => {
    try {
      return readFileSync(raw, 'utf8');
    } catch {
      throw new ConfigFault(`names a file that cannot be read: ${raw}`);
    }
  }) as Variable<string>;

/** An instant in ISO 8601, for a clock that stands still in development and tests. */
export const instant = (name: string) =>
  variable<Date | null>(name, null, (raw) => {
    const value = new Date(raw);
    if (!Number.isNaN(value.getTime())) return value;
    throw new ConfigFault('is not an instant in ISO 8601');
  });

type Values<Spec> = {
  [Key in keyof Spec]: Spec[Key] extends Variable<infer Value> ? Value : never;
};

/**
 * Reads every declared variable once and names all that are wrong in one error, so that an operator
 * mends a deployment in one go. No other place of the code reads the environment.
 */
export function readConfig<Spec extends Record<string, Variable<unknown>>>(
  spec: Spec,
  environment: Record<string, string | undefined> = process.env,
): Readonly<Values<Spec>> {
  const faults: string[] = [];
  const values: Record<string, unknown> = {};
  for (const [key, { name, parse }] of Object.entries(spec)) {
    try {
      values[key] = parse(environment[name]);
    } catch (error) {
      if (!(error instanceof ConfigFault)) throw error;
      faults.push(`${name} ${error.message}`);
    }
  }
  if (faults.length > 0) throw new Error(`Configuration: ${faults.join('; ')}.`);
  return Object.freeze(values) as Readonly<Values<Spec>>;
}

/** What every process of the federation reads. */
export const processVariables = {
  host: text('HOST', '127.0.0.1'),
  logLevel: text('LOG_LEVEL', 'info'),
  environment: text('NODE_ENV', 'development'),
  clock: instant('JEJARING_CLOCK'),
};
