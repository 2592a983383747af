import type {
  DocumentNode,
  FieldNode,
  GraphQLOutputType,
  GraphQLSchema,
  SelectionSetNode,
} from 'graphql';
import {
  getNamedType,
  isCompositeType,
  Kind,
  print,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';

/** What is asked, wherever it stands and whatever the caller calls it. */
interface Form {
  name: string;
  hasArguments: boolean;
  text: string;
}

/**
 * Under which key the services' values of a field are kept while an operation is executed. A key says
 * which field was asked, with which arguments and of which type, never what a caller calls it: an
 * alias cannot take the place of an entity's key or of a field that another one requires
 * (federation#3036), and what two places of an operation ask of one entity can be merged.
 */
export class DataKeys {
  private readonly forms = new Map<FieldNode, Form>();
  private readonly keys = new Map<string, string>();

  constructor(schema: GraphQLSchema, document: DocumentNode, required: ReadonlySet<string>) {
    const typeInfo = new TypeInfo(schema);
    const enter = (field: FieldNode): void =>
      void this.forms.set(field, formOf(field, shapeOf(typeInfo.getType())));
    visit(document, visitWithTypeInfo(typeInfo, { Field: enter }));
    const byName = new Map<string, Form[]>();
    for (const form of this.forms.values())
      byName.set(form.name, [...(byName.get(form.name) ?? []), form]);
    for (const forms of byName.values()) this.nameAll(forms, required);
  }

  of(field: FieldNode): string {
    return this.keys.get(this.forms.get(field)!.text)!;
  }

  /** The plain name goes to what services may ask of one another, else to what is asked alone. */
  private nameAll(forms: readonly Form[], required: ReadonlySet<string>): void {
    const different = [...new Map(forms.map((form) => [form.text, form])).values()];
    const plain = different.filter(({ hasArguments }) => !hasArguments);
    const alone = different.length === 1 && !required.has(different[0]!.name);
    different.forEach((form, number) => {
      const isPlain = form.hasArguments ? alone : plain.length === 1;
      this.keys.set(form.text, isPlain ? form.name : `${form.name}__${number}`);
    });
  }
}

/** Objects of any types merge where one name asks for them; all else must be of one type. */
const shapeOf = (type: GraphQLOutputType | null | undefined): string =>
  isCompositeType(getNamedType(type)) ? String(type).replace(/\w+/, 'object') : String(type);

// Fields of two types that a caller tells apart by alias may differ in their own types.
const formOf = ({ name, arguments: given = [] }: FieldNode, type: string): Form => ({
  name: name.value,
  hasArguments: given.length > 0,
  text: `${name.value}(${given.map(print).sort().join()}): ${type}`,
});

/** Every name that a key or a requirement of the supergraph speaks of. */
export function requiredNames(supergraphSdl: string): Set<string> {
  const names = new Set<string>();
  for (const [, fields] of supergraphSdl.matchAll(/(?:key|requires): "((?:[^"\\]|\\.)*)"/g))
    for (const [name] of fields!.matchAll(/[A-Za-z_]\w*/g)) names.add(name);
  return names;
}

/** What a caller asks about the schema itself; no service is asked for it. */
export const isAboutSchema = ({ name }: FieldNode): boolean =>
  name.value === '__schema' || name.value === '__type';

/**
 * The same operation with each alias replaced by the key of its data, and nothing about the schema.
 * An object of which perhaps nothing is asked is asked for its type: the planner would ask for it
 * only when one of its fields is wanted, and so not find out whether it is there.
 */
export const isolateAliases = (document: DocumentNode, keys: DataKeys): DocumentNode => {
  const isConditional = hasDirectives(document);
  return visit(document, {
    Field: {
      enter(field): FieldNode {
        if (isAboutSchema(field)) return typename;
        const { alias: _alias, ...plain } = field;
        const key = keys.of(field);
        return key === field.name.value
          ? plain
          : { ...plain, alias: { ...field.name, value: key } };
      },
      leave: (field): FieldNode | undefined =>
        isConditional && field.selectionSet && mayBeEmpty(field.selectionSet)
          ? withTypename(field)
          : undefined,
    },
  });
};

function hasDirectives(document: DocumentNode): boolean {
  let found = false;
  visit(document, { Directive: () => void (found = true) });
  return found;
}

const mayBeEmpty = ({ selections }: SelectionSetNode): boolean =>
  selections.every(
    (selection) =>
      (selection.directives?.length ?? 0) > 0 ||
      selection.kind === Kind.FRAGMENT_SPREAD ||
      (selection.kind === Kind.INLINE_FRAGMENT && mayBeEmpty(selection.selectionSet)),
  );

const withTypename = ({ selectionSet, ...field }: FieldNode): FieldNode => ({
  ...field,
  selectionSet: { ...selectionSet!, selections: [typename, ...selectionSet!.selections] },
});

export const typename: FieldNode = {
  kind: Kind.FIELD,
  name: { kind: Kind.NAME, value: '__typename' },
};

/** The same with the type of every object, by which the answer is written. */
export const askTypes = (document: DocumentNode): DocumentNode =>
  visit(document, {
    Field: (field): FieldNode | undefined => field.selectionSet && withTypename(field),
  });
