import { afterAll, describe, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createAuthority } from '../../../infra/kafka/certificates.mjs';
import type { EventConfig } from './event-variables.js';
import { eventVariables, kafkaDanger, kafkaLogin } from './event-variables.js';

const folder = mkdtempSync(path.join(tmpdir(), 'jejaring-variables-'));
afterAll(() => rmSync(folder, { recursive: true }));

const fileOf = (name: string, content: string): string => {
  writeFileSync(path.join(folder, name), content);
  return path.join(folder, name);
};
const { certificate } = createAuthority('Test');
const login = {
  KAFKA_BROKERS: 'kafka:9092',
  KAFKA_USERNAME: 'training',
  KAFKA_PASSWORD_FILE: fileOf('password', 'secret\n'),
  KAFKA_CA_FILE: fileOf('ca.pem', certificate),
};

function configOf(raw: Record<string, string>, environment = 'production'): EventConfig {
  const values = Object.entries(eventVariables).map(([key, { name, parse }]) => [
    key,
    parse(raw[name]),
  ]);
  return { ...(Object.fromEntries(values) as Omit<EventConfig, 'environment'>), environment };
}

describe('what a process is told of Kafka', () => {
  test('becomes its login, without the line end of the file', () => {
    expect(kafkaLogin(configOf(login))).toEqual({
      username: 'training',
      password: 'secret',
      ca: certificate.trim(),
    });
  });

  test.each(['KAFKA_USERNAME', 'KAFKA_PASSWORD_FILE', 'KAFKA_CA_FILE'])(
    'is refused without %s, in development too: half a login would be none',
    (absent) => {
      const half = configOf({ ...login, [absent]: '' }, 'development');
      expect(() => kafkaLogin(half)).toThrow('go together');
    },
  );

  test('is refused in production without a login, unless that is said by name', () => {
    const open = { KAFKA_BROKERS: 'kafka:9092' };
    expect(kafkaDanger(configOf(open))).toContain('reads and writes every event');
    expect(kafkaDanger(configOf({ ...open, KAFKA_PLAIN: 'true' }))).toBeNull();
    expect(kafkaDanger(configOf(open, 'development'))).toBeNull();
    expect(kafkaDanger(configOf({ EVENT_LOG_URL: 'postgres://log' }))).toBeNull();
  });

  test.each([
    ['a file that is not there', { KAFKA_CA_FILE: '/nowhere/ca.pem' }, 'cannot be read'],
    ['no certificate', { KAFKA_CA_FILE: fileOf('no.pem', 'hello') }, 'without a certificate'],
    ['an empty password', { KAFKA_PASSWORD_FILE: fileOf('empty', '\n') }, 'an empty file'],
  ])('is refused when it names %s', (_what, over, words) => {
    expect(() => configOf({ ...login, ...over })).toThrow(words);
  });
});
