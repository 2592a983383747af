import { createServer } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { Pool } from 'undici';
import { questions } from './questions.js';
import type { ShopService } from './shop.js';

/**
 * What somebody would write by hand for exactly these questions and nothing else: the same calls as
 * our gateway makes, keys sent once, no checks. It is the bound that a general gateway works towards.
 */
type Row = Record<string, any>;

const services = new Pool(process.env['SERVICES_URL']!, { connections: 64 });

async function ask(service: ShopService, query: string, variables?: object): Promise<Row> {
  const response = await services.request({
    path: `/${service}`,
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  return (JSON.parse(await response.body.text()) as { data: Row }).data;
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
async function lookUpGoods(upcs: ReadonlySet<string>): Promise<Map<string, Row>> {
  const keys = keysOf('Product', 'upc', upcs);
  const { _entities: found } = await ask(
    'products',
    entities('Product', 'upc name price weight'),
    keys,
  );
  const goods = new Map((found as Row[]).map((one) => [one['upc'] as string, one]));
  await addStock([...goods.values()]);
  return goods;
}

async function addStock(goods: readonly Row[]): Promise<void> {
  const representations = goods.map(({ upc, price, weight }) => ({
    __typename: 'Product',
    upc,
    price,
    weight,
  }));
  const stock = entities('Product', 'inStock shippingEstimate');
  const { _entities: found } = await ask('inventory', stock, { representations });
  goods.forEach((one, at) => Object.assign(one, (found as Row[])[at]));
}

async function lookUpNames(ids: ReadonlySet<string>): Promise<Map<string, string>> {
  const keys = keysOf('User', 'id', ids);
  const { _entities: found } = await ask('accounts', entities('User', 'id name'), keys);
  return new Map((found as Row[]).map(({ id, name }) => [id as string, name as string]));
}

/** Calls `see` for each review below a list of people or goods. */
function walk(reviews: readonly Row[], see: (review: Row) => void): void {
  for (const review of reviews) {
    see(review);
    if (review['product']?.reviews) walk(review['product'].reviews as Row[], see);
    if (review['author']?.reviews) walk(review['author'].reviews as Row[], see);
  }
}

async function answerBig(): Promise<Row> {
  const [{ users }, { topProducts }] = await Promise.all([
    ask('accounts', '{users{id username name}}'),
    ask('products', '{topProducts{upc name price weight}}'),
  ]);
  const joined = await ask('reviews', bigReviews, {
    users: keysOf(
      'User',
      'id',
      (users as Row[]).map(({ id }) => id as string),
    ).representations,
    goods: keysOf(
      'Product',
      'upc',
      (topProducts as Row[]).map(({ upc }) => upc as string),
    ).representations,
  });
  const reviews = [...joined['users'], ...joined['goods']].flatMap(
    (of: Row) => of['reviews'] as Row[],
  );
  const seen = {
    ids: new Set<string>(),
    upcs: new Set<string>(topProducts.map((p: Row) => p['upc'])),
  };
  walk(reviews, ({ author, product }) => {
    if (author) seen.ids.add(author.id as string);
    if (product) seen.upcs.add(product.upc as string);
  });
  const [names, goods] = await Promise.all([lookUpNames(seen.ids), lookUpGoods(seen.upcs)]);
  walk(reviews, (review) => {
    if (review['author']) review['author'].name = names.get(review['author'].id as string);
    if (review['product'])
      review['product'] = { ...goods.get(review['product'].upc as string), ...review['product'] };
  });
  const withReviews = (rows: Row[], found: Row[]) =>
    rows.map((row, at) => ({ ...goods.get(row['upc'] as string), ...row, ...found[at] }));
  return {
    users: withReviews(users as Row[], joined['users'] as Row[]),
    topProducts: withReviews(topProducts as Row[], joined['goods'] as Row[]),
  };
}

async function answerMedium(): Promise<Row> {
  const { topProducts } = await ask('products', '{topProducts(first:5){upc name price}}');
  const keys = keysOf(
    'Product',
    'upc',
    (topProducts as Row[]).map(({ upc }) => upc as string),
  );
  const [{ _entities: stock }, { _entities: reviewed }] = await Promise.all([
    ask('inventory', entities('Product', 'inStock'), keys),
    ask('reviews', entities('Product', 'reviews{id body author{id}}'), keys),
  ]);
  const reviews = (reviewed as Row[]).flatMap((of) => of['reviews'] as Row[]);
  const names = await lookUpNames(new Set(reviews.map(({ author }) => author.id as string)));
  for (const { author } of reviews) author.name = names.get(author.id as string);
  const goods = (topProducts as Row[]).map((row, at) => ({
    ...row,
    ...stock[at],
    ...reviewed[at],
  }));
  return { topProducts: goods };
}

const answers = new Map<string | undefined, () => Promise<Row>>([
  [questions.big[0], answerBig],
  [questions.medium[0], answerMedium],
  [questions.tiny[0], () => ask('accounts', '{me{id name username}}')],
]);

async function readBody(request: IncomingMessage): Promise<string> {
  let text = '';
  request.setEncoding('utf8');
  for await (const part of request) text += part as string;
  return text;
}

const server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
  const reply = async () => {
    const { query } = JSON.parse(await readBody(request)) as { query: string };
    const text = JSON.stringify({ data: await answers.get(query)!() });
    response.setHeader('content-type', 'application/json');
    response.end(text);
  };
  reply().catch((error: unknown) => response.writeHead(500).end(String(error)));
});
server.listen(Number(process.env['PORT']), '127.0.0.1');
