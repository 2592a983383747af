import 'reflect-metadata';
import type { SubgraphDefinition } from '@jejaring/chassis/graph/subgraph';
import {
  Arg,
  Directive,
  Field,
  FieldResolver,
  Float,
  ID,
  Int,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';

/** The products service that Apollo's suite describes, written as our services are. */
export const productsHeader = `extend schema
  @link(
    url: "https://specs.apollo.dev/federation/v2.3"
    import: ["@composeDirective", "@external", "@key", "@inaccessible", "@interfaceObject", "@override", "@provides", "@requires", "@shareable", "@tag"]
  )
  @link(url: "https://myspecs.dev/myCustomDirective/v1.0", import: ["@custom"])
  @composeDirective(name: "@custom")

directive @custom on OBJECT
`;

@Directive('@key(fields: "email")')
@ObjectType()
class User {
  @Field(() => ID)
  email!: string;

  @Directive('@override(from: "users")')
  @Field(() => String, { nullable: true })
  name!: string | null;

  @Directive('@external')
  @Field(() => Int, { nullable: true })
  totalProductsCreated!: number | null;

  @Directive('@external')
  @Field(() => Int)
  yearsOfEmployment!: number;
}

@ObjectType()
class ProductVariation {
  @Field(() => ID)
  id!: string;
}

@Directive('@shareable')
@ObjectType()
class ProductDimension {
  @Field(() => String, { nullable: true })
  size!: string | null;

  @Field(() => Float, { nullable: true })
  weight!: number | null;

  @Directive('@inaccessible')
  @Field(() => String, { nullable: true })
  unit!: string | null;
}

@ObjectType()
class CaseStudy {
  @Field(() => ID)
  caseNumber!: string;

  @Field(() => String, { nullable: true })
  description!: string | null;
}

@Directive('@key(fields: "study { caseNumber }")')
@ObjectType()
class ProductResearch {
  @Field(() => CaseStudy)
  study!: CaseStudy;

  @Field(() => String, { nullable: true })
  outcome!: string | null;
}

@Directive('@key(fields: "sku package")')
@ObjectType()
class DeprecatedProduct {
  @Field(() => String)
  sku!: string;

  @Field(() => String)
  package!: string;

  @Field(() => String, { nullable: true })
  reason!: string | null;

  @Field(() => User, { nullable: true })
  createdBy!: User | null;
}

@Directive('@custom')
@Directive('@key(fields: "id")')
@Directive('@key(fields: "sku package")')
@Directive('@key(fields: "sku variation { id }")')
@ObjectType()
class Product {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { nullable: true })
  sku!: string | null;

  @Field(() => String, { nullable: true })
  package!: string | null;

  @Field(() => ProductVariation, { nullable: true })
  variation!: ProductVariation | null;

  @Field(() => ProductDimension, { nullable: true })
  dimensions!: ProductDimension | null;

  @Directive('@provides(fields: "totalProductsCreated")')
  @Field(() => User, { nullable: true })
  createdBy!: User | null;

  @Directive('@tag(name: "internal")')
  @Field(() => String, { nullable: true })
  notes!: string | null;

  @Field(() => [ProductResearch])
  research!: ProductResearch[];
}

@Directive('@interfaceObject')
@Directive('@key(fields: "id")')
@ObjectType()
class Inventory {
  @Field(() => ID)
  id!: string;
}

const jane: User = {
  email: 'support@apollographql.com',
  name: 'Jane Smith',
  totalProductsCreated: 1337,
  yearsOfEmployment: 10,
};

const dimensions: ProductDimension = { size: 'small', weight: 1, unit: 'kg' };

const studies: ProductResearch[] = [
  { study: { caseNumber: '1234', description: 'Federation Study' }, outcome: null },
  { study: { caseNumber: '1235', description: 'Studio Study' }, outcome: null },
];

const product = (name: string, variation: string, study: ProductResearch): Product => ({
  id: `apollo-${name}`,
  sku: name,
  package: `@apollo/${name}`,
  variation: { id: variation },
  dimensions,
  createdBy: jane,
  notes: null,
  research: [study],
});

const products = [
  product('federation', 'OSS', studies[0]!),
  product('studio', 'platform', studies[1]!),
];

const deprecated: DeprecatedProduct = {
  sku: 'apollo-federation-v1',
  package: '@apollo/federation-v1',
  reason: 'Migrate to Federation V2',
  createdBy: jane,
};

@Resolver(() => User)
class UserResolver {
  @Directive('@requires(fields: "totalProductsCreated yearsOfEmployment")')
  @FieldResolver(() => Int, { nullable: true })
  averageProductsCreatedPerYear(@Root() user: User): number | null {
    const { totalProductsCreated: total, yearsOfEmployment: years } = user;
    return total === null ? null : Math.round(total / years);
  }
}

@Resolver(() => Inventory)
class InventoryResolver {
  @FieldResolver(() => [DeprecatedProduct])
  deprecatedProducts(): DeprecatedProduct[] {
    return [deprecated];
  }
}

@Resolver()
class ProductResolver {
  @Query(() => Product, { nullable: true })
  product(@Arg('id', () => ID) id: string): Product | null {
    return products.find((one) => one.id === id) ?? null;
  }

  @Query(() => DeprecatedProduct, {
    nullable: true,
    deprecationReason: 'Use product query instead',
  })
  deprecatedProduct(
    @Arg('sku', () => String) sku: string,
    @Arg('package', () => String) of: string,
  ): DeprecatedProduct | null {
    return findDeprecated({ sku, package: of });
  }
}

interface ProductKey {
  id?: string;
  sku?: string;
  package?: string;
  variation?: { id: string };
}

function findProduct({ id, sku, package: of, variation }: ProductKey): Product | null {
  if (id !== undefined) return products.find((one) => one.id === id) ?? null;
  const isMeant = (one: Product) =>
    one.sku === sku &&
    (variation === undefined ? one.package === of : one.variation?.id === variation.id);
  return products.find(isMeant) ?? null;
}

const findDeprecated = (key: ProductKey): DeprecatedProduct | null =>
  key.sku === deprecated.sku && key.package === deprecated.package ? deprecated : null;

const findStudy = ({ study }: ProductResearch): ProductResearch | null =>
  studies.find((one) => one.study.caseNumber === study.caseNumber) ?? null;

export const productsGraph: SubgraphDefinition = {
  resolvers: [ProductResolver, UserResolver, InventoryResolver],
  types: [User, Product, ProductResearch, DeprecatedProduct, Inventory],
  references: {
    User: (reference) => ({ ...jane, ...reference }),
    Product: (reference) => findProduct(reference as ProductKey),
    DeprecatedProduct: (reference) => findDeprecated(reference as ProductKey),
    ProductResearch: (reference) => findStudy(reference as unknown as ProductResearch),
    Inventory: ({ id }) => ({ id }),
  },
};
