import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';

export const shopServices = ['accounts', 'inventory', 'products', 'reviews'] as const;

export type ShopService = (typeof shopServices)[number];

const header = `extend schema
  @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@composeDirective", "@external", "@key", "@listSize", "@provides", "@requires", "@shareable"])
  @link(url: "https://jejaring.id/spec/cached/v1.0", import: ["@cached"])
  @composeDirective(name: "@cached")
directive @cached(until: [String!]! = [], untilOwn: [String!]! = []) on FIELD_DEFINITION | OBJECT
`;

/**
 * The shape of the published benchmark of gateways: one list of people, one of goods, and what joins
 * them. How long lists are and what may be kept is said as our own services say it.
 */
const types: Record<ShopService, string> = {
  accounts: `
    type Query {
      me: User @cached
      user(id: ID!): User @cached
      users: [User] @listSize(assumedSize: 6) @cached
    }
    type User @key(fields: "id") {
      id: ID! @cached
      name: String @cached
      username: String @shareable @cached
      birthday: Int @cached
    }
  `,
  inventory: `
    type Product @key(fields: "upc") {
      upc: String! @cached
      weight: Int @external
      price: Int @external
      inStock: Boolean @cached
      shippingEstimate: Int @requires(fields: "price weight") @cached
    }
  `,
  products: `
    type Query {
      topProducts(first: Int = 5): [Product] @listSize(slicingArguments: ["first"]) @cached
    }
    type Product @key(fields: "upc") {
      upc: String! @cached
      name: String @cached
      price: Int @cached
      weight: Int @cached
    }
  `,
  reviews: `
    type Review @key(fields: "id") {
      id: ID! @cached
      body: String @cached
      product: Product @cached
      author: User @provides(fields: "username") @cached
    }
    type User @key(fields: "id") {
      id: ID! @cached
      username: String @external
      reviews: [Review] @listSize(assumedSize: 2) @cached
    }
    type Product @key(fields: "upc") {
      upc: String! @cached
      reviews: [Review] @listSize(assumedSize: 4) @cached
    }
  `,
};

export const shopSdl = (service: ShopService): string => header + types[service];

/** The supergraph that every gateway is given. */
export function composeShop(addressOf: (service: ShopService) => string): string {
  const { supergraphSdl, errors } = composeServices(
    shopServices.map((name) => ({ name, url: addressOf(name), typeDefs: parse(shopSdl(name)) })),
  );
  if (supergraphSdl === undefined) throw new Error(`Does not compose: ${String(errors)}`);
  return supergraphSdl;
}
