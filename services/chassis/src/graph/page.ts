import { Max, Min } from 'class-validator';
import type { ClassType } from 'type-graphql';
import { ArgsType, Directive, Field, Int, ObjectType } from 'type-graphql';
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { badInput } from './faults.js';

export const defaultPage = 20;
export const largestPage = 100;

@ArgsType()
export class PageArgs {
  @Min(1)
  @Max(largestPage)
  @Field(() => Int, { defaultValue: defaultPage, description: 'How many, 1 to 100.' })
  first: number = defaultPage;

  @Field(() => String, { nullable: true, description: 'The `endCursor` of the page before.' })
  after?: string | null;
}

@Directive('@shareable')
@ObjectType({ description: 'Where a page stands in its list (Relay cursor connections).' })
export class PageInfo {
  @Field({ description: 'Whether more follow.' })
  hasNextPage!: boolean;

  @Field({ description: 'Whether some came before.' })
  hasPreviousPage!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'Cursor of the first node; null in an empty page.',
  })
  startCursor!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Cursor of the last node; null in an empty page.',
  })
  endCursor!: string | null;
}

/** The connection type of a node; `shared` where several services have the same. */
export function connectionOf<Node extends object>(
  name: string,
  node: () => ClassType<Node>,
  { shared = false } = {},
) {
  const mark: ClassDecorator = shared ? Directive('@shareable') : () => undefined;

  @mark
  @ObjectType(`${name}Edge`, { description: `A ${name} and its place in the list.` })
  class NodeEdge {
    @Field({ description: 'Opaque; give it as `after` to go on behind this node.' })
    cursor!: string;

    @Field(node, { description: 'The node.' })
    node!: Node;
  }

  @mark
  @ObjectType(`${name}Connection`, { description: `A page of a list of ${name}.` })
  class NodeConnection {
    @Field(() => [NodeEdge], { description: 'Nodes with their cursors.' })
    edges!: NodeEdge[];

    @Field(() => [node()], { description: 'Nodes alone.' })
    nodes!: Node[];

    @Field(() => PageInfo, { description: 'Where this page stands.' })
    pageInfo!: PageInfo;

    counted!: () => Promise<number>;

    @Field(() => Int, { description: 'How many there are in all that the caller may see.' })
    totalCount(): Promise<number> {
      return this.counted();
    }
  }
  return NodeConnection;
}

/** The values that order a row in its list. */
export type Place = readonly (string | number)[];

const encodeCursor = (place: Place) => Buffer.from(JSON.stringify(place)).toString('base64url');

export const foreignCursor = () => badInput('after', 'The cursor is not one of this list.');

/** The place behind a cursor; an input error when the list never gave it. */
export function readCursor(cursor: string, length: number): Place {
  try {
    const place: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(place) && place.length === length) return place as Place;
  } catch {
    // Falls through to the one answer for every cursor that we did not make.
  }
  throw foreignCursor();
}

/** A page from its rows, one more than asked for when there are more. */
export function toConnection<Row, Node extends object>(
  rows: readonly Row[],
  { first, after }: Pick<PageArgs, 'first' | 'after'>,
  of: { place(row: Row): Place; toNode(row: Row): Node; counted(): Promise<number> },
) {
  const edges = rows.slice(0, first).map((row) => ({
    cursor: encodeCursor(of.place(row)),
    node: of.toNode(row),
  }));
  return {
    edges,
    nodes: edges.map(({ node }) => node),
    pageInfo: Object.assign(new PageInfo(), {
      hasNextPage: rows.length > first,
      hasPreviousPage: Boolean(after),
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    }),
    counted: of.counted,
  };
}

export interface Listing<Row extends ObjectLiteral, Node> {
  query: SelectQueryBuilder<Row>;
  /** Properties that order the list; together they are unique. Directions must be equal. */
  order: readonly (keyof Row & string)[];
  descending?: boolean;
  toNode(row: Row): Node;
}

const placeOf = (value: unknown): string | number =>
  value instanceof Date ? value.toISOString() : (value as string | number);

/** PostgreSQL could not read a value of the cursor as what the column holds. */
const isMalformed = (error: unknown) => ((error as { code?: string }).code ?? '').startsWith('22');

/** One page by keyset: as quick on the last page as on the first. */
export async function listPage<Row extends ObjectLiteral, Node extends object>(
  { query, order, descending = false, toNode }: Listing<Row, Node>,
  page: Pick<PageArgs, 'first' | 'after'>,
) {
  const { first, after } = page;
  const all = query.clone();
  const columns = order.map((property) => `${query.alias}.${property}`);
  columns.forEach((column) => query.addOrderBy(column, descending ? 'DESC' : 'ASC'));
  if (after) {
    const place = readCursor(after, order.length);
    const names = place.map((_value, index) => `:cursor${index}`);
    const values = Object.fromEntries(place.map((value, index) => [`cursor${index}`, value]));
    const direction = descending ? '<' : '>';
    query.andWhere(`(${columns.join(', ')}) ${direction} (${names.join(', ')})`, values);
  }
  const rows = await query
    .take(first + 1)
    .getMany()
    .catch((error: unknown) => {
      throw after && isMalformed(error) ? foreignCursor() : error;
    });
  const place = (row: Row) => order.map((property) => placeOf(row[property]));
  return toConnection(rows, page, { place, toNode, counted: () => all.getCount() });
}
