import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';

export const shopServices = ['accounts', 'inventory', 'products', 'reviews'] as const;

export type ShopService = (typeof shopServices)[number];

const header = `extend schema
  @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@external", "@requires", "@provides", "@shareable"])
`;

/** The shape of the published benchmark of gateways: one list of people, one of goods, and what joins them. */
const types: Record<ShopService, string> = {
  accounts: `
    type Query { me: User user(id: ID!): User users: [User] }
    type User @key(fields: "id") { id: ID! name: String username: String @shareable birthday: Int }
  `,
  inventory: `
    type Product @key(fields: "upc") {
      upc: String!
      weight: Int @external
      price: Int @external
      inStock: Boolean
      shippingEstimate: Int @requires(fields: "price weight")
    }
  `,
  products: `
    type Query { topProducts(first: Int = 5): [Product] }
    type Product @key(fields: "upc") { upc: String! name: String price: Int weight: Int }
  `,
  reviews: `
    type Review @key(fields: "id") {
      id: ID!
      body: String
      product: Product
      author: User @provides(fields: "username")
    }
    type User @key(fields: "id") { id: ID! username: String @external reviews: [Review] }
    type Product @key(fields: "upc") { upc: String! reviews: [Review] }
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
