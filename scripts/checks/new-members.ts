import type { DocumentNode, GraphQLSchema, SelectionSetNode } from 'graphql';
import {
  getNamedType,
  isAbstractType,
  Kind,
  parse,
  TypeInfo,
  validate,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { Asker } from './change-users.js';
import type { Finding } from './findings.js';

interface NewMember {
  /** The union or interface that may now be one thing more. */
  of: string;
  member: string;
}

function newMembers(released: GraphQLSchema, api: GraphQLSchema): NewMember[] {
  return Object.values(released.getTypeMap()).flatMap((type) => {
    const now = api.getType(type.name);
    if (!isAbstractType(type) || !isAbstractType(now)) return [];
    const before = new Set(released.getPossibleTypes(type).map(({ name }) => name));
    const added = api.getPossibleTypes(now).filter(({ name }) => !before.has(name));
    return added.map(({ name }) => ({ of: type.name, member: name }));
  });
}

/** Operations that would be given an object of which they ask nothing, not even what it is. */
export function findBlind(
  askers: readonly Asker[],
  released: GraphQLSchema,
  api: GraphQLSchema,
): (Finding & { of: string })[] {
  const added = newMembers(released, api);
  if (added.length === 0) return [];
  return askers.flatMap(({ file, name, text }) => {
    const document = parse(text);
    // What cannot be answered at all is told elsewhere.
    if (validate(api, document).length > 0) return [];
    const blind = added.filter((each) => isBlind(document, api, each));
    return blind.map(({ of, member }) => ({
      of,
      place: file,
      says: `${name} would be given {} where ${of} is a ${member}, which is new: let it ask __typename, or a fragment that ${member} is in`,
    }));
  });
}

function isBlind(document: DocumentNode, api: GraphQLSchema, { of, member }: NewMember): boolean {
  const types = new TypeInfo(api);
  const asked = new Asked(document, api, member);
  let blind = false;
  visit(
    document,
    visitWithTypeInfo(types, {
      Field({ selectionSet }) {
        const type = types.getType();
        if (selectionSet === undefined || !type || getNamedType(type).name !== of) return;
        if (!asked.anything(selectionSet)) blind = true;
      },
    }),
  );
  return blind;
}

/** What a document asks of one object type. */
class Asked {
  constructor(
    private readonly document: DocumentNode,
    private readonly api: GraphQLSchema,
    private readonly member: string,
  ) {}

  anything({ selections }: SelectionSetNode): boolean {
    return selections.some((each) => {
      if (each.kind === Kind.FIELD) return true;
      if (each.kind === Kind.INLINE_FRAGMENT)
        return this.applies(each.typeCondition?.name.value) && this.anything(each.selectionSet);
      const fragment = this.document.definitions.find(
        (one) => one.kind === Kind.FRAGMENT_DEFINITION && one.name.value === each.name.value,
      );
      if (fragment?.kind !== Kind.FRAGMENT_DEFINITION) return false;
      return (
        this.applies(fragment.typeCondition.name.value) && this.anything(fragment.selectionSet)
      );
    });
  }

  private applies(condition: string | undefined): boolean {
    if (condition === undefined || condition === this.member) return true;
    const type = this.api.getType(condition);
    return (
      isAbstractType(type) &&
      this.api.getPossibleTypes(type).some(({ name }) => name === this.member)
    );
  }
}
