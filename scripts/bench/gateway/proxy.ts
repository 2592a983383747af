import { createServer } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { Pool } from 'undici';
import { questions } from './questions.js';
import type { ShopService } from './shop.js';

/**
 * What somebody would write by hand for exactly these questions and nothing else: the same calls as
 * our gateway makes, keys sent once, no checks. It is the bound that a general gateway works towards.
 */
interface User {
  id: string;
  name?: string | undefined;
  reviews?: Review[];
}

interface Product {
  upc: string;
  price?: number;
  weight?: number;
  reviews?: Review[];
}

interface Review {
  author?: User;
  product?: Product;
}

const services = new Pool(process.env['SERVICES_URL']!, { connections: 64 });

async function ask<Data>(service: ShopService, query: string, variables?: object): Promise<Data> {
  const response = await services.request({
    path: `/${service}`,
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  return (JSON.parse(await response.body.text()) as { data: Data }).data;
}

const entities = (typename: string, selection: string) =>
  `query($representations:[_Any!]!){_entities(representations:$representations){... on ${typename}{${selection}}}}`;
const keysOf = (typename: string, key: string, values: Iterable<string>) => ({
  representations: [...values].map((value) => ({ __typename: typename, [key]: value })),
});

const signed = 'author{id username reviews{id body product{upc}}}';
const bigReviews = `query($users:[_Any!]!,$goods:[_Any!]!){
  users:_entities(representations:$users){... on User{reviews{id body product{upc reviews{id body ${signed}}}}}}
  goods:_entities(representations:$goods){... on Product{reviews{id body ${signed}}}}}`;

/** Products of these keys in all their fields, from the two services that know them. */
async function lookUpGoods(upcs: ReadonlySet<string>): Promise<Map<string, Product>> {
  const query = entities('Product', 'upc name price weight');
  const keys = keysOf('Product', 'upc', upcs);
  const { _entities: goods } = await ask<{ _entities: Product[] }>('products', query, keys);
  const representations = goods.map(({ upc, price, weight }) => ({
    __typename: 'Product',
    upc,
    price,
    weight,
  }));
  const { _entities: stock } = await ask<{ _entities: object[] }>(
    'inventory',
    entities('Product', 'inStock shippingEstimate'),
    { representations },
  );
  return new Map(goods.map((one, at) => [one.upc, Object.assign(one, stock[at])]));
}

async function lookUpNames(ids: ReadonlySet<string>): Promise<Map<string, string | undefined>> {
  const keys = keysOf('User', 'id', ids);
  const query = entities('User', 'id name');
  const { _entities: found } = await ask<{ _entities: User[] }>('accounts', query, keys);
  return new Map(found.map(({ id, name }) => [id, name]));
}

/** Calls `see` for each review below a list of people or goods. */
function walk(reviews: readonly Review[], see: (review: Review) => void): void {
  for (const review of reviews) {
    see(review);
    if (review.product?.reviews) walk(review.product.reviews, see);
    if (review.author?.reviews) walk(review.author.reviews, see);
  }
}

async function readLists() {
  const [{ users }, { topProducts }] = await Promise.all([
    ask<{ users: User[] }>('accounts', '{users{id username name}}'),
    ask<{ topProducts: Product[] }>('products', '{topProducts{upc name price weight}}'),
  ]);
  return { users, topProducts };
}

interface Reviewed {
  reviews: Review[];
}

async function answerBig(): Promise<object> {
  const { users, topProducts } = await readLists();
  const { representations: ofUsers } = keysOf(
    'User',
    'id',
    users.map(({ id }) => id),
  );
  const upcs = topProducts.map(({ upc }) => upc);
  const { representations: ofGoods } = keysOf('Product', 'upc', upcs);
  const joined = await ask<{ users: Reviewed[]; goods: Reviewed[] }>('reviews', bigReviews, {
    users: ofUsers,
    goods: ofGoods,
  });
  const reviews = [...joined.users, ...joined.goods].flatMap((of) => of.reviews);
  const seen = { ids: new Set<string>(), upcs: new Set(upcs) };
  walk(reviews, ({ author, product }) => {
    if (author) seen.ids.add(author.id);
    if (product) seen.upcs.add(product.upc);
  });
  const [names, goods] = await Promise.all([lookUpNames(seen.ids), lookUpGoods(seen.upcs)]);
  walk(reviews, (review) => {
    if (review.author) review.author.name = names.get(review.author.id);
    if (review.product) review.product = { ...goods.get(review.product.upc), ...review.product };
  });
  return {
    users: users.map((row, at) => ({ ...row, ...joined.users[at] })),
    topProducts: topProducts.map((row, at) => ({ ...goods.get(row.upc), ...joined.goods[at] })),
  };
}

async function answerMedium(): Promise<object> {
  const query = '{topProducts(first:5){upc name price}}';
  const { topProducts } = await ask<{ topProducts: Product[] }>('products', query);
  const keys = keysOf(
    'Product',
    'upc',
    topProducts.map(({ upc }) => upc),
  );
  const selection = 'reviews{id body author{id}}';
  const [{ _entities: stock }, { _entities: reviewed }] = await Promise.all([
    ask<{ _entities: object[] }>('inventory', entities('Product', 'inStock'), keys),
    ask<{ _entities: Reviewed[] }>('reviews', entities('Product', selection), keys),
  ]);
  const authors = reviewed.flatMap(({ reviews }) => reviews.map(({ author }) => author!));
  const names = await lookUpNames(new Set(authors.map(({ id }) => id)));
  for (const author of authors) author.name = names.get(author.id);
  return { topProducts: topProducts.map((row, at) => ({ ...row, ...stock[at], ...reviewed[at] })) };
}

const answers = new Map<string | undefined, () => Promise<object>>([
  [questions.big[0], answerBig],
  [questions.medium[0], answerMedium],
  [questions.tiny[0], () => ask<object>('accounts', '{me{id name username}}')],
]);

async function readBody(request: IncomingMessage): Promise<string> {
  let text = '';
  request.setEncoding('utf8');
  for await (const part of request) text += part as string;
  return text;
}

/** Answers that were given before, by question, where it was told to keep them; never given up. */
const kept = process.env['KEEPS_ANSWERS'] === '1' ? new Map<string, Buffer>() : null;

async function answerTo(query: string): Promise<Buffer> {
  const known = kept?.get(query);
  if (known !== undefined) return known;
  const answer = Buffer.from(JSON.stringify({ data: await answers.get(query)!() }));
  kept?.set(query, answer);
  return answer;
}

const server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
  const reply = async () => {
    const { query } = JSON.parse(await readBody(request)) as { query: string };
    const answer = await answerTo(query);
    response.setHeader('content-type', 'application/json');
    response.end(answer);
  };
  reply().catch((error: unknown) => response.writeHead(500).end(String(error)));
});
server.listen(Number(process.env['PORT']), '127.0.0.1');
