import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import fastify from 'fastify';
import { generateKeyPairSync } from 'node:crypto';
import { Ctx, Field, ID, ObjectType, Query, Resolver } from 'type-graphql';
import { createLogger } from '@jejaring/chassis/process/log';
import { createMetrics } from '@jejaring/chassis/process/metrics';
import type { TestService } from '@jejaring/chassis/testing/graph-client';
import { aCaller, startTestService } from '@jejaring/chassis/testing/graph-client';
import { aNote, Note, noteDatabase, noteKey } from '@jejaring/chassis/testing/note-service';
import { Classified } from './classified.js';
import { GraphContext } from '@jejaring/chassis/graph/context';
import { signCaller } from '@jejaring/chassis/graph/internal-token';
import { serveGraph } from '@jejaring/chassis/graph/server';
import { buildSubgraph } from '@jejaring/chassis/graph/subgraph';

@ObjectType('Note', { description: 'A note.' })
class NoteType {
  row!: Note;

  @Field(() => ID, { description: 'Id.' })
  id!: string;

  @Classified('personal')
  @Field({ description: 'Who made it.' })
  maker!: string;

  @Classified('specific')
  @Field(() => String, { nullable: true, description: 'How the maker is.' })
  illness!: string | null;

  @Classified('internal')
  @Field({ description: 'Where it stands.' })
  status!: string;
}

@Resolver()
class NoteResolver {
  @Query(() => [NoteType], { description: 'Notes.' })
  async notes(@Ctx() context: GraphContext): Promise<NoteType[]> {
    const rows = await (await context.read()).list(Note, {}, { id: 'ASC' });
    return rows.map((row) =>
      Object.assign(new NoteType(), {
        row,
        id: noteKey(row.id),
        maker: row.makerId,
        illness: row.status === 'DONE' ? 'none' : null,
        status: row.status,
      }),
    );
  }
}

let service: TestService;

beforeAll(async () => {
  service = await startTestService({
    name: 'notes',
    database: noteDatabase,
    graph: { resolvers: [NoteResolver], references: {} },
    consumers: [],
  });
});
beforeEach(() => service.rows('delete from note; delete from audit_entry'));
afterAll(() => service.stop());

/** Asks over HTTP, as the gateway does. */
async function askServer(query: string): Promise<unknown> {
  const keys = generateKeyPairSync('ed25519');
  const server = fastify();
  const logger = createLogger('notes', 'silent');
  const apollo = await serveGraph(server, {
    service: 'notes',
    schema: buildSubgraph({ resolvers: [NoteResolver], references: {} }),
    database: service.database,
    gatewayKey: keys.publicKey,
    logger,
    metrics: createMetrics('notes'),
    reportCost: false,
  });
  const payload = JSON.stringify({ query });
  const token = signCaller(keys.privateKey, staff, 'notes', payload);
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  const response = await server.inject({ method: 'POST', url: '/graphql', headers, payload });
  await apollo.stop();
  return response.json();
}

const staff = aCaller({
  role: 'DINSOS_REGENCY_STAFF',
  region: '32.79',
  purpose: 'SUPERVISION',
});
const trail = () => service.rows('select * from audit_entry order by id');

describe('a classified field', () => {
  test('leaves one row for a request, with each person once, before the answer', async () => {
    const notes = await service.asSystem(async (work) => [
      await aNote(work, { makerId: 'Sri' }),
      await aNote(work, { makerId: 'Adi', regionCode: '32.79.01' }),
    ]);

    const { data } = await service.ask('{ notes { id maker illness } }', {}, staff);

    expect(data).toMatchObject({ notes: [{ maker: 'Sri' }, { maker: 'Adi' }] });
    expect(await trail()).toMatchObject([
      {
        kind: 'READ',
        actor: staff.id,
        role: 'DINSOS_REGENCY_STAFF',
        purpose: 'SUPERVISION',
        operation: 'Note.maker',
        subjects: notes.map(({ id }) => noteKey(id)),
        subject_regions: ['32.79', '32.79.01'],
        field_classes: ['personal'],
        decision: 'ALLOWED',
        request_id: staff.requestId,
      },
    ]);
    expect(JSON.stringify(await trail())).not.toMatch(/Sri|Adi/);
  });

  test('names the classes that were told, and leaves out what was null or not asked', async () => {
    await service.asSystem((work) => aNote(work, { status: 'DONE' }));
    await service.asSystem((work) => aNote(work));

    await service.ask('{ notes { illness } }', {}, staff);

    const [row, ...others] = await trail();
    expect(others).toEqual([]);
    expect(row).toMatchObject({ operation: 'Note.illness', field_classes: ['specific'] });
    expect(row?.subjects).toHaveLength(1);
  });

  test('stays quiet where nothing personal was read', async () => {
    await service.asSystem((work) => aNote(work));

    await service.ask('{ notes { id status } }', {}, staff);

    expect(await trail()).toEqual([]);
  });

  test('writes the reads of many requests in few statements, none lost', async () => {
    await service.asSystem((work) => aNote(work));

    await Promise.all(
      Array.from({ length: 60 }, () => service.ask('{ notes { maker } }', {}, staff)),
    );

    const [written] = await service.rows<{ rows: number; transactions: number }>(
      'select count(*)::int as rows, count(distinct xmin::text)::int as transactions from audit_entry',
    );
    expect(written?.rows).toBe(60);
    expect(written?.transactions).toBeLessThan(60);
  });

  test('withholds the answer when the audit cannot be written', async () => {
    await service.asSystem((work) => aNote(work));
    await service.rows('alter table audit_entry rename to audit_gone');

    const answer = await askServer('{ notes { maker } }');
    await service.rows('alter table audit_gone rename to audit_entry');

    expect(answer).toEqual({
      errors: [
        {
          message: expect.any(String),
          extensions: { code: 'SUBGRAPH_UNAVAILABLE', reason: 'audit' },
        },
      ],
    });
    expect(await askServer('{ notes { maker } }')).toMatchObject({ data: { notes: [{}] } });
  });
});
