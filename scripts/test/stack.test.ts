import { afterEach, describe, expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { endLeftovers, noteProcess } from '../stack/leftovers.mjs';
import { lockStack } from '../stack/lock.mjs';
import { assertFree, freePorts, portsFrom } from '../stack/ports.mjs';
import { startStack } from '../stack/stack.mjs';
import { supervise } from '../stack/supervise.mjs';
import { aFolder, aStarter, isAlive } from './abandoned.fixture.js';

const cleanups: (() => Promise<void> | void)[] = [];

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

function folder(): string {
  const dir = aFolder();
  cleanups.push(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}

describe('startStack', () => {
  test('says in one sentence that the folder is in use', async () => {
    const dir = folder();
    const holder = await aStarter('scripts/stack/lock.mjs', 'lockStack', dir);
    cleanups.push(() => holder.kill());

    await expect(startStack({ dir, quiet: true })).rejects.toThrow(
      `This stack already runs under process ${holder.pid}`,
    );
  });

  test('takes over the folder of a killed process', async () => {
    const dir = folder();
    const holder = await aStarter('scripts/stack/lock.mjs', 'lockStack', dir);
    await holder.kill();

    expect(() => lockStack(dir)).not.toThrow();
  });

  test('refuses a profile it does not know', async () => {
    const profile = 'galactic' as 'demo';

    await expect(startStack({ dir: folder(), profile, quiet: true })).rejects.toThrow(
      'There is no profile "galactic"; choose demo, empty or national.',
    );
  });
});

describe('assertFree', () => {
  test('names every taken port and its use', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    cleanups.push(() => void other.close());
    const { port } = other.address() as AddressInfo;

    await expect(assertFree({ gateway: port })).rejects.toThrow(`Port ${port} (gateway) is taken`);
  });

  test('accepts ports that are free', async () => {
    await expect(assertFree(await freePorts())).resolves.toBeUndefined();
  });
});

describe('portsFrom', () => {
  test('lets the further processes of a service listen where nothing else does', () => {
    const ports = portsFrom(4000, 3);

    expect(ports).toMatchObject({ organizations: 4001, 'organizations-2': 4031 });
    expect(ports).toMatchObject({ 'welfare-cases-2': 4032, 'welfare-cases-3': 4042 });
    expect(new Set(Object.values(ports)).size).toBe(Object.keys(ports).length);
  });
});

describe('endLeftovers', () => {
  function aProcess(): number {
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 60000)'], {
      stdio: 'ignore',
    });
    cleanups.push(() => void child.kill('SIGKILL'));
    return child.pid ?? 0;
  }

  test('ends a noted process', async () => {
    const dir = folder();
    const pid = aProcess();
    noteProcess(dir, 'gateway', { pid, entry: 'setInterval' });

    expect(await endLeftovers(dir)).toEqual(['gateway']);
    expect(isAlive(pid)).toBe(false);
  });

  test('spares a stranger that got the same number', async () => {
    const dir = folder();
    const pid = aProcess();
    const note = { pid, startedAt: '1', entry: 'setInterval' };
    noteProcess(dir, 'gateway', { pid, entry: 'setInterval' });
    writeFileSync(path.join(dir, 'run', 'gateway.json'), JSON.stringify(note));

    expect(await endLeftovers(dir)).toEqual([]);
    expect(isAlive(pid)).toBe(true);
  });
});

describe('supervise', () => {
  function aMember(script: string) {
    const dir = folder();
    const entry = path.join(dir, 'main.mjs');
    writeFileSync(entry, script);
    const isReady = (said: () => string) => said().includes('ready');
    const member = supervise({ dir, name: 'member', entry, env: process.env, isReady });
    cleanups.push(() => member.stop());
    return member;
  }

  test('starts a killed process again', async () => {
    const member = aMember(`console.log('ready'); setInterval(() => {}, 60000);`);
    await member.waitUntilReady(10_000);
    const first = member.pid;

    member.kill('SIGKILL');
    await member.waitUntilReady(10_000);

    expect(member.running).toBe(true);
    expect(member.pid).not.toBe(first);
  });

  test('gives up on one that never starts, with its last words', async () => {
    const member = aMember(`throw new Error('Configuration: PORT is not set.');`);

    await expect(member.waitUntilReady(20_000)).rejects.toThrow(
      'member does not start: Error: Configuration: PORT is not set.',
    );
  });
});
