import type { RequestContext } from '../front/request-context.js';
import type { Data, Found, Holder, Place } from './data.js';
import { copyOf, findObjects, findPlaces, isData, mergeInto } from './data.js';
import type { EntityCache, Lookup } from '../cache/entity-cache.js';
import type { Change, CompiledFetch, CompiledPart } from './request.js';

interface Entity {
  representation: Data;
  key: string;
  /** What shows it. */
  seats: Set<Data>;
  /** The one of them of which nothing was known but the key; it stands wherever that is so. */
  bare: Data | null;
  changeOutput: Change | null;
}

/** What an execution has gathered. */
export interface Gathered {
  readonly data: Data;
  /** Whether some object stands in more than one place. */
  repeats: boolean;
  /** What some request has found while nothing repeated, and will fill where it stands. */
  readonly awaited: Set<Data>;
}

/** Entities that one service is asked with the same fields: each once, however often it stands. */
export class EntityBatch {
  private readonly entities: Entity[] = [];
  private answers: unknown[] = [];
  private lookup: Lookup | null = null;
  /** For each missing entity its number among all. */
  private asked: number[] = [];
  /** Every object has one holder yet, so that none is left behind elsewhere. */
  private readonly mayReplace: boolean;
  /** What has to be asked. */
  missing: readonly Data[] = [];

  constructor(
    private readonly gathered: Gathered,
    private readonly part: CompiledPart,
    private readonly service: string,
  ) {
    const known = new Map<string, Entity>();
    this.mayReplace = !gathered.repeats;
    for (const fetch of part.fetches) {
      const found: Found = (seat, holder, at) => {
        const entity = this.enter(fetch, seat, known);
        if (entity !== null) this.place(entity, seat, { fetch, holder, at });
      };
      findObjects(gathered.data, fetch.path, { repeats: gathered.repeats, found });
    }
  }

  private enter(fetch: CompiledFetch, seat: Data, known: Map<string, Entity>): Entity | null {
    const named = nameOf(fetch, seat);
    if (named === null) return null;
    const { key } = named;
    const entity = known.get(key);
    if (entity !== undefined) return entity;
    const representation = named.representation ?? fetch.representation.make(seat)!;
    const { changeOutput } = fetch;
    const added: Entity = { representation, key, seats: new Set(), bare: null, changeOutput };
    known.set(key, added);
    this.entities.push(added);
    return added;
  }

  /** Objects of which only the same key is known are one object from now on: it is filled, and written, once. */
  private place(entity: Entity, seat: Data, { fetch, holder, at }: Seating): void {
    if (!this.mayReplace) return void entity.seats.add(seat);
    const { awaited } = this.gathered;
    const isBare = fetch.changeInput === null && fetch.representation.saysAll(seat);
    if (isBare && entity.bare !== null && !awaited.has(seat)) {
      holder[at] = entity.bare;
      this.gathered.repeats = true;
      return;
    }
    if (isBare) entity.bare ??= seat;
    awaited.add(seat);
    entity.seats.add(seat);
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
      for (const seat of seats) mergeInto(seat, answer);
      this.gathered.repeats ||= seats.size > 1;
    });
  }

  /** Every place that shows the entity of this number among those that were asked. */
  placesOf(index: number): readonly (Place | null)[] {
    const entity = this.entities[this.asked[index] ?? -1];
    const places: (Place | null)[] = [];
    for (const fetch of entity === undefined ? [] : this.part.fetches) {
      findPlaces(this.gathered.data, fetch.path, (object, place) => {
        if (nameOf(fetch, object)?.key === entity!.key) places.push(place);
      });
    }
    return places;
  }

  private typename(): string | null {
    const names = new Set(this.entities.map(({ representation }) => representation['__typename']));
    const [name] = names;
    return names.size === 1 && typeof name === 'string' ? name : null;
  }
}

interface Seating {
  fetch: CompiledFetch;
  holder: Holder;
  at: string | number;
}

/** What tells an entity from others, or null where its service could not know it. */
function nameOf(
  { representation, changeInput }: CompiledFetch,
  seat: Data,
): { key: string; representation: Data | null } | null {
  const key = changeInput === null ? representation.keyOf(seat) : null;
  if (key !== null) return { key, representation: null };
  const made = representation.make(seat);
  if (made === null || made['__typename'] === undefined) return null;
  changeInput?.(made);
  return { key: JSON.stringify(made), representation: made };
}
