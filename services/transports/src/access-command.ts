import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { applyAccess } from './kafka-access.js';
import { readAccess } from './kafka-access.rules.js';

const usage = `npm run kafka:access -- --admin kafka:9095 --secrets /srv/jejaring
  --admin     a listener for nodes of the cluster, where who sets it up shows a certificate
  --secrets   kafka.ca.pem, kafka.admin.pem and a kafka.<principal>.password for each principal
  --access    the file of topics and permissions (infra/kafka/access.json)
  --replicas  copies of each partition of new topics (1)
  --without-users   leaves logins to somebody else`;

const options = {
  admin: { type: 'string' },
  secrets: { type: 'string' },
  access: { type: 'string', default: 'infra/kafka/access.json' },
  replicas: { type: 'string', default: '1' },
  'without-users': { type: 'boolean', default: false },
} as const;

const say = (line: string) => void process.stdout.write(`${line}\n`);

/** Makes topics, permissions and logins of a cluster be what the file of access says; answers the exit code. */
export async function runAccessCommand(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options });
  const replicas = Number(values.replicas);
  const place = values.admin === undefined ? null : URL.parse(`kafka://${values.admin}`);
  if (!place?.port || values.secrets === undefined || !Number.isInteger(replicas)) {
    say(usage);
    return 2;
  }
  const secret = (name: string) => readFileSync(path.join(values.secrets!, name), 'utf8').trim();
  const access = readAccess(readFileSync(values.access, 'utf8'));
  const passwords = access.principals.map(
    ({ name }) => [name, secret(`kafka.${name}.password`)] as const,
  );
  const applied = await applyAccess(access, {
    address: {
      host: place.hostname,
      port: Number(place.port),
      ca: secret('kafka.ca.pem'),
      certificate: secret('kafka.admin.pem'),
    },
    passwords: values['without-users'] ? null : new Map(passwords),
    replicas,
  });
  report(applied);
  return 0;
}

function report({ topics, granted, withdrawn, users }: Awaited<ReturnType<typeof applyAccess>>) {
  for (const topic of topics) say(`made ${topic}`);
  for (const grant of granted) say(`granted ${grant}`);
  for (const grant of withdrawn) say(`withdrawn ${grant}`);
  for (const name of users.removed) say(`removed the login of ${name}`);
  say(`logins: ${users.set.join(', ') || 'left as they are'}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.exitCode = await runAccessCommand(process.argv.slice(2));
}
