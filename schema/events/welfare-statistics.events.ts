import { contract, count, data, oneOf } from './contract.js';
import { Type } from '@sinclair/typebox';

/** Stands for the whole nation where a region code is asked for (ISO 3166). */
export const nation = 'ID';

const cell = data({
  measure: oneOf(
    ['REPORTED', 'OPEN'],
    'Cases reported in the month; or cases open when it was published.',
  ),
  by: oneOf(
    ['TOTAL', 'CATEGORY', 'GROUP', 'SEX', 'AGE_BAND', 'STATUS', 'CHANNEL'],
    'What the number is broken down by.',
  ),
  value: Type.Optional(
    Type.String({ pattern: '^[A-Z0-9_]+$', description: 'The value; absent for a total.' }),
  ),
  cases: count('How many cases.'),
});

/**
 * Said once per month and region, for anybody to read: numbers that reveal nobody. What is not there
 * is small, or would reveal something small; none and a few look the same.
 */
export const statisticsPublished = contract({
  type: 'welfare-cases.statistics.published.v1',
  channel: 'statistics',
  description:
    'The numbers of a finished month for a province, a regency or the nation, suppressed below a threshold over the whole table.',
  descriptionId:
    'Angka suatu bulan yang telah selesai untuk provinsi, kabupaten/kota, atau nasional; angka di bawah ambang disembunyikan di seluruh tabel.',
  key: 'regionCode',
  data: data({
    regionCode: Type.String({
      pattern: '^(ID|[0-9]{2}(\\.[0-9]{2})?)$',
      description: 'Region code of a province or regency, dotted; `ID` for the nation.',
    }),
    month: Type.String({
      pattern: '^[0-9]{4}-(0[1-9]|1[0-2])$',
      description: 'The month, in western Indonesia time.',
    }),
    threshold: Type.Integer({ minimum: 1, description: 'The smallest number that is shown.' }),
    cells: Type.Array(cell, { description: 'The numbers that are shown.' }),
  }),
  sample: {
    regionCode: '32.79',
    month: '2026-10',
    threshold: 11,
    cells: [
      { measure: 'REPORTED', by: 'TOTAL', cases: 64 },
      { measure: 'REPORTED', by: 'CATEGORY', value: 'FAKIR_MISKIN', cases: 23 },
    ],
  },
});
