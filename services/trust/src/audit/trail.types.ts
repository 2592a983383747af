import { enumOf } from '@jejaring/chassis/graph/enums';
import { connectionOf } from '@jejaring/chassis/graph/page';
import { LocalizedText } from '@jejaring/chassis/graph/problems';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import type { Damage } from './chain.rules.js';

export const AuditKind = enumOf('AuditKind', 'Whether something was done or read.', {
  READ: 'Something personal was told to the caller.',
  WRITE: 'A command was given.',
});

export const AuditDecision = enumOf('AuditDecision', 'How a request was decided.', {
  ALLOWED: 'It was done or told.',
  REFUSED: 'It was refused; `reason` says why.',
});

@Directive('@shareable')
@ObjectType('AuditEntry', {
  description:
    'One thing that somebody did or was told (jejak audit): who, in which role, what for, when; never a value. It is under a seal and cannot be changed unseen.',
})
export class AuditEntryType {
  @Field(() => ID, { description: 'Number of the entry in its service.' })
  id!: string;

  @Field(() => AuditKind, { description: 'Done or read.' })
  kind!: keyof typeof AuditKind;

  @Field({ description: 'When it was entered.' })
  at!: Date;

  @Field({
    description:
      'Who: the account as the register keeps it, a SHA-256 of the subject of their token; `system:<purpose>` for what time or events asked for.',
  })
  actor!: string;

  @Field({ description: 'The role they stood in.' })
  role!: string;

  @Field(() => ID, { nullable: true, description: 'The office they acted for.' })
  officeId!: string | null;

  @Field(() => ID, { nullable: true, description: 'The organization they acted for.' })
  organizationId!: string | null;

  @Field(() => String, { nullable: true, description: 'What for, as they said.' })
  purpose!: string | null;

  @Field({ description: 'The command, or the fields that were read.' })
  operation!: string;

  @Field(() => [String], { description: 'How closely what was touched is guarded.' })
  fieldClasses!: string[];

  @Field(() => AuditDecision, { description: 'Whether it was allowed.' })
  decision!: keyof typeof AuditDecision;

  @Field(() => String, { nullable: true, description: 'Why it was refused.' })
  reason!: string | null;

  @Field({ description: 'The policy by which it was decided.' })
  policyVersion!: string;

  @Field(() => Int, { description: 'Number of the seal that it is under.' })
  seal!: number;
}

export const AuditEntryConnection = connectionOf('AuditEntry', () => AuditEntryType, {
  shared: true,
});
export type AuditEntryConnection = InstanceType<typeof AuditEntryConnection>;

export const AuditDamage = enumOf('AuditDamage', 'What somebody did to the chain of an audit.', {
  EDITED: 'An entry is not what was sealed.',
  DELETED: 'An entry, its leaf or a seal is missing.',
  INSERTED: 'An entry stands where none was sealed.',
  REORDERED: 'Entries changed places.',
  TRUNCATED: 'The end of the chain is missing; the second store has it.',
  HIDDEN: 'An entry is not found under all its subjects.',
  LEAF_ALTERED: 'The hash of an entry is not the one that was sealed.',
  SEAL_ALTERED: 'A seal is not the one that was signed.',
  SIGNATURE_WRONG: 'A signature is not of its seal, or of a key that nobody knows.',
  FORKED: 'There are two chains that contradict each other.',
  UNSEALED: 'An entry is not under a seal though it should be.',
  NOT_KEPT: 'The second store lacks a seal.',
} satisfies Record<Damage, string>);

const words: Record<Damage, string> = {
  EDITED: 'Sebuah catatan tidak sama dengan yang disegel.',
  DELETED: 'Sebuah catatan, daunnya, atau sebuah segel hilang.',
  INSERTED: 'Ada catatan di tempat yang tidak disegel.',
  REORDERED: 'Urutan catatan berubah.',
  TRUNCATED: 'Akhir rantai hilang; penyimpanan kedua memilikinya.',
  HIDDEN: 'Sebuah catatan tidak ditemukan pada semua subjeknya.',
  LEAF_ALTERED: 'Hash sebuah catatan bukan yang disegel.',
  SEAL_ALTERED: 'Sebuah segel bukan yang ditandatangani.',
  SIGNATURE_WRONG: 'Tanda tangan tidak cocok, atau kuncinya tidak dikenal.',
  FORKED: 'Ada dua rantai yang saling bertentangan.',
  UNSEALED: 'Sebuah catatan belum disegel padahal sudah waktunya.',
  NOT_KEPT: 'Penyimpanan kedua tidak memiliki sebuah segel.',
};

export const damageText = (damage: Damage, says: string): LocalizedText =>
  Object.assign(new LocalizedText(), { en: says, id: words[damage] });

@Directive('@shareable')
@ObjectType('AuditVerification', {
  description: 'What came out when the chain of one service was verified just now.',
})
export class AuditVerificationType {
  @Field({ description: 'Whether all that was looked at is as it was sealed.' })
  intact!: boolean;

  @Field(() => Int, { description: 'Seals that were looked at and are right.' })
  seals!: number;

  @Field(() => Int, { description: 'Entries under them.' })
  entries!: number;

  @Field(() => Date, { nullable: true, description: 'Time of the last of them.' })
  sealedUntil!: Date | null;

  @Field(() => AuditDamage, { nullable: true, description: 'The first thing that is wrong.' })
  damage!: Damage | null;

  @Field(() => ID, { nullable: true, description: 'The entry that it befell, where one is known.' })
  entryId!: string | null;

  @Field(() => Int, { nullable: true, description: 'The seal that it befell.' })
  seal!: number | null;

  @Field(() => LocalizedText, { nullable: true, description: 'What is wrong, in words.' })
  message!: LocalizedText | null;
}
