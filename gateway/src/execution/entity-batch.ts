import type { RequestContext } from '../front/request-context.js';
import type { Data, Place } from './data.js';
import { copyOf, findObjects, findPlaces, isData, mergeInto } from './data.js';
import type { EntityCache, Lookup } from '../cache/entity-cache.js';
import type { Change, CompiledFetch, CompiledPart } from './request.js';

interface Entity {
  representation: Data;
  key: string;
  /** What shows it. */
  seats: Data[];
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
    private readonly data: Data,
    private readonly part: CompiledPart,
    private readonly service: string,
    repeats: boolean,
  ) {
    const known = new Map<string, Entity>();
    for (const fetch of part.fetches) {
      const found = (object: Data): void => this.add(fetch, object, known);
      findObjects(data, fetch.path, { repeats, found });
    }
  }

  /** Whether some entity stands in more than one place. */
  get repeats(): boolean {
    return this.entities.some(({ seats }) => seats.length > 1);
  }

  private add(fetch: CompiledFetch, seat: Data, known: Map<string, Entity>): void {
    const representation = representOf(fetch, seat);
    if (representation === null) return;
    const key = keyOf(representation);
    const entity = known.get(key);
    if (entity !== undefined) return void entity.seats.push(seat);
    const added = { representation, key, seats: [seat], changeOutput: fetch.changeOutput };
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
      for (const seat of seats) mergeInto(seat, answer);
    });
  }

  /** Every place that shows the entity of this number among those that were asked. */
  placesOf(index: number): readonly (Place | null)[] {
    const entity = this.entities[this.asked[index] ?? -1];
    const places: (Place | null)[] = [];
    for (const fetch of entity === undefined ? [] : this.part.fetches) {
      findPlaces(this.data, fetch.path, (object, place) => {
        const representation = representOf(fetch, object);
        if (representation !== null && keyOf(representation) === entity!.key) places.push(place);
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

function representOf({ represent, changeInput }: CompiledFetch, object: Data): Data | null {
  const representation = represent(object);
  if (representation === null || representation['__typename'] === undefined) return null;
  changeInput?.(representation);
  return representation;
}

/** Equal for equal representations only; most are a type and one or two plain values. */
function keyOf(representation: Data): string {
  let key = '';
  for (const name of Object.keys(representation)) {
    const value = representation[name];
    if (typeof value !== 'string' || value.includes('\n')) return JSON.stringify(representation);
    key += `${name}\n${value}\n`;
  }
  return key;
}
