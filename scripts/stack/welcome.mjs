import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './places.mjs';
import { serviceOf, services } from './processes.mjs';

const official = { role: 'DINSOS_REGENCY_STAFF', region: '32.79' };

// The Karang Taruna of Kujangsari in the demo data; its id is the same on every machine.
const organization = 'org_018djmeb80ebe9mv95rtpwd6t9';
const officer = { role: 'KT_OFFICER', region: '32.79.04.2006', organization };

/** Three operations of schema/operations to begin with. */
const examples = [
  {
    operation: 'RegionSearch',
    says: 'Villages named Mulyasari, for anybody',
    variables: { text: 'Mulyasari', level: 'VILLAGE' },
  },
  {
    operation: 'RegencyDashboard',
    says: 'Kota Banjar from four services at once, for its social-affairs office',
    variables: { region: '32.79', year: 2014 },
    as: official,
  },
  {
    operation: 'ReferralInbox',
    says: 'What other organizations ask of the Karang Taruna of Kujangsari, for its officer',
    variables: { first: 5 },
    as: officer,
  },
];

/** What somebody needs who has just started the stack: addresses, first queries, a token. */
export function welcome({ dir, gatewayUrl, issuerUrl, ports, processes }, seconds) {
  const queries = examples.filter(isThere).map((example) => describe(dir, gatewayUrl, example));
  return `
Jejaring is up after ${seconds.toFixed(1)} s. Ctrl-C stops it; npm run reset removes its data.

  the graph, with an explorer   ${gatewayUrl}/graphql
  events, for systems           http://127.0.0.1:${ports['event-hub']}
  the issuer of tokens          ${issuerUrl}
  logs                          ${path.relative(root, path.join(dir, 'logs')) || '.'}
${describeReplicas(ports, processes)}
${queries.map((query) => `${query}\n`).join('\n')}
A token of another role or region:

  ${tokenCommand({ ...official, role: 'DINSOS_PROVINCE_STAFF', region: '32' })}

`;
}

/** Where each process of the services listens, when there are several of one. */
function describeReplicas(ports, processes) {
  const lines = services.map((service) => {
    const names = Object.keys(processes).filter((name) => serviceOf(name) === service);
    return { service, listens: names.map((name) => `http://127.0.0.1:${ports[name]}`) };
  });
  if (lines.every(({ listens }) => listens.length === 1)) return '';
  return lines
    .map(({ service, listens }) => `  ${service.padEnd(28)}  ${listens.join('  ')}\n`)
    .join('');
}

const documentOf = (operation) => path.join(root, 'schema', 'operations', `${operation}.graphql`);

const isThere = ({ operation }) => existsSync(documentOf(operation));

/** Lays the request down as a file, so that the command stays short whatever the document says. */
function describe(dir, gatewayUrl, { operation, says, variables, as }) {
  const file = path.join(dir, 'queries', `${operation}.json`);
  const query = readFileSync(documentOf(operation), 'utf8');
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify({ operationName: operation, query, variables }));
  const token = as ? ` \\\n    -H "authorization: Bearer $(${tokenCommand(as)})"` : '';
  const body = path.relative(root, file);
  return `${says}:

  curl -s ${gatewayUrl}/graphql -H 'content-type: application/json'${token} -d @${body}
`;
}

const tokenCommand = (person) =>
  [
    'npm run --silent token --',
    ...Object.entries(person).map(([claim, value]) => `--${claim} ${value}`),
  ].join(' ');
