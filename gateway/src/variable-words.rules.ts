const badVariable = /^Variable "\$(\w+)" got invalid value /;
const ofScalar =
  /; ((?:String|Int|Float|Boolean|ID|Enum "\w+") cannot represent [a-z\d -]*value): /;
const ofEnum = /; Value .* does not exist in "(\w+)" enum\./s;

/**
 * What is wrong with which variable, a nested one by its path. The engine's own words repeat what was
 * sent, which may be a name or an identity number; these do not.
 */
export function describeVariable(message: string): { argument: string; words: string } | null {
  const variable = badVariable.exec(message)?.[1];
  if (variable === undefined) return null;
  const [scalar, inEnum] = [ofScalar.exec(message), ofEnum.exec(message)];
  const end = scalar?.index ?? inEnum?.index ?? message.lastIndexOf('; ');
  const argument = / at "([\w.[\]]+)"$/.exec(message.slice(0, end))?.[1] ?? variable;
  if (scalar) return { argument, words: `${scalar[1]}.` };
  if (inEnum) return { argument, words: `It is not a value of the enum ${inEnum[1]}.` };
  return { argument, words: message.slice(end + 2).replace(/ Did you mean .*$/s, '') };
}
