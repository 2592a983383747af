import type { RequestContext } from '../front/request-context.js';
import type { Data, Place } from './data.js';
import { copyOf, findObjects, isData, mergeInto } from './data.js';
import type { EntityCache, Lookup } from '../cache/entity-cache.js';
import type { Change, CompiledFetch, CompiledPart } from './request.js';

/** Where an entity stands in the answer. */
interface Seat {
  object: Data;
  place: Place | null;
}

interface Entity {
  representation: Data;
  seats: Seat[];
  changeOutput: Change | null;
}

/** Entities that one service is asked with the same fields: each once, however often it stands. */
export class EntityBatch {
  private readonly entities: Entity[] = [];
  private answers: unknown[] = [];
  private lookup: Lookup | null = null;
  /** For each missing entity its number among all. */
  private asked: number[] = [];
  /** What has to be asked. */
  missing: readonly Data[] = [];

  constructor(
    data: Data,
    private readonly part: CompiledPart,
    private readonly service: string,
  ) {
    const known = new Map<string, Entity>();
    for (const fetch of part.fetches) {
      findObjects(data, fetch.path, (object, place) => this.add(fetch, { object, place }, known));
    }
  }

  private add(
    { represent, changeInput, changeOutput }: CompiledFetch,
    seat: Seat,
    known: Map<string, Entity>,
  ): void {
    const representation = represent(seat.object);
    if (representation === null || representation['__typename'] === undefined) return;
    changeInput?.(representation);
    const key = keyOf(representation);
    const entity = known.get(key);
    if (entity !== undefined) return void entity.seats.push(seat);
    const added = { representation, seats: [seat], changeOutput };
    known.set(key, added);
    this.entities.push(added);
  }

  lookInto(
    cache: EntityCache | null,
    context: RequestContext,
    variables: Readonly<Record<string, unknown>>,
  ): void {
    const { entities, service } = this;
    const representations = entities.map(({ representation }) => representation);
    const typename = this.typename();
    if (cache !== null && typename !== null) {
      const { selection } = this.part;
      this.lookup = cache.look(
        { service, typename, selection, variables },
        representations,
        context,
      );
    }
    this.answers = [...(this.lookup?.found ?? Array.from<unknown>({ length: entities.length }))];
    this.asked = representations.flatMap((_each, at) =>
      this.answers[at] === undefined ? [at] : [],
    );
    this.missing = this.asked.map((at) => representations[at]!);
  }

  /** Only what came without any error may be kept. */
  receive(answered: unknown, whole: boolean): void {
    if (!Array.isArray(answered)) return;
    const fetched = Array.from<unknown>({ length: this.entities.length });
    this.asked.forEach((at, index) => {
      fetched[at] = answered[index];
      this.answers[at] = answered[index];
    });
    if (whole) this.lookup?.keep(fetched);
  }

  merge(): void {
    this.entities.forEach(({ seats, changeOutput }, at) => {
      const said = this.answers[at];
      if (!isData(said)) return;
      // What is kept belongs to others too, and what is merged grows.
      const answer = this.lookup === null ? said : copyOf(said);
      changeOutput?.(answer);
      for (const { object } of seats) mergeInto(object, answer);
    });
  }

  /** Every place that shows the entity of this number among those that were asked. */
  placesOf(index: number): readonly (Place | null)[] {
    const entity = this.entities[this.asked[index] ?? -1];
    return entity?.seats.map(({ place }) => place) ?? [];
  }

  private typename(): string | null {
    const names = new Set(this.entities.map(({ representation }) => representation['__typename']));
    const [name] = names;
    return names.size === 1 && typeof name === 'string' ? name : null;
  }
}

function keyOf(representation: Data): string {
  return JSON.stringify(representation);
}
