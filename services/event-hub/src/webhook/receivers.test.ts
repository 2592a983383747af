import type { ChildProcess } from 'node:child_process';
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { subscriptionTested } from '@jejaring/schema/events/event-hub.events';
import { Egress } from './egress.js';
import { readHandshake } from './handshake.rules.js';
import type { SigningKey } from './signature.js';
import { newSigningKey, secretText, signWith } from './signature.js';

const root = path.resolve(import.meta.dirname, '../../../..');
const page = readFileSync(path.join(root, 'docs/subscribe-webhooks.md'), 'utf8');
const codeOf = (language: string) =>
  new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\n\`\`\``).exec(page)![1]!;

const hasPython = spawnSync('python3', ['--version']).status === 0;
const mustHave = process.env['JEJARING_REQUIRE_KAFKA'] === '1';
if (!hasPython) process.stderr.write('Python 3 is not here: its receiver is left out.\n');
const receivers = [
  { language: 'ts', file: 'receiver.ts', run: [process.execPath] },
  ...(hasPython || mustHave ? [{ language: 'python', file: 'receiver.py', run: ['python3'] }] : []),
];

/** Its last number is the port, in both languages. */
const listening = /listening.*?(\d+)\D*\n/;

const key = newSigningKey('V1');
const origin = 'jejaring.id';
const event = { id: 'one', type: subscriptionTested.type, subject: 'sub_1', data: {} };
const body = JSON.stringify(event);

describe.each(receivers)('the receiver of the guide in $language', ({ language, file, run }) => {
  let folder: string;
  let child: ChildProcess;
  let said = '';
  let endpoint: string;
  const egress = new Egress({ loopback: true });

  beforeAll(async () => {
    // Inside the tree, so that it finds what is installed here.
    mkdirSync(path.join(root, '.jejaring'), { recursive: true });
    folder = mkdtempSync(path.join(root, '.jejaring', 'receiver-'));
    writeFileSync(path.join(folder, file), codeOf(language));
    const [command, ...flags] = run;
    const { PATH = '' } = process.env;
    child = spawn(command!, [...flags, path.join(folder, file)], {
      env: { PATH, PORT: '0', WEBHOOK_SECRET: secretText(key)! },
    });
    child.stderr!.on('data', (part: Buffer) => (said += part.toString()));
    await new Promise<void>((resolve, reject) => {
      child.once('exit', () => reject(new Error(`The receiver ended: ${said}`)));
      child.stdout!.on('data', (part: Buffer) => {
        said += part.toString();
        if (listening.test(said)) resolve();
      });
    });
    const [, port] = listening.exec(said)!;
    endpoint = `http://127.0.0.1:${port}/`;
  });
  afterEach(() => {
    said = '';
  });
  afterAll(async () => {
    await egress.close();
    child.removeAllListeners('exit').kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });

  const post = async (
    id: string,
    {
      keys = [key],
      at = new Date(),
      sent = body,
    }: { keys?: SigningKey[]; at?: Date; sent?: string } = {},
  ) => {
    const headers = signWith(keys)(id, at, body);
    return (await egress.send({ method: 'POST', endpoint, headers, body: sent })).outcome;
  };

  test('agrees with whom it knows, at its rate, and with nobody else', async () => {
    const ask = async (name: string) => {
      const headers = { 'webhook-request-origin': name };
      return readHandshake(await egress.send({ method: 'OPTIONS', endpoint, headers }), name);
    };
    expect(await ask(origin)).toEqual({ agreed: true, perMinute: 600 });
    expect(await ask('somebody.example')).toMatchObject({ agreed: false });
  });

  test('takes what we sign, also while two secrets are valid, and does it once', async () => {
    expect(await post('a')).toBe('2xx');
    expect(await post('a')).toBe('2xx');
    expect(await post('b', { keys: [newSigningKey('V1'), key, newSigningKey('V1A')] })).toBe('2xx');

    expect(said.split('\n').filter((line) => line.includes('tested.v1'))).toHaveLength(2);
  });

  test('refuses what somebody else signed, what was altered, and what is old', async () => {
    const old = new Date(Date.now() - 6 * 60_000);
    expect(await post('c', { keys: [newSigningKey('V1')] })).toBe('4xx');
    expect(await post('d', { sent: body.replace('sub_1', 'sub_2') })).toBe('4xx');
    expect(await post('e', { at: old })).toBe('4xx');
    expect(said).not.toContain('tested.v1');
  });
});
