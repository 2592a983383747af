import type { Consumer } from '@jejaring/chassis/events/inbox';
import { when } from '@jejaring/chassis/events/inbox';
import type { Work } from '@jejaring/chassis/work/unit-of-work';
import type { EventContract } from '@jejaring/schema/events/contract';
import { contract, count, data, id, regionCode } from '@jejaring/schema/events/contract';
import { Type } from '@sinclair/typebox';

/** Which note was counted, and for which time: by that a reader of two versions knows one happening. */
const happening = { noteId: id('org', 'The note.'), number: count('For which time.') };
const by = count('How many more.');
export const place = '32.79';
const sample = { noteId: 'org_01jd2ah9p4e8x9y6c1v2b3n4m5', number: 1 };
const words = {
  description: 'A note was counted.',
  descriptionId: 'Suatu catatan dihitung.',
  key: 'noteId',
} as const;

export const v1 = contract({
  ...words,
  type: 'notes.note.counted.v1',
  data: data({ ...happening, by }),
  sample: { ...sample, by: 1 },
});
const v1WithPlace = contract({
  ...words,
  type: 'notes.note.counted.v1',
  data: data({ ...happening, by, place: Type.Optional(regionCode()) }),
  sample: { ...sample, by: 1, place },
});
export const v2 = contract({
  ...words,
  type: 'notes.note.counted.v2',
  data: data({ ...happening, total: count('How many it is now.') }),
  sample: { ...sample, total: 1 },
});
export const { topic } = v1;

export interface Counting {
  noteId: string;
  number: number;
}

/** What each version of the speaking service says of one happening. */
export const sayings = {
  v1: (one) => [[v1, { ...one, by: 1 }]],
  'v1 with a place': (one) => [[v1WithPlace, { ...one, by: 1, place }]],
  'v1 and v2': (one) => [
    [v1WithPlace, { ...one, by: 1, place }],
    [v2, { ...one, total: one.number }],
  ],
  v2: (one) => [[v2, { ...one, total: one.number }]],
} as const satisfies Record<string, (one: Counting) => [EventContract, Record<string, unknown>][]>;

/** Notes what was heard; an event that is heard twice stands there twice. */
const note = (work: Work, { noteId, number, place: where }: Counting & { place?: string }) =>
  work.sql('insert into heard (note, number, place) values ($1, $2, $3)', [noteId, number, where]);

/** The same of a happening of which two events speak: the second finds it done. */
async function noteOnce(work: Work, one: Counting): Promise<void> {
  const { noteId, number } = one;
  const known = await work.sql('select from heard where note = $1 and number = $2', [
    noteId,
    number,
  ]);
  if (known.length === 0) await note(work, one);
}

const hearV1 = when(
  'listeners.note',
  v1,
  async (work, event) => void (await note(work, event.data)),
);

/** How each version of a listening service reacts. */
export const hearings = {
  v1: [hearV1],
  'v1 with a place': [
    when('listeners.note', v1WithPlace, async (work, event) => void (await note(work, event.data))),
  ],
  'v1 and v2': [
    when('listeners.note', v1WithPlace, (work, event) => noteOnce(work, event.data)),
    when('listeners.note', v2, (work, event) => noteOnce(work, event.data)),
  ],
} satisfies Record<string, Consumer[]>;
