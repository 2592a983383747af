import type {
  FieldNode,
  FragmentDefinitionNode,
  GraphQLNamedType,
  GraphQLObjectType,
  GraphQLSchema,
  SelectionNode,
  SelectionSetNode,
} from 'graphql';
import {
  getNamedType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isObjectType,
  Kind,
} from 'graphql';
import type { CachedRule, CachedRules } from './cached-rules.js';

/** The subjects after whose events an answer may be another one. */
export interface Dependence {
  /** Any event of them. */
  readonly any: ReadonlySet<string>;
  /** Those about the object itself. */
  readonly own: ReadonlySet<string>;
}

export interface Graphs {
  schema: GraphQLSchema;
  rules: CachedRules;
  fragments: ReadonlyMap<string, FragmentDefinitionNode>;
}

/** The object whose fields are asked: the one that is known by its id, or one that was reached from it. */
type Place = 'own' | 'reached';

const frames = /(Connection|Edge)$|^PageInfo$/;

/** What a selection on a type depends on; null when it asks something that may not be kept. */
export function dependenceOf(
  set: SelectionSetNode,
  type: GraphQLNamedType,
  graphs: Graphs,
): Dependence | null {
  const reading = new Reading(graphs);
  // A name of a type alone says nothing about the object.
  return reading.readSet(set, type, 'own') && reading.rulesRead > 0 ? reading : null;
}

/** What one field of `Query` depends on; its object is known when the argument `id` says which. */
export function dependenceOfRoot(field: FieldNode, graphs: Graphs): Dependence | null {
  const query = graphs.schema.getQueryType();
  const reading = new Reading(graphs);
  return query && reading.readRoot(field, query) ? reading : null;
}

class Reading implements Dependence {
  readonly any = new Set<string>();
  readonly own = new Set<string>();
  rulesRead = 0;

  constructor(private readonly graphs: Graphs) {}

  readRoot(field: FieldNode, query: GraphQLObjectType): boolean {
    const rule = this.graphs.rules.get(`${query.name}.${field.name.value}`);
    if (rule === undefined) return false;
    this.depend(rule, 'own');
    const { type } = query.getFields()[field.name.value]!;
    // Only a query that gives one object by its own id says whose fields follow.
    const isKnown = isObjectType(getNullableType(type)) && rule.untilOwn.length > 0;
    return this.readBelow(field, getNamedType(type), isKnown ? 'own' : 'reached');
  }

  readSet(set: SelectionSetNode, type: GraphQLNamedType, place: Place): boolean {
    return set.selections.every((selection) => this.readSelection(selection, type, place));
  }

  private readSelection(selection: SelectionNode, type: GraphQLNamedType, place: Place): boolean {
    if (selection.kind === Kind.FIELD) return this.readField(selection, type, place);
    const fragment =
      selection.kind === Kind.INLINE_FRAGMENT
        ? selection
        : this.graphs.fragments.get(selection.name.value);
    if (fragment === undefined) return false;
    const condition = fragment.typeCondition?.name.value;
    const narrowed = condition === undefined ? type : this.graphs.schema.getType(condition);
    return narrowed !== undefined && this.readSet(fragment.selectionSet, narrowed, place);
  }

  private readField(field: FieldNode, type: GraphQLNamedType, place: Place): boolean {
    if (field.name.value === '__typename') return true;
    const objects = this.objectsOf(type);
    return objects.length > 0 && objects.every((object) => this.readFieldOf(object, field, place));
  }

  private readFieldOf(type: GraphQLObjectType, field: FieldNode, place: Place): boolean {
    const definition = type.getFields()[field.name.value];
    const rule = this.ruleOf(type, field.name.value, place);
    if (definition === undefined || rule === null) return false;
    this.depend(rule, place);
    return this.readBelow(field, getNamedType(definition.type), 'reached');
  }

  private readBelow(field: FieldNode, type: GraphQLNamedType, place: Place): boolean {
    if (field.selectionSet === undefined) return !isCompositeType(type);
    return this.readSet(field.selectionSet, type, place);
  }

  /** A part of what gave it changes with that; an object of its own has a rule at each field. */
  private ruleOf(type: GraphQLObjectType, field: string, place: Place): CachedRule | null {
    const rule = this.graphs.rules.get(`${type.name}.${field}`);
    if (rule !== undefined) return rule;
    if (place === 'own') return null;
    return frames.test(type.name) ? nothing : (this.graphs.rules.get(type.name) ?? null);
  }

  private depend({ until, untilOwn }: CachedRule, place: Place): void {
    this.rulesRead += 1;
    for (const subject of until) this.any.add(subject);
    for (const subject of untilOwn) (place === 'own' ? this.own : this.any).add(subject);
  }

  private objectsOf(type: GraphQLNamedType): readonly GraphQLObjectType[] {
    if (isObjectType(type)) return [type];
    return isAbstractType(type) ? this.graphs.schema.getPossibleTypes(type) : [];
  }
}

const nothing: CachedRule = { until: [], untilOwn: [] };
