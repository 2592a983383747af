import { registerEnumType } from 'type-graphql';

/** A GraphQL enum from its values and what each of them means. */
export function enumOf<const Value extends string>(
  name: string,
  description: string,
  values: Record<Value, string>,
): { [Key in Value]: Key } {
  const names = Object.keys(values) as Value[];
  const members = Object.fromEntries(names.map((value) => [value, value])) as {
    [Key in Value]: Key;
  };
  const valuesConfig = Object.fromEntries(
    names.map((value) => [value, { description: values[value] }]),
  );
  registerEnumType(members, { name, description, valuesConfig: valuesConfig as never });
  return members;
}
