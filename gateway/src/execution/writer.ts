import type { FieldNode, GraphQLCompositeType, GraphQLOutputType, SelectionSetNode } from 'graphql';
import {
  getNamedType,
  isCompositeType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import type { Data } from './data.js';
import { isData, ownValue } from './data.js';
import { schemaKey } from './about-schema.js';
import type { DataKeys } from './data-keys.js';
import { isAboutSchema } from './data-keys.js';
import type { Asked } from './fields.js';
import { collectFields } from './fields.js';
import { leafWriter } from './leaf-writer.js';
import type { Write, Writing } from './writing.js';
import { breakAt } from './writing.js';

interface WrittenField {
  key: string;
  dataKey: string;
  /** The key as it stands in the text, with what goes before it. */
  lead: string;
  write: Write;
  nonNull: boolean;
}

type WriteObject = (data: Data, to: Writing) => string | null;

/** Compiles how the data of an operation is written, with the checks that GraphQL asks of an answer. */
export class WriterCompiler {
  constructor(
    private readonly asked: Asked,
    private readonly keys: DataKeys,
  ) {}

  /** For the object at the root of the answer. */
  root(type: string, set: SelectionSetNode): WriteObject {
    return this.object(type, [set]) ?? (() => null);
  }

  /** Null where nothing can be written: the name of a type is asked, and it is no object's. */
  private object(typeName: string, sets: readonly SelectionSetNode[]): WriteObject | null {
    const type = this.asked.schema.getType(typeName) as GraphQLCompositeType;
    const fields: WrittenField[] = [];
    for (const [key, nodes] of collectFields(this.asked, typeName, sets)) {
      const field = this.field(type, key, nodes);
      if (field === null) return null;
      const comma = fields.length === 0 ? '' : ',';
      fields.push({ ...field, lead: `${comma}${JSON.stringify(key)}:` });
    }
    return (data, to) => writeFields(fields, data, to);
  }

  private field(
    type: GraphQLCompositeType,
    key: string,
    nodes: readonly FieldNode[],
  ): Omit<WrittenField, 'lead'> | null {
    const [node] = nodes;
    const name = node!.name.value;
    if (name === '__typename') {
      if (!isObjectType(type)) return null;
      const text = JSON.stringify(type.name);
      return { key, dataKey: name, nonNull: true, write: () => text };
    }
    if (isAboutSchema(node!))
      return { key, dataKey: schemaKey(key), nonNull: false, write: asItIs };
    const definition = 'getFields' in type ? type.getFields()[name] : undefined;
    if (definition === undefined) throw new Error(`There is no field ${type.name}.${name}.`);
    const sets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
    return {
      key,
      dataKey: this.keys.of(node!),
      nonNull: isNonNullType(definition.type),
      write: this.value(definition.type, sets),
    };
  }

  private value(type: GraphQLOutputType, sets: readonly SelectionSetNode[]): Write {
    if (isNonNullType(type)) return nonNull(this.value(type.ofType, sets));
    if (isListType(type)) {
      const inner = this.value(type.ofType, sets);
      return list(inner, isNonNullType(type.ofType));
    }
    const named = getNamedType(type);
    if (isLeafType(named)) return leafWriter(named);
    return this.composite(named as GraphQLCompositeType, sets);
  }

  /** The fields of an object follow from its own type, of which each is compiled when first met. */
  private composite(type: GraphQLCompositeType, sets: readonly SelectionSetNode[]): Write {
    const writers = new Map<string, WriteObject | null>();
    const writerOf = (name: string): WriteObject | null => {
      if (!isCompositeType(this.asked.schema.getType(name))) return null;
      const writer = this.object(name, sets);
      writers.set(name, writer);
      return writer;
    };
    return (value, to, key) => {
      if (value === null || value === undefined) return null;
      if (!isData(value)) return breakAt(to, key);
      const name = ownValue(value, '__typename') ?? type.name;
      if (typeof name !== 'string') return breakAt(to, key);
      const write = writers.get(name) ?? writerOf(name);
      if (write === null) return breakAt(to, key);
      to.path.push(key);
      const text = to.texts === null ? write(value, to) : writeOnce(write, value, to, to.texts);
      to.path.pop();
      return text;
    };
  }
}

/** An object that stands in several places is written once, unless something in it is broken. */
function writeOnce(
  write: WriteObject,
  data: Data,
  to: Writing,
  texts: NonNullable<Writing['texts']>,
): string | null {
  const known = texts.get(write) ?? new Map<unknown, string>();
  texts.set(write, known);
  const text = known.get(data);
  if (text !== undefined) return text;
  const before = to.broken.length;
  const written = write(data, to);
  if (written !== null && to.broken.length === before) known.set(data, written);
  return written;
}

function writeFields(fields: readonly WrittenField[], data: Data, to: Writing): string | null {
  let text = '{';
  for (const { key, dataKey, lead, write, nonNull: required } of fields) {
    const value = write(ownValue(data, dataKey), to, key);
    if (value === null && required) return null;
    text += lead + (value ?? 'null');
  }
  return `${text}}`;
}

const asItIs: Write = (value) => JSON.stringify(value ?? null);

const nonNull =
  (inner: Write): Write =>
  (value, to, key) => {
    const before = to.broken.length;
    const text = inner(value, to, key);
    // What was told below is the reason already.
    return text === null && to.broken.length === before ? breakAt(to, key, true) : text;
  };

const list =
  (inner: Write, required: boolean): Write =>
  (value, to, key) => {
    if (value === null || value === undefined) return null;
    if (!Array.isArray(value)) return breakAt(to, key);
    to.path.push(key);
    let text = '[';
    let broken = false;
    for (let at = 0; at < value.length; at += 1) {
      const item = inner(value[at], to, at);
      if (item === null && required) broken = true;
      text += at === 0 ? (item ?? 'null') : `,${item ?? 'null'}`;
    }
    to.path.pop();
    return broken ? null : `${text}]`;
  };
