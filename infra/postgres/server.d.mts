export interface PostgresServer {
  /** Address of the database `postgres` as superuser. */
  url: string;
  port: number;
  pid: number;
  /** The folder in use; below /var/tmp when PostgreSQL's account cannot enter the one asked for. */
  dataDir: string;
  /** Settles when the server has ended, asked for or not. */
  exited: Promise<number | string>;
  stop(): Promise<void>;
}

export interface PostgresOptions {
  dataDir: string;
  /** 0 picks a free port. */
  port: number;
  onLog?: (text: string) => void;
  /** False for tests: faster, and a crash of the machine may lose data. */
  durable?: boolean;
}

export function startPostgres(options: PostgresOptions): Promise<PostgresServer>;

export function createServiceDatabase(
  adminUrl: string,
  options: { database: string; passwords: { owner: string; app: string } },
): Promise<{ owner: string; app: string }>;

export function createLogDatabase(
  adminUrl: string,
  options: { password: string; database?: string },
): Promise<string>;

export function createLogReader(
  adminUrl: string,
  options: { password: string; database?: string },
): Promise<string>;

export function superuserUrl(base: string, port: number): string;
