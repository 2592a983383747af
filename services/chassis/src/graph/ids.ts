import type { IdPrefix } from '@jejaring/schema/ids';
import { decodeId, encodeId } from '@jejaring/schema/ids';
import { badInput } from './faults.js';

export { decodeId, encodeId };

/** The stored id behind one that a contract or a scalar has already checked. */
export function storedId(prefix: IdPrefix, id: string): string {
  const uuid = decodeId(prefix, id);
  if (uuid === null) throw new Error(`Not an id of the kind ${prefix}.`);
  return uuid;
}

/** The stored id behind one that a caller sent; an input error that names the field when it is not of that kind. */
export function readId(prefix: IdPrefix, field: string, id: string): string {
  const uuid = decodeId(prefix, id);
  if (uuid === null) throw badInput(field, `${field} is not an id of the form ${prefix}_….`);
  return uuid;
}

/** An entity may say by which prefix its rows are known outside. */
export interface Prefixed {
  idPrefix?: string;
}

/** The id by which people and the trail know a row; the stored one where its entity has no prefix. */
export function publicId(entity: unknown, uuid: string): string {
  const { idPrefix } = entity as Prefixed;
  return idPrefix === undefined ? uuid : encodeId(idPrefix as IdPrefix, uuid);
}
