import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** How a process shows Kafka who it is, and knows that it speaks to Kafka. */
export interface KafkaLogin {
  username: string;
  password: string;
  /** Certificates of those who may sign for a broker, in PEM. */
  ca: string;
}

const absent = (raw: string | undefined): raw is undefined | '' => raw === undefined || raw === '';

const secret = (name: string, check: (content: string) => void) => ({
  name,
  parse(raw: string | undefined): string | null {
    if (absent(raw)) return null;
    const content = contentOf(name, raw).trim();
    check(content);
    return content;
  },
});

function contentOf(name: string, file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new Error(`Configuration: ${name} names a file that cannot be read: ${file}.`);
  }
}

const refuseEmpty = (password: string) => {
  if (password === '') throw new Error('Configuration: KAFKA_PASSWORD_FILE names an empty file.');
};

const refuseOther = (certificate: string) => {
  try {
    new X509Certificate(certificate);
  } catch {
    throw new Error('Configuration: KAFKA_CA_FILE names a file without a certificate in PEM.');
  }
};

/** The variables by which a process is told how events travel. */
export const eventVariables = {
  brokers: {
    name: 'KAFKA_BROKERS',
    empty: 'the embedded event log, for one machine only',
    parse: (raw: string | undefined): string[] =>
      (raw ?? '')
        .split(',')
        .map((broker) => broker.trim())
        .filter((broker) => broker !== ''),
  },
  kafkaUsername: {
    name: 'KAFKA_USERNAME',
    parse: (raw: string | undefined): string | null => (absent(raw) ? null : raw),
  },
  kafkaPassword: secret('KAFKA_PASSWORD_FILE', refuseEmpty),
  kafkaCa: secret('KAFKA_CA_FILE', refuseOther),
  kafkaPlain: {
    name: 'KAFKA_PLAIN',
    parse: (raw: string | undefined): boolean => raw === 'true' || raw === '1',
  },
  eventLogUrl: {
    name: 'EVENT_LOG_URL',
    parse: (raw: string | undefined): string | null => (absent(raw) ? null : raw),
  },
};

export interface EventConfig {
  brokers: string[];
  kafkaUsername: string | null;
  kafkaPassword: string | null;
  kafkaCa: string | null;
  kafkaPlain: boolean;
  eventLogUrl: string | null;
  environment: string;
}

/** Why this process must not be started with what it was told of Kafka; null when it may. */
export function kafkaDanger(config: EventConfig): string | null {
  const given = [config.kafkaUsername, config.kafkaPassword, config.kafkaCa];
  const named = 'KAFKA_USERNAME, KAFKA_PASSWORD_FILE and KAFKA_CA_FILE';
  if (given.some((each) => each !== null) && given.includes(null)) return `${named} go together`;
  const open = config.brokers.length > 0 && given.includes(null) && !config.kafkaPlain;
  return open && config.environment === 'production'
    ? `KAFKA_BROKERS without ${named}: whoever reaches the brokers reads and writes every event (KAFKA_PLAIN=true allows it)`
    : null;
}

/** How to sign in; null where nothing was said of it. */
export function kafkaLogin(config: EventConfig): KafkaLogin | null {
  const danger = kafkaDanger(config);
  if (danger !== null) throw new Error(`Configuration: ${danger}.`);
  const { kafkaUsername: username, kafkaPassword: password, kafkaCa: ca } = config;
  return username === null || password === null || ca === null ? null : { username, password, ca };
}
