export interface KafkaTools {
  java: string;
  javaVersion: string | null;
  mavenVersion: string | null;
  /** What is not here, in words to print; null when a broker can run. */
  missing: string | null;
}

export interface KafkaBroker {
  brokers: string[];
  /** Of a secured node: where its secrets are, where subscribers come in, where it is set up. */
  secrets?: string;
  subscribers?: string[];
  admin?: { host: string; port: number };
  pid: number;
  /** Settles when the broker has ended, asked for or not. */
  exited: Promise<number | null>;
  stop(): Promise<void>;
  kill(): Promise<void>;
}

export interface BrokerOptions {
  dir: string;
  port: number;
  /** The port after the broker's when left out. */
  controllerPort?: number;
  /** Jars installed elsewhere; brought into `dir` when left out. */
  libs?: string;
  /** TLS, logins and permissions, under this name of the machine (`localhost` when left out). */
  secured?: { host?: string; secrets?: string; nodesPort?: number; subscribersPort?: number };
  onLog?: (line: string) => void;
}

export function findKafkaTools(): KafkaTools;

export function installKafka(options: {
  dir: string;
  onProgress?: (jar: string) => void;
}): Promise<{ libs: string; version: string }>;

export function startBroker(options: BrokerOptions): Promise<KafkaBroker>;
