/** One supervised process of a stack. */
export interface StackProcess {
  readonly name: string;
  readonly pid: number | null;
  readonly running: boolean;
  readonly logFile: string;
  /**
   * Signals the process; for `postgres` and `kafka` the server itself. The supervisor starts a
   * process that died again.
   */
  kill(signal?: NodeJS.Signals): void;
  /** Stops it, starts it again and waits until it is ready. */
  restart(): Promise<void>;
  /** Stops it and leaves it so until `restart`. */
  stop(withinMs?: number): Promise<void>;
  waitUntilReady(withinMs: number): Promise<void>;
}

export interface TokenClaims {
  role: string;
  region?: string;
  organization?: string;
  office?: string;
  name?: string;
  sub?: string;
}

export type StackPorts = Record<
  | 'gateway'
  | 'organizations'
  | 'welfare-cases'
  | 'training'
  | 'awards'
  | 'event-hub'
  | 'identity'
  | 'postgres'
  | 'kafka'
  | 'kafkaController',
  number
> &
  Record<`${string}-${number}`, number>;

export interface DatabaseUrls {
  app: string;
  owner: string;
}

export interface Stack {
  readonly dir: string;
  readonly gatewayUrl: string;
  readonly issuerUrl: string;
  readonly ports: StackPorts;
  /** By database name, `welfare_cases` and so on; `event_log` only without Kafka. */
  readonly databases: Record<
    'organizations' | 'welfare_cases' | 'training' | 'awards' | 'event_hub',
    DatabaseUrls
  > & { event_log?: string };
  /** The second store of seals, a directory. */
  readonly seals: string;
  readonly brokers: string[] | null;
  readonly processes: Record<string, StackProcess>;
  token(claims: TokenClaims): Promise<string>;
  stop(): Promise<void>;
}

/** How many processes of each service: one number for all, or numbers for some. */
export type Replicas =
  | number
  | Partial<
      Record<'organizations' | 'welfare-cases' | 'training' | 'awards' | 'event-hub', number>
    >;

export interface StackOptions {
  /** Everything the stack makes lies below it. */
  dir: string;
  ports?: 'free' | Partial<StackPorts>;
  /** Runs an Apache Kafka node of its own. */
  kafka?: boolean;
  /** Uses these brokers instead. */
  brokers?: string[];
  profile?: 'demo' | 'empty' | 'national';
  /** The second of a service is `training-2` in `processes` and `ports`. */
  replicas?: Replicas;
  /** Added to the environment of every process. */
  env?: Record<string, string>;
  quiet?: boolean;
  signal?: AbortSignal;
}

export function startStack(options: StackOptions): Promise<Stack>;
