import { encodeId } from '@jejaring/chassis/graph/ids';
import type { IdPrefix } from '@jejaring/schema/ids';
import type { Row } from './rows.js';
import type { RowsOf } from './kinds.js';

/** How many records somebody found, by the record or the parent that they were looked for under. */
export type Found = Map<string, number>;

export type AskGraph = (document: string, variables?: object) => Promise<Record<string, unknown>>;

/** One way to records: what it finds, and what it should find given what may be seen. */
export interface Path {
  name: string;
  walk(ask: AskGraph, rows: RowsOf): Promise<Found>;
  meant(sees: RowsOf, rows: RowsOf): Found;
}

interface Entity {
  table: string;
  prefix: IdPrefix;
}

const idsOf = (rows: readonly Row[]) => rows.map((row) => String(row.id));
const once = (ids: readonly string[]): Found => new Map(ids.map((id) => [id, 1]));
const most = 400;

/** Asks for many records in few documents. */
async function inPortions(
  ids: readonly string[],
  ask: (portion: readonly string[]) => Promise<readonly unknown[]>,
): Promise<Map<string, unknown>> {
  const answers = new Map<string, unknown>();
  for (let at = 0; at < ids.length; at += most) {
    const portion = ids.slice(at, at + most);
    (await ask(portion)).forEach((answer, index) => answers.set(portion[index]!, answer));
  }
  return answers;
}

const presentOf = (answers: Map<string, unknown>): Found =>
  once([...answers].flatMap(([id, answer]) => (answer ? [id] : [])));

async function askById(
  ask: AskGraph,
  { field, prefix, selection }: { field: string; prefix: IdPrefix; selection: string },
  ids: readonly string[],
) {
  return inPortions(ids, async (portion) => {
    const fields = portion.map(
      (id, at) => `n${at}: ${field}(id: "${encodeId(prefix, id)}") { ${selection} }`,
    );
    const data = await ask(`{ ${fields.join(' ')} }`);
    return portion.map((_id, at) => data[`n${at}`]);
  });
}

async function askEntities(
  ask: AskGraph,
  { type, prefix, selection }: { type: string; prefix: IdPrefix; selection: string },
  ids: readonly string[],
) {
  return inPortions(ids, async (portion) => {
    const representations = portion.map((id) => ({ __typename: type, id: encodeId(prefix, id) }));
    const document = `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on ${type} { ${selection} } } }`;
    const data = await ask(document, { representations });
    return (data._entities ?? []) as unknown[];
  });
}

/** The root field that answers one record. */
export const byId = (field: string, { table, prefix }: Entity): Path => ({
  name: `Query.${field}`,
  walk: async (ask, rows) =>
    presentOf(await askById(ask, { field, prefix, selection: 'id' }, idsOf(rows(table)))),
  meant: (sees) => once(idsOf(sees(table))),
});

/** What another subgraph asks when it points to the record. */
export const byReference = (type: string, { table, prefix }: Entity): Path => ({
  name: `_entities ${type}`,
  walk: async (ask, rows) =>
    presentOf(await askEntities(ask, { type, prefix, selection: 'id' }, idsOf(rows(table)))),
  meant: (sees) => once(idsOf(sees(table))),
});

interface Page {
  totalCount: number;
  nodes: unknown[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

/** Whether a row lies in the province that lists are asked of. */
export const inProvince = ({ region_code: code }: Row): boolean =>
  code === '32' || String(code).startsWith('32.');

interface Asked {
  /** Further arguments of the list. */
  given?(rows: RowsOf): string;
  where?(row: Row, rows: RowsOf): boolean;
}

/** A list from its first page to its last, and how many it says that there are. */
export const asList = (
  field: string,
  table: string,
  { given = () => '', where = () => true }: Asked = {},
): Path => ({
  name: `Query.${field}`,
  async walk(ask, rows) {
    const found: Found = new Map([['listed', 0]]);
    let after: string | null = null;
    for (;;) {
      const place: string = after === null ? '' : `, after: "${after}"`;
      const data = await ask(
        `{ page: ${field}(first: 100 ${given(rows)} ${place}) { totalCount nodes { id } pageInfo { hasNextPage endCursor } } }`,
      );
      const page = data.page as Page | null;
      if (!page) return found.set('counted', 0);
      found.set('listed', found.get('listed')! + page.nodes.length).set('counted', page.totalCount);
      after = page.pageInfo.endCursor;
      if (!page.pageInfo.hasNextPage) return found;
    }
  },
  meant(sees, rows) {
    const count = sees(table).filter((row) => where(row, rows)).length;
    return new Map([
      ['listed', count],
      ['counted', count],
    ]);
  },
});

interface Edge {
  /** The record that the edge leaves from, and the root field or the entity that gives it. */
  parent: Entity & { type: string };
  field: string;
  /** Table behind the edge. */
  table: string;
  /** Column that points from one to the other, and on which side it is. */
  by: string;
  pointsTo: 'parent' | 'child';
  where?(child: Row): boolean;
  selection?: string;
}

const isConnection = (answer: unknown): answer is { nodes: unknown[] } =>
  typeof answer === 'object' && answer !== null && 'nodes' in answer;

function countOf(answer: unknown): number {
  if (Array.isArray(answer)) return answer.length;
  if (isConnection(answer)) return answer.nodes.length;
  return answer ? 1 : 0;
}

/** An edge of a record: what is behind it, for who sees the record at all. */
export const along = (edge: Edge): Path => ({
  name: `${edge.parent.type}.${edge.field}`,
  async walk(ask, rows) {
    const { parent, field, selection = '{ __typename }' } = edge;
    const asked = { ...parent, selection: `edge: ${field} ${selection}` };
    const answers = await askEntities(ask, asked, idsOf(rows(parent.table)));
    const counts = [...answers].map(([id, answer]): [string, number] => [
      id,
      countOf((answer as { edge?: unknown } | null)?.edge),
    ]);
    return new Map(counts.filter(([, count]) => count > 0));
  },
  meant(sees) {
    const { parent, table, by, pointsTo, where = () => true } = edge;
    const children = sees(table).filter(where);
    const counts = sees(parent.table).map((row): [string, number] => {
      const behind = children.filter((child) =>
        pointsTo === 'parent' ? child[by] === row.id : row[by] === child.id,
      );
      return [String(row.id), behind.length];
    });
    return new Map(counts.filter(([, count]) => count > 0));
  },
});
