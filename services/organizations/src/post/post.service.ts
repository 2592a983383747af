import { encodeId } from '@jejaring/chassis/graph/ids';
import { proceed, refuse } from '@jejaring/chassis/work/refusal';
import type { Work } from '@jejaring/chassis/work/unit-of-work';
import { isUniqueViolation } from '@jejaring/chassis/work/violations';
import { initialsOf } from '@jejaring/register/facts/initials.rules';
import { close as closeName } from '@jejaring/trust/keys/cipher';
import { keyToWrite } from '@jejaring/trust/keys/person-key';
import type { Capacity } from '../decree/decree.rules.js';
import { Office } from '../office/office.entity.js';
import { OfficeUnit, Post, PostHolder } from './post.entity.js';
import type { FillPost, PostKind, UnitKind } from './post.rules.js';
import { close, fill, open, vacate } from './post.rules.js';

/** Where the name of who holds a post belongs. */
export const placeOfHolder = (rowId: string) => ({
  table: 'post_holder',
  column: 'name_cipher',
  rowId,
});

interface Opening {
  officeId: string;
  validFrom: string;
}

export interface Seen {
  id: string;
  expectedVersion: number;
}

const dayOf = (work: Work) => work.now.toISOString().slice(0, 10);

/** A unit is asked for inside its office alone; one of another office is not there. */
async function unitOf(work: Work, officeId: string, id: string | null): Promise<OfficeUnit | null> {
  if (id === null) return null;
  const unit = await work.get(OfficeUnit, id);
  return unit.officeId === officeId ? unit : refuse({ refused: 'other-office' });
}

export async function openUnit(
  work: Work,
  input: Opening & { kind: UnitKind; name: string; parentId: string | null },
): Promise<OfficeUnit> {
  const { regionCode } = await work.get(Office, input.officeId);
  const parent = await unitOf(work, input.officeId, input.parentId);
  proceed(open({ regionCode, validFrom: input.validFrom, parent }, 'openUnit', work.caller));
  const fresh = { id: work.newId(), version: 1, regionCode, validTo: null };
  return work.insert(OfficeUnit, { ...input, ...fresh });
}

export async function closeUnit(work: Work, input: Seen & { on: string }): Promise<OfficeUnit> {
  const unit = await work.getAt(OfficeUnit, input.id, input.expectedVersion);
  const children = await work.list(OfficeUnit, { parentId: unit.id });
  const posts = await work.list(Post, { unitId: unit.id });
  const facts = { ...unit, belongings: [...children, ...posts] };
  return work.update(OfficeUnit, unit, proceed(close(facts, input.on, 'closeUnit', work.caller)));
}

export async function openPost(
  work: Work,
  input: Opening & { kind: PostKind; title: string; unitId: string | null },
): Promise<Post> {
  const { regionCode } = await work.get(Office, input.officeId);
  const parent = await unitOf(work, input.officeId, input.unitId);
  proceed(open({ regionCode, validFrom: input.validFrom, parent }, 'openPost', work.caller));
  const fresh = { id: work.newId(), version: 1, regionCode, validTo: null };
  return work.insert(Post, { ...input, ...fresh });
}

export async function closePost(work: Work, input: Seen & { on: string }): Promise<Post> {
  const post = await work.getAt(Post, input.id, input.expectedVersion);
  const belongings = await work.list(PostHolder, { postId: post.id });
  const facts = { ...post, belongings };
  return work.update(Post, post, proceed(close(facts, input.on, 'closePost', work.caller)));
}

/** Somebody takes a post; the version of the post moves with whoever holds it. */
export async function fillPost(work: Work, input: Seen & FillPost): Promise<Post> {
  const { id, expectedVersion, name, ...holding } = input;
  const post = await work.getAt(Post, id, expectedVersion);
  const holders = await work.list(PostHolder, { postId: post.id });
  proceed(fill(post, holders, input, dayOf(work), work.caller));
  const saved = await work.update(Post, post, {});
  const holderId = work.newId();
  const key = await keyToWrite(work, encodeId('hld', holderId));
  try {
    await work.insert(PostHolder, {
      ...holding,
      id: holderId,
      postId: saved.id,
      regionCode: saved.regionCode,
      nameCipher: closeName(key, placeOfHolder(holderId), name),
      initials: initialsOf(name),
    });
  } catch (error) {
    // Two at once see the same post free; the version lets one through, the constraint is the last word.
    if (isUniqueViolation(error, 'post_one_holder')) return refuse({ refused: 'held-already' });
    throw error;
  }
  return saved;
}

export async function vacatePost(
  work: Work,
  input: Seen & { capacity: Capacity; on: string },
): Promise<Post> {
  const post = await work.getAt(Post, input.id, input.expectedVersion);
  const holders = await work.list(PostHolder, { postId: post.id });
  const { holder } = proceed(vacate(post, holders, input, work.caller));
  const saved = await work.update(Post, post, {});
  await work.sql('update post_holder set valid_to = $2 where id = $1', [holder.id, input.on]);
  return saved;
}
