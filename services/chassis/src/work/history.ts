import type { EntityTarget, ObjectLiteral } from 'typeorm';
import type { Versioned, Work } from './unit-of-work.js';

function columnsOf<Row extends ObjectLiteral>(work: Work, entity: EntityTarget<Row>) {
  const { metadata } = work.select(entity, 't').expressionMap.mainAlias!;
  const names = metadata.columns.map((c) => `${c.databaseName} as "${c.propertyName}"`).join(', ');
  return { table: metadata.tableName, names };
}

async function first<Row extends ObjectLiteral>(
  work: Work,
  entity: EntityTarget<Row>,
  condition: { current: string; former: string },
  parameters: unknown[],
): Promise<Row | null> {
  const { table, names } = columnsOf(work, entity);
  const [row] = await work.sql<Row>(
    `select ${names} from ${table} where id = $1 and ${condition.current}
     union all
     select ${names} from ${table}_history where id = $1 and ${condition.former} limit 1`,
    parameters,
  );
  return row
    ? Object.assign(Object.create((entity as { prototype: object }).prototype) as Row, row)
    : null;
}

/** A row as it was answered at a version. */
export const findVersion = <Row extends Versioned>(
  work: Work,
  entity: EntityTarget<Row>,
  seen: { id: string; version: number },
) => {
  const condition = { current: 'version = $2', former: 'version = $2' };
  return first(work, entity, condition, [seen.id, seen.version]);
};

/** A row as it was known at a moment of recorded time. */
export const findRecorded = <Row extends Versioned>(
  work: Work,
  entity: EntityTarget<Row>,
  id: string,
  recordedAt: Date,
) => {
  const condition = {
    current: 'recorded_at <= $2',
    former: 'recorded_at <= $2 and replaced_at > $2',
  };
  return first(work, entity, condition, [id, recordedAt]);
};
