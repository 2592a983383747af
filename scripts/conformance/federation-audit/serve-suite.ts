import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** What the audit calls for each of its groups: our gateway, before the services of that group. */
const {
  AUDIT_FOLDER: folder = '',
  AUDIT_PORT: port,
  AUDIT_GATEWAY_PORT: gatewayPort,
} = process.env;
const group = process.argv[2] ?? '';
const response = await fetch(`http://localhost:${port}/${group}/supergraph`);
if (!response.ok) throw new Error(`The audit gives no supergraph for ${group}.`);
const supergraph = await response.text();
const file = path.join(folder, `${group}.graphql`);
writeFileSync(file, supergraph);

const graphs = [...supergraph.matchAll(/@join__graph\(name: "([^"]+)", url: "([^"]+)"\)/g)];
Object.assign(process.env, {
  PORT: gatewayPort,
  LOG_LEVEL: 'warn',
  DRAIN_MS: '0',
  // It is the answers that are judged, also on a machine that is busy.
  PLANNING_BUDGET_MS: '20000',
  SUBGRAPH_BUDGET_MS: '20000',
  REQUEST_BUDGET_MS: '30000',
  MUTATION_FIELDS: '10',
  OIDC_ISSUER: `http://127.0.0.1:${port}`,
  GATEWAY_PRIVATE_KEY_FILE: path.join(folder, 'gateway.private.pem'),
  SUPERGRAPH_FILE: file,
  OPERATIONS_FOLDER: path.join(folder, 'none'),
  SERVICE_URLS: graphs.map(([, name, url]) => `${name}=${url}`).join(),
});
const main = path.resolve(import.meta.dirname, '../../../../gateway/dist/main.js');
await import(pathToFileURL(main).href);
