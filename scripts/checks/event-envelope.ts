/** One attribute of CloudEvents 1.0 as ours carry it. */
export interface EnvelopeAttribute {
  /** As it is called in JSON, and in headers of HTTP behind `ce-`. */
  name: string;
  /** The header of a record of Kafka, in binary mode. */
  header: string;
  /** What of JSON Schema bounds its text. */
  schema: { const?: string; format?: string; pattern?: string };
  optional?: true;
  en: string;
  id: string;
}

/** Everything around the data of an event, in the order in which it is written. */
export const envelope: readonly EnvelopeAttribute[] = [
  {
    name: 'specversion',
    header: 'ce_specversion',
    schema: { const: '1.0' },
    en: 'The version of CloudEvents.',
    id: 'Versi CloudEvents.',
  },
  {
    name: 'id',
    header: 'ce_id',
    schema: { format: 'uuid' },
    en: 'The event. What comes twice has the same id twice.',
    id: 'Pengenal peristiwa. Peristiwa yang datang dua kali berpengenal sama.',
  },
  {
    name: 'source',
    header: 'ce_source',
    schema: { pattern: '^/services/[a-z-]+$' },
    en: 'The service that says it.',
    id: 'Layanan yang menyampaikannya.',
  },
  {
    name: 'type',
    header: 'ce_type',
    schema: { pattern: '^[a-z-]+\\.[a-z-]+\\.[a-z-]+\\.v[1-9][0-9]*$' },
    en: 'What happened, and the version in which it is told.',
    id: 'Apa yang terjadi, beserta versi penyampaiannya.',
  },
  {
    name: 'subject',
    header: 'ce_subject',
    schema: { pattern: '^.+$' },
    en: 'The key: what is told of one subject comes in order.',
    id: 'Kunci: peristiwa tentang satu subjek datang berurutan.',
  },
  {
    name: 'time',
    header: 'ce_time',
    schema: { format: 'date-time' },
    en: 'When it happened.',
    id: 'Waktu kejadian.',
  },
  {
    name: 'recordedtime',
    header: 'ce_recordedtime',
    schema: { format: 'date-time' },
    en: 'When it was recorded; later than `time` for what is entered afterwards.',
    id: 'Waktu pencatatan; lebih lambat daripada `time` bila dicatat belakangan.',
  },
  {
    name: 'sequence',
    header: 'ce_sequence',
    schema: { pattern: '^[0-9]{12}$' },
    en: 'Counts the events of one subject on one topic, from 1, without a gap.',
    id: 'Nomor urut peristiwa satu subjek pada satu topik, mulai dari 1, tanpa terputus.',
  },
  {
    name: 'epoch',
    header: 'ce_epoch',
    schema: { pattern: '^[1-9][0-9]*$' },
    en: 'Raised when the service was restored from a backup: `sequence` may then begin anew.',
    id: 'Dinaikkan setiap kali layanan dipulihkan dari cadangan; `sequence` dapat dimulai kembali.',
  },
  {
    name: 'dataschema',
    header: 'ce_dataschema',
    schema: { pattern: '^https://jejaring\\.id/schema/events/[a-z0-9.-]+\\.json$' },
    en: 'The name of the JSON Schema that the data keeps.',
    id: 'Nama JSON Schema yang dipatuhi datanya.',
  },
  {
    name: 'region',
    header: 'ce_region',
    schema: { pattern: '^([0-9]{2}(\\.[0-9]{2}(\\.[0-9]{2}(\\.[0-9]{4})?)?)?)?$' },
    optional: true,
    en: 'Region code of the place of the event, dotted; empty for the nation, absent for no place.',
    id: 'Kode wilayah tempat peristiwa, bertitik; kosong untuk nasional, tidak ada bila tanpa tempat.',
  },
  {
    name: 'datacontenttype',
    header: 'content-type',
    schema: { const: 'application/json' },
    en: 'The form of the data.',
    id: 'Bentuk data.',
  },
];
