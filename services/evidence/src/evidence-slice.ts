import { Access } from '@jejaring/chassis/graph/access';
import { grouped } from '@jejaring/chassis/graph/batch';
import { commandsOf } from '@jejaring/chassis/graph/command';
import { GraphContext } from '@jejaring/chassis/graph/context';
import { badInput } from '@jejaring/chassis/graph/faults';
import { decodeId, readId } from '@jejaring/chassis/graph/ids';
import { resultUnion } from '@jejaring/chassis/graph/problems';
import type { IdPrefix } from '@jejaring/schema/ids';
import type { ClassType } from 'type-graphql';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { In } from 'typeorm';
import { Evidence } from './evidence.entity.js';
import { attachers, mostBytesOf } from './evidence.rules.js';
import type { ProvenRecord } from './evidence.service.js';
import { attachEvidence, confirmEvidence, keyOf } from './evidence.service.js';
import {
  AttachEvidenceInput,
  ConfirmEvidenceInput,
  EvidenceRefusedProblem,
  EvidenceType,
  FileHeader,
  FileRequest,
  toEvidenceProblem,
  toEvidenceType,
} from './evidence.types.js';

/** A kind of record with evidence, and the type that shows it in the graph. */
export interface ProvenType extends ProvenRecord {
  prefix: IdPrefix;
  type: ClassType<{ row: { id: string } }>;
}

const linkSeconds = 600;

function toRequest(
  method: 'GET' | 'PUT',
  url: string,
  headers: Record<string, string>,
): FileRequest {
  return Object.assign(new FileRequest(), {
    method,
    url,
    headers: Object.entries(headers).map(([name, value]) =>
      Object.assign(new FileHeader(), { name, value }),
    ),
    expiresAt: new Date(Date.now() + linkSeconds * 1000),
  });
}

const endings: Record<string, string> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'text/csv': 'csv',
  'application/vnd.oasis.opendocument.spreadsheet': 'ods',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
};

/** A name that tells what the file is, and about nobody. */
const fileNameOf = ({ kind, contentType, id }: Evidence) =>
  `${kind.toLowerCase().replace('_', '-')}-${id.slice(-8)}.${endings[contentType] ?? 'bin'}`;

@Resolver(() => EvidenceType)
class EvidenceLinks {
  @FieldResolver(() => FileRequest, {
    nullable: true,
    description: 'How to send the bytes; for who announced the file, until it is stored.',
  })
  async upload(
    @Root() { row }: EvidenceType,
    @Ctx() { caller, database }: GraphContext,
  ): Promise<FileRequest | null> {
    if (row.status !== 'PENDING' || row.uploadedBy !== caller.id) return null;
    const { contentType, size, sha256 } = row;
    const file = { key: keyOf(database.service, row), contentType, size, sha256 };
    const { url, headers } = await database.files.upload(file, linkSeconds);
    return toRequest('PUT', url, headers);
  }

  @FieldResolver(() => FileRequest, {
    nullable: true,
    description: 'How to fetch the bytes; null until they are stored.',
  })
  async download(
    @Root() { row }: EvidenceType,
    @Ctx() { database }: GraphContext,
  ): Promise<FileRequest | null> {
    if (row.status !== 'STORED') return null;
    const file = { key: keyOf(database.service, row), fileName: fileNameOf(row) };
    return toRequest('GET', await database.files.download(file, linkSeconds), {});
  }
}

/** Evidence of many records, in one statement, the oldest first. */
function evidenceOf(context: GraphContext, recordId: string): Promise<EvidenceType[]> {
  const loader = context.loader<string, EvidenceType[]>('evidence', async (work, ids) => {
    const rows = await work.list(Evidence, { subjectId: In([...ids]) }, { id: 'ASC' });
    return grouped(rows, ids, ({ subjectId }) => subjectId).map((found) =>
      found.map(toEvidenceType),
    );
  });
  return loader.load(recordId);
}

/** Shows the evidence of one kind of record on its type. */
function evidenceField(type: ProvenType['type']): ClassType {
  @Resolver(() => type)
  class EvidenceField {
    @FieldResolver(() => [EvidenceType], { description: 'Files that prove it (bukti).' })
    evidence(
      @Root() { row }: { row: { id: string } },
      @Ctx() context: GraphContext,
    ): Promise<EvidenceType[]> {
      return evidenceOf(context, row.id);
    }
  }
  return EvidenceField;
}

const command = commandsOf({
  entity: Evidence,
  toType: toEvidenceType,
  toProblem: toEvidenceProblem,
});

/**
 * What a service adds to its graph so that its records have evidence: two mutations named after
 * `subject`, such as `attachBoardEvidence`, and the field `evidence` on each type.
 */
export function evidenceResolvers(subject: string, records: readonly ProvenType[]): ClassType[] {
  const attachName = `attach${subject}Evidence`;
  const confirmName = `confirm${subject}Evidence`;
  const result = (name: string) =>
    resultUnion(
      `${name[0]!.toUpperCase()}${name.slice(1)}Result`,
      () => EvidenceType,
      EvidenceRefusedProblem,
    );
  const AttachResult = result(attachName);
  const ConfirmResult = result(confirmName);

  function recordOf(recordId: string): { record: ProvenRecord; id: string } {
    for (const record of records) {
      const id = decodeId(record.prefix, recordId);
      if (id !== null) return { record, id };
    }
    const known = records.map(({ prefix }) => `${prefix}_…`).join(', ');
    throw badInput('recordId', `recordId is one of ${known}.`);
  }

  @Resolver()
  class EvidenceCommands {
    @Access(...attachers)
    @Mutation(() => AttachResult, {
      name: attachName,
      description: 'Announces a file for a record; then send its bytes as `upload` says.',
    })
    attach(@Arg('input') input: AttachEvidenceInput, @Ctx() context: GraphContext) {
      const { record, id } = recordOf(input.recordId);
      const { kind, contentType, size, sha256, takenOn } = input;
      const facts = { recordId: id, kind, contentType, size, sha256, takenOn: takenOn ?? null };
      return command(context, attachName, input, (work) => attachEvidence(work, record, facts));
    }

    @Access(...attachers)
    @Mutation(() => ConfirmResult, {
      name: confirmName,
      description: 'Takes a file for proof after its bytes were sent and found as announced.',
    })
    async confirm(@Arg('input') input: ConfirmEvidenceInput, @Ctx() context: GraphContext) {
      const seen = { id: readId('evd', 'id', input.id), expectedVersion: input.expectedVersion };
      // Reading the bytes takes its time: before the transaction of the command, not inside.
      const row = await (await context.read()).find(Evidence, { id: seen.id });
      const found = row && (await lookAt(context, row));
      return command(context, confirmName, input, (work) => confirmEvidence(work, seen, found));
    }
  }
  return [EvidenceLinks, EvidenceCommands, ...records.map(({ type }) => evidenceField(type))];
}

const lookAt = ({ database }: GraphContext, row: Evidence) =>
  database.files.look(keyOf(database.service, row), mostBytesOf(row.kind));
