import type { FoundFile } from '@jejaring/chassis/process/file-store';
import type { RowClause } from '@jejaring/trust/rights/policy.rules';
import { definePolicy, may } from '@jejaring/trust/rights/policy.rules';
import type { Decision, InvalidInput, NotAllowed, Refusal } from '@jejaring/chassis/work/refusal';
import { invalidInput, notAllowed } from '@jejaring/chassis/work/refusal';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import { roles } from '@jejaring/schema/roles';

export const evidenceKinds = [
  'LETTER',
  'DECREE',
  'MINUTES',
  'PHOTO',
  'CONSENT_FORM',
  'SPREADSHEET',
] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

const megabyte = 1_048_576;
const images = ['image/jpeg', 'image/png'];
const paper = { types: ['application/pdf', ...images], most: 20 * megabyte };
const spreadsheets = [
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.oasis.opendocument.spreadsheet',
  'text/csv',
];

/** Which types a kind may be of, and its most bytes. */
const limits: Record<EvidenceKind, { types: readonly string[]; most: number }> = {
  LETTER: paper,
  DECREE: paper,
  MINUTES: paper,
  CONSENT_FORM: paper,
  PHOTO: { types: [...images, 'image/webp'], most: 10 * megabyte },
  SPREADSHEET: { types: spreadsheets, most: 10 * megabyte },
};

export const mostBytesOf = (kind: EvidenceKind): number => limits[kind].most;

/** Who signs in at all; the public proves nothing. */
export const attachers = roles.filter((role) => role !== 'PUBLIC');

/**
 * A file is seen by whoever is signed in and sees its record: a decree with its board, a consent form
 * with its case. Papers name people; the public has the facts of a record, not its papers.
 */
export const evidencePolicy = (tables: readonly string[]) =>
  definePolicy({
    table: 'evidence',
    access: 'restricted',
    read: [{ roles: attachers, records: tables }],
    write: [{ roles: attachers, records: tables }],
    commands: {},
  });

export interface Announced {
  kind: EvidenceKind;
  contentType: string;
  size: number;
}

/** Whoever may change a record may prove it, with a file of a fitting type and size. */
export function attach(
  announced: Announced,
  record: { row: object; clauses: readonly RowClause[] },
  caller: Caller,
): Decision<object, NotAllowed | InvalidInput> {
  if (!may(record.clauses, caller, record.row)) return notAllowed('attachEvidence');
  const { types, most } = limits[announced.kind];
  if (!types.includes(announced.contentType)) {
    return invalidInput('contentType', {
      en: `A ${announced.kind} is one of ${types.join(', ')}.`,
      id: `${announced.kind} harus salah satu dari ${types.join(', ')}.`,
    });
  }
  if (announced.size > 0 && announced.size <= most) return { refused: null };
  return invalidInput('size', {
    en: `A ${announced.kind} has 1 to ${most} bytes.`,
    id: `${announced.kind} berukuran 1 sampai ${most} bita.`,
  });
}

export interface NotUploaded extends Refusal {
  refused: 'not-uploaded';
}

export interface OtherBytes extends Refusal {
  refused: 'other-bytes';
}

export interface AlreadyStored extends Refusal {
  refused: 'already-stored';
}

/** Takes a file for what it was announced as, by its bytes alone. */
export function confirm(
  evidence: Announced & { sha256: string; status: 'PENDING' | 'STORED'; uploadedBy: string },
  found: FoundFile | null,
  caller: Caller,
): Decision<{ status: 'STORED' }, NotAllowed | NotUploaded | OtherBytes | AlreadyStored> {
  if (evidence.uploadedBy !== caller.id) return notAllowed('confirmEvidence');
  if (evidence.status === 'STORED') return { refused: 'already-stored' };
  if (found === null) return { refused: 'not-uploaded' };
  const { contentType, size, sha256 } = evidence;
  const same = found.contentType === contentType && found.size === size && found.sha256 === sha256;
  return same ? { refused: null, status: 'STORED' } : { refused: 'other-bytes' };
}
