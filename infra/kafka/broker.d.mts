export interface KafkaTools {
  java: string;
  javaVersion: string | null;
  mavenVersion: string | null;
  /** What is not here, in words to print; null when a broker can run. */
  missing: string | null;
}

export interface KafkaBroker {
  brokers: string[];
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
  onLog?: (line: string) => void;
}

export function findKafkaTools(): KafkaTools;

export function installKafka(options: {
  dir: string;
  onProgress?: (jar: string) => void;
}): Promise<{ libs: string; version: string }>;

export function startBroker(options: BrokerOptions): Promise<KafkaBroker>;
