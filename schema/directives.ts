/** What every subgraph begins with: the version of Federation, and the directives of our own. */
export const houseHeader = `extend schema
  @link(url: "https://specs.apollo.dev/federation/v2.14", import: ["@key", "@shareable", "@external", "@requires", "@provides", "@composeDirective", "@cost", "@listSize"])
  @link(url: "https://jejaring.id/spec/access/v1.0", import: ["@access"])
  @composeDirective(name: "@access")
  @link(url: "https://jejaring.id/spec/classified/v1.0", import: ["@classified"])
  @composeDirective(name: "@classified")
  @link(url: "https://jejaring.id/spec/cached/v1.0", import: ["@cached"])
  @composeDirective(name: "@cached")

"Only callers of these roles may ask this field."
directive @access(roles: [String!]!) on FIELD_DEFINITION
"The same for all who are not signed in, until an event of these subjects, or of the own ones about this object."
directive @cached(until: [String!]! = [], untilOwn: [String!]! = []) on FIELD_DEFINITION | OBJECT

"How closely a field is guarded (UU PDP 27/2022, article 4): public, internal, personal or specific."
directive @classified(as: String!) on FIELD_DEFINITION
`;
