import { pbkdf2Sync, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import type { TLSSocket } from 'node:tls';
import { connect } from 'node:tls';
import { untilKnown } from './until-known.js';

/** Where and as whom the brokers are set up: by a certificate, not by a password. */
export interface AdminAddress {
  host: string;
  port: number;
  ca: string;
  /** Key and certificate in PEM. */
  certificate: string;
}

const describeUsersKey = 50;
const alterUsersKey = 51;
const scramSha512 = 2;
const iterations = 8_192;
const noSuchUser = 91;
const withinMs = 60_000;

/**
 * Makes the SCRAM users be these and no others. kafkajs does not know the two requests of it, hence
 * they are written here byte by byte; any broker passes them on to the controller.
 */
export async function setUsers(
  address: AdminAddress,
  passwords: ReadonlyMap<string, string>,
): Promise<{ set: string[]; removed: string[] }> {
  const socket = await open(address);
  try {
    const present = await listUsers(socket);
    const removed = present.filter((name) => !passwords.has(name));
    const failures = readResults(
      await exchange(socket, alterUsersKey, alteration(removed, passwords)),
    );
    if (failures.length > 0) throw new Error(`Kafka refused users: ${failures.join('; ')}`);
    await untilKnown(async () => {
      const now = new Set(await listUsers(socket));
      return now.size === passwords.size && [...passwords.keys()].every((name) => now.has(name));
    });
    return { set: [...passwords.keys()], removed };
  } finally {
    socket.destroy();
  }
}

const listUsers = async (socket: TLSSocket) =>
  readUsers(await exchange(socket, describeUsersKey, everyUser()));

async function open({ host, port, ca, certificate }: AdminAddress): Promise<TLSSocket> {
  const socket = connect({ host, port, ca, cert: certificate, key: certificate });
  socket.setTimeout(withinMs, () => socket.destroy(new Error('Kafka did not answer in time.')));
  await once(socket, 'secureConnect');
  return socket;
}

const int32 = (value: number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
};
const int16 = (value: number) => int32(value).subarray(2);
const noTags = Buffer.from([0]);

/** An unsigned number in groups of seven bits, the lowest first. */
function varint(value: number): Buffer {
  const groups = [];
  for (let left = value; ; left >>>= 7) {
    if (left < 128) return Buffer.from([...groups, left]);
    groups.push((left & 0x7f) | 0x80);
  }
}

const compact = (bytes: Buffer | string) => {
  const content = Buffer.from(bytes as string);
  return Buffer.concat([varint(content.length + 1), content]);
};
const listed = (items: readonly Buffer[]) => Buffer.concat([varint(items.length + 1), ...items]);

/** No list of names: all of them. */
const everyUser = () => Buffer.concat([varint(0), noTags]);

function alteration(removed: readonly string[], passwords: ReadonlyMap<string, string>): Buffer {
  const deletions = removed.map((name) =>
    Buffer.concat([compact(name), Buffer.from([scramSha512]), noTags]),
  );
  const upsertions = [...passwords].map(([name, password]) => {
    const salt = randomBytes(32);
    const salted = pbkdf2Sync(password, salt, iterations, 64, 'sha512');
    const head = [compact(name), Buffer.from([scramSha512]), int32(iterations)];
    return Buffer.concat([...head, compact(salt), compact(salted), noTags]);
  });
  return Buffer.concat([listed(deletions), listed(upsertions), noTags]);
}

async function exchange(socket: TLSSocket, apiKey: number, body: Buffer): Promise<Answer> {
  const clientId = Buffer.from('kafka-access');
  const head = [int16(apiKey), int16(0), int32(apiKey), int16(clientId.length), clientId, noTags];
  const request = Buffer.concat([...head, body]);
  socket.write(Buffer.concat([int32(request.length), request]));
  let received = Buffer.alloc(0);
  while (received.length < 4 || received.length < 4 + received.readInt32BE(0)) {
    // Refused by its certificate, a client is cut off without a word.
    const [chunk] = (await once(socket, 'data', { signal: AbortSignal.timeout(withinMs) })) as [
      Buffer,
    ];
    received = Buffer.concat([received, chunk]);
  }
  const answer = new Answer(received.subarray(8));
  answer.skipTags();
  answer.int32();
  return answer;
}

function readUsers(answer: Answer): string[] {
  const [code, message] = [answer.int16(), answer.text()];
  if (code !== 0) throw new Error(`Kafka did not list its users: ${message ?? `error ${code}`}`);
  return answer
    .list(() => {
      const name = answer.text()!;
      const error = answer.int16();
      answer.text();
      const mechanisms = answer.list(() => {
        const mechanism = answer.int8();
        answer.int32();
        answer.skipTags();
        return mechanism;
      });
      answer.skipTags();
      return error === 0 && mechanisms.includes(scramSha512) ? [name] : [];
    })
    .flat();
}

const readResults = (answer: Answer): string[] =>
  answer
    .list(() => {
      const [name, code, message] = [answer.text(), answer.int16(), answer.text()];
      answer.skipTags();
      return code === 0 || code === noSuchUser ? [] : [`${name}: ${message ?? `error ${code}`}`];
    })
    .flat();

/** Reads an answer in Kafka's newer, compact form. */
class Answer {
  private at = 0;

  constructor(private readonly bytes: Buffer) {}

  int8(): number {
    return this.bytes.readInt8(this.at++);
  }

  int16(): number {
    this.at += 2;
    return this.bytes.readInt16BE(this.at - 2);
  }

  int32(): number {
    this.at += 4;
    return this.bytes.readInt32BE(this.at - 4);
  }

  text(): string | null {
    const length = this.varint() - 1;
    if (length < 0) return null;
    this.at += length;
    return this.bytes.toString('utf8', this.at - length, this.at);
  }

  list<Item>(item: () => Item): Item[] {
    return Array.from({ length: Math.max(0, this.varint() - 1) }, item);
  }

  skipTags(): void {
    for (let left = this.varint(); left > 0; left -= 1) {
      this.varint();
      this.at += this.varint();
    }
  }

  private varint(): number {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.bytes.readUInt8(this.at++);
      value |= (byte & 0x7f) << shift;
      if (byte < 128) return value;
    }
  }
}
