import type { Change } from '@graphql-inspector/core';
import { ChangeType } from '@graphql-inspector/core';
import type { DocumentNode, GraphQLSchema } from 'graphql';
import { isInputObjectType, isEnumType, parse } from 'graphql';
import type { RecordedUsage } from './recorded-usage.js';
import { sayTimes } from './recorded-usage.js';
import { usedCoordinates } from './used-coordinates.js';

/** A document that is in this repository: a published one, or one of a client's manifest. */
export interface Asker {
  file: string;
  name: string;
  text: string;
}

/** Who depends on what changes. */
export interface Users {
  names: readonly string[];
  recorded: number;
}

interface Reading {
  name: string;
  used: ReadonlySet<string>;
}

/** Finds who uses a place of the released graph. */
export class ChangeUsers {
  private readonly readings: readonly Reading[];

  constructor(
    askers: readonly Asker[],
    private readonly released: GraphQLSchema,
    private readonly usage: RecordedUsage | null,
  ) {
    this.readings = askers.map(({ name, text }) => ({ name, used: this.coordinatesOf(text) }));
  }

  of(change: Change): Users {
    const place = placeOf(change, this.released);
    return {
      names: this.readings.filter(({ used }) => used.has(place)).map(({ name }) => name),
      recorded: this.usage?.coordinates[place] ?? 0,
    };
  }

  say({ names, recorded }: Users): string {
    const asked = names.length > 0 ? `asked by ${names.join(', ')}` : 'asked by no operation here';
    if (this.usage === null) return `${asked}; no use was recorded`;
    return `${asked}; used ${sayTimes(recorded, this.usage)}`;
  }

  private coordinatesOf(text: string): ReadonlySet<string> {
    const document: DocumentNode = parse(text);
    return usedCoordinates(document, this.released);
  }
}

const argumentChanges: readonly string[] = [
  ChangeType.FieldArgumentAdded,
  ChangeType.FieldArgumentTypeChanged,
  ChangeType.FieldArgumentDefaultChanged,
];

/**
 * Where one stands who notices the change. An argument that is new or otherwise meant concerns also those
 * who do not give it, and a value of an enumeration or a field of an input all who carry its type.
 */
function placeOf({ type, path = '' }: Change, released: GraphQLSchema): string {
  const [typeName = '', field = ''] = path.split('.');
  const owner = released.getType(typeName);
  if (isEnumType(owner) || isInputObjectType(owner)) return typeName;
  return argumentChanges.includes(type) ? `${typeName}.${field}` : path;
}
