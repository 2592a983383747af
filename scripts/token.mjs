import { parseArgs } from 'node:util';
import { runScript, Trouble } from './stack/progress.mjs';
import { readState } from './stack/state.mjs';
import { requestToken } from './stack/token.mjs';

const usage = `npm run --silent token -- --role DINSOS_REGENCY_STAFF [--region 32.79] [--organization org_…]
  [--office ofc_…] [--name "…"] [--sub …] [--acr mfa] [--issuer http://127.0.0.1:4010]
or, as somebody whom the demo's register has appointed:
npm run --silent token -- --person ratna`;

const claims = ['role', 'region', 'organization', 'office', 'name', 'sub', 'person', 'acr'];

function readOptions() {
  const names = [...claims, 'issuer'];
  try {
    const options = Object.fromEntries(names.map((name) => [name, { type: 'string' }]));
    return parseArgs({ options }).values;
  } catch (error) {
    throw new Trouble(`${error.message}\n\n${usage}`);
  }
}

await runScript(async () => {
  const { issuer, ...asked } = readOptions();
  if (!asked.role && !asked.person) throw new Trouble(`Which role? ${usage}`);
  const token = await requestToken(issuer ?? readState().issuer, asked);
  process.stdout.write(`${token}\n`);
});
