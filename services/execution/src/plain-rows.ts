import type { EntityMetadata, FindOptionsOrder, FindOptionsWhere } from 'typeorm';
import { FindOperator } from 'typeorm';

/** A statement that reads rows of one table as they are. */
export interface PlainQuery {
  text: string;
  values: unknown[];
}

const quote = (name: string) => `"${name}"`;
const selections = new WeakMap<EntityMetadata, string>();

function selectionOf(metadata: EntityMetadata): string {
  let selection = selections.get(metadata);
  if (selection === undefined) {
    const columns = metadata.columns.map(
      ({ databaseName, propertyName }) => `${quote(databaseName)} as ${quote(propertyName)}`,
    );
    selection = `select ${columns.join(', ')} from ${quote(metadata.tableName)}`;
    selections.set(metadata, selection);
  }
  return selection;
}

function columnOf(metadata: EntityMetadata, property: string): string {
  const column = metadata.findColumnWithPropertyName(property);
  if (column === undefined) throw new Error(`${metadata.name} has no ${property}.`);
  return quote(column.databaseName);
}

const isValue = (value: unknown) =>
  ['string', 'number', 'boolean'].includes(typeof value) || value instanceof Date;

/** The condition, or null when it is more than "is this" or "is one of these". */
function conditionOf(column: string, wanted: unknown, values: unknown[]): string | null {
  const isList = wanted instanceof FindOperator && wanted.type === 'in';
  if (!isList && !isValue(wanted)) return null;
  values.push(isList ? wanted.value : wanted);
  return `${column} = ${isList ? `any ($${values.length})` : `$${values.length}`}`;
}

const isOrder = (way: unknown): way is string => way === 'ASC' || way === 'DESC';

/**
 * Rows by what their columns hold, as one statement whose rows need no making: columns are flat and the
 * driver has read them. Null where more than that is asked, which TypeORM has to say.
 */
export function plainQuery<Row>(
  metadata: EntityMetadata,
  where: FindOptionsWhere<Row>,
  order: FindOptionsOrder<Row> = {},
): PlainQuery | null {
  const values: unknown[] = [];
  const conditions = Object.entries(where).map(([property, wanted]) =>
    conditionOf(columnOf(metadata, property), wanted, values),
  );
  const ways = Object.entries(order);
  const isPlain = !conditions.includes(null) && ways.every(([, way]) => isOrder(way));
  if (conditions.length === 0 || !isPlain) return null;
  const sorted = ways.map(([property, way]) => `${columnOf(metadata, property)} ${String(way)}`);
  const tail = sorted.length > 0 ? ` order by ${sorted.join(', ')}` : '';
  return { text: `${selectionOf(metadata)} where ${conditions.join(' and ')}${tail}`, values };
}
