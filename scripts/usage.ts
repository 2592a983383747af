import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { documentId } from '@jejaring/gateway/operations/known-operation';
import type { GraphQLSchema } from 'graphql';
import { root } from '#machinery';
import { compose } from './checks/composition.js';
import type { Counted, RecordedUsage } from './checks/recorded-usage.js';
import { printUsage, recordUsage, usageFile, whyIncomplete } from './checks/recorded-usage.js';
import type { ClientManifest } from './checks/schema-changes.js';
import { readManifests, releasedFile } from './checks/schema-promise.js';
import { serviceAddresses } from './checks/subgraphs.js';
import { addUp, readPlace } from './usage/scrape.js';
import { askPrometheus } from './usage/prometheus.js';

/*
 * Records what of the graph is used, for the check of the schema:
 *
 *   npm run usage -- http://gateway-1:4000/metrics http://gateway-2:4000/metrics
 *   npm run usage -- --prometheus http://prometheus:9090 --days 90
 *
 * Beside ours and those of schema/clients, documents are looked for in each `--manifest FILE`.
 */
const { values, positionals: places } = parseArgs({
  allowPositionals: true,
  options: {
    prometheus: { type: 'string' },
    days: { type: 'string', default: '90' },
    manifest: { type: 'string', multiple: true, default: [] },
    out: { type: 'string', default: usageFile },
  },
});

const read = (file: string): string => readFileSync(path.resolve(root, file), 'utf8');

async function count(): Promise<Counted> {
  if (values.prometheus !== undefined) return askPrometheus(values.prometheus, Number(values.days));
  if (places.length > 0) return addUp(await Promise.all(places.map(readPlace)));
  throw new Error(
    'Say where to look: files or addresses of /metrics, or --prometheus and its URL.',
  );
}

/** The documents that gateways list, by what the gateways call them. */
function readTexts(): Map<string, string> {
  const files = ['schema/persisted-operations.json', 'clients/persisted-operations.json'];
  const manifests = [...files, ...values.manifest].map(
    (file) => JSON.parse(read(file)) as Pick<ClientManifest, 'operations'>,
  );
  const bodies = [...manifests, ...readManifests(root)].flatMap(({ operations }) =>
    operations.map(({ body }) => body),
  );
  return new Map(bodies.map((body) => [documentId(body), body]));
}

/** The graph of this checkout, which should be the one that runs. */
function readGraph(): GraphQLSchema {
  const names = Object.keys(serviceAddresses);
  const services = names.map((name) => ({ name, sdl: read(`schema/subgraphs/${name}.graphql`) }));
  const composed = compose([...services, { name: 'events', sdl: read('schema/live.graphql') }]);
  if (Array.isArray(composed)) throw new Error('The graph of this checkout does not compose.');
  return composed.api;
}

function report(usage: RecordedUsage, released: string): void {
  const say = (line: string) => process.stdout.write(`${line}\n`);
  const operations = Object.keys(usage.operations).length;
  const coordinates = Object.keys(usage.coordinates).length;
  say(`${values.out}: ${usage.from} to ${usage.until}`);
  say(`${operations} operations were asked, and with them ${coordinates} coordinates of the graph`);
  for (const { operation, document, times } of usage.unknown)
    say(`in no manifest known here: ${operation} (${document}), asked ${times} times`);
  const doubt = whyIncomplete(usage, released);
  if (doubt !== null) say(`it cannot show that something is not used: ${doubt}`);
}

const known = { texts: readTexts(), api: readGraph(), released: read(releasedFile) };
const usage = recordUsage(await count(), known);
writeFileSync(path.resolve(root, values.out), printUsage(usage));
report(usage, known.released);
