import { enumOf } from '@jejaring/chassis/graph/enums';
import { encodeId } from '@jejaring/chassis/graph/ids';
import { CommandInput, SeenInput } from '@jejaring/chassis/graph/inputs';
import { Problem, problem } from '@jejaring/chassis/graph/problems';
import { CalendarDate } from '@jejaring/chassis/graph/scalars';
import type { Refusal } from '@jejaring/chassis/work/refusal';
import { Matches, Max, MaxLength, Min } from 'class-validator';
import { Directive, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import type { Evidence } from './evidence.entity.js';

export const EvidenceKindType = enumOf('EvidenceKind', 'What a file is.', {
  LETTER: 'Letter (surat): PDF, JPEG or PNG, 20 MiB at most.',
  DECREE: 'Decree (Surat Keputusan): PDF, JPEG or PNG, 20 MiB at most.',
  MINUTES: 'Minutes (berita acara): PDF, JPEG or PNG, 20 MiB at most.',
  PHOTO: 'Photo: JPEG, PNG or WebP, 10 MiB at most.',
  CONSENT_FORM: 'Signed consent form: PDF, JPEG or PNG, 20 MiB at most.',
  SPREADSHEET: 'Table: XLSX, ODS or CSV, 10 MiB at most.',
});

export const EvidenceStatusType = enumOf('EvidenceStatus', 'Whether the bytes are there.', {
  PENDING: 'Announced; the bytes may be sent for a day.',
  STORED: 'There, and just what was announced.',
});

@Directive('@shareable')
@ObjectType({ description: 'One header of a request.' })
export class FileHeader {
  @Field({ description: 'Its name, in lower case.' })
  name!: string;

  @Field({ description: 'Its value.' })
  value!: string;
}

@Directive('@shareable')
@ObjectType({
  description:
    'A request that the client sends to the store of files itself, with a link that expires.',
})
export class FileRequest {
  @Field({ description: '`PUT` to send the bytes, `GET` to fetch them.' })
  method!: string;

  @Field({ description: 'Where to; give it to nobody else.' })
  url!: string;

  @Field(() => [FileHeader], { description: 'To be sent exactly so.' })
  headers!: FileHeader[];

  @Field({ description: 'When the link ends; ask again for a new one.' })
  expiresAt!: Date;
}

@Directive('@shareable')
@ObjectType('Evidence', {
  description:
    'A file that proves a fact of a record (bukti): seen by whoever is signed in and sees the record. Only its hash is in the database.',
})
export class EvidenceType {
  row!: Evidence;

  @Field(() => ID, { description: '`evd_…`' })
  id!: string;

  @Field(() => Int, { description: 'Counts the changes; give it back as `expectedVersion`.' })
  version!: number;

  @Field(() => EvidenceKindType, { description: 'What it is.' })
  kind!: keyof typeof EvidenceKindType;

  @Field({ description: 'Media type of the bytes, such as `application/pdf`.' })
  contentType!: string;

  @Field(() => Int, { description: 'Size in bytes.' })
  size!: number;

  @Field({ description: 'SHA-256 of the bytes, in hexadecimal.' })
  sha256!: string;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'Day on which it was taken or signed.',
  })
  takenOn!: string | null;

  @Field(() => EvidenceStatusType, { description: 'Whether the bytes are there.' })
  status!: keyof typeof EvidenceStatusType;

  @Field({ description: 'When it was announced.' })
  attachedAt!: Date;
}

export function toEvidenceType(row: Evidence): EvidenceType {
  const { version, kind, contentType, size, sha256, takenOn, status, attachedAt } = row;
  const shown = { version, kind, contentType, size, sha256, takenOn, status, attachedAt };
  return Object.assign(new EvidenceType(), { ...shown, row, id: encodeId('evd', row.id) });
}

@InputType({ description: 'A file for a record, before its bytes are sent.' })
export class AttachEvidenceInput extends CommandInput {
  @Field(() => ID, { description: 'The record that it proves; its kind is told by its prefix.' })
  recordId!: string;

  @Field(() => EvidenceKindType, { description: 'What it is.' })
  kind!: keyof typeof EvidenceKindType;

  @MaxLength(100)
  @Field({ description: 'Media type of the bytes, such as `application/pdf`.' })
  contentType!: string;

  @Min(1)
  @Max(20_971_520)
  @Field(() => Int, { description: 'Size in bytes.' })
  size!: number;

  @Matches(/^[0-9a-f]{64}$/, { message: 'sha256 has 64 hexadecimal digits in lower case' })
  @Field({ description: 'SHA-256 of the bytes: 64 hexadecimal digits in lower case.' })
  sha256!: string;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'Day on which it was taken or signed.',
  })
  takenOn?: string | null;
}

@InputType({ description: 'A file whose bytes were sent.' })
export class ConfirmEvidenceInput extends SeenInput {
  @Field(() => ID, { description: 'The evidence, `evd_…`.' })
  id!: string;
}

@Directive('@shareable')
@ObjectType({ implements: Problem, description: 'The file cannot be taken for proof.' })
export class EvidenceRefusedProblem extends Problem {
  @Field({
    description: 'Why, in one word: `not-uploaded`, `other-bytes`, `already-stored`.',
  })
  ground!: string;
}

const words: Record<string, { en: string; id: string }> = {
  'not-uploaded': {
    en: 'The bytes have not arrived yet.',
    id: 'Berkas belum diunggah.',
  },
  'other-bytes': {
    en: 'The bytes are not of the type, size and hash that were announced.',
    id: 'Jenis, ukuran, atau hash berkas tidak sesuai dengan yang diumumkan.',
  },
  'already-stored': { en: 'The file is already stored.', id: 'Berkas sudah tersimpan.' },
};

export function toEvidenceProblem(refusal: Refusal): Problem | null {
  const message = words[refusal.refused];
  return message === undefined
    ? null
    : problem(EvidenceRefusedProblem, message, { ground: refusal.refused });
}
