import type { GraphQLSchema } from 'graphql';
import { parse, validate } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Entry, KnownDocument } from './known-operation.js';
import { describeDocument, documentId } from './known-operation.js';

/** Parsed text takes about this many times its characters in memory. */
const bytesOfCharacter = 40;

interface Version {
  /** By id. Published documents stay; nobody's questions can push them out. */
  readonly published: Map<string, KnownDocument>;
  readonly publishedTexts: Map<string, KnownDocument>;
  /** By text, which is quicker to find than to hash. */
  readonly asked: LRUCache<string, KnownDocument>;
}

/**
 * The documents that are known to be valid, per version of the graph. A version that is no longer
 * served takes its documents with it.
 */
export class OperationBook {
  private readonly versions = new WeakMap<GraphQLSchema, Version>();

  constructor(private readonly keepBytes: number) {}

  findText(schema: GraphQLSchema, text: string): KnownDocument | undefined {
    const version = this.versions.get(schema);
    return version?.publishedTexts.get(text) ?? version?.asked.get(text);
  }

  findPublished(schema: GraphQLSchema, id: string): KnownDocument | undefined {
    return this.versions.get(schema)?.published.get(id);
  }

  /** Takes in a document that somebody asked and that was found valid under this schema. */
  enter(schema: GraphQLSchema, { id, text, document }: Entry): KnownDocument {
    const known = this.findText(schema, text);
    if (known !== undefined) return known;
    const entered = describeDocument(schema, { id, text, document });
    this.versionOf(schema).asked.set(text, entered);
    return entered;
  }

  /** Takes in a published document for good, or says that this version of the graph refuses it. */
  publish(schema: GraphQLSchema, text: string): KnownDocument | null {
    const id = documentId(text);
    const known = this.findPublished(schema, id);
    if (known !== undefined) return known;
    const document = parse(text);
    if (validate(schema, document).length > 0) return null;
    const published = describeDocument(schema, { id, text, document });
    const version = this.versionOf(schema);
    version.published.set(published.id, published);
    version.publishedTexts.set(text, published);
    return published;
  }

  /** What was asked lately beside the published documents, the last first. */
  listAsked(schema: GraphQLSchema): KnownDocument[] {
    return [...(this.versions.get(schema)?.asked.values() ?? [])];
  }

  /** Every document that was published for this version. */
  listPublished(schema: GraphQLSchema): readonly KnownDocument[] {
    return [...(this.versions.get(schema)?.published.values() ?? [])];
  }

  private versionOf(schema: GraphQLSchema): Version {
    const known = this.versions.get(schema);
    if (known !== undefined) return known;
    const version: Version = {
      published: new Map(),
      publishedTexts: new Map(),
      asked: new LRUCache<string, KnownDocument>({
        maxSize: this.keepBytes,
        sizeCalculation: ({ text }) => text.length * bytesOfCharacter,
      }),
    };
    this.versions.set(schema, version);
    return version;
  }
}
