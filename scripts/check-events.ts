import { audienceOf } from '@jejaring/callers/audience.rules';
import { fieldWords } from '@jejaring/schema/events/field-words';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { printAsyncApi } from './checks/asyncapi.js';
import { printEventPage } from './checks/asyncapi-page.js';
import type { DocumentWithMessages } from './checks/asyncapi-validity.js';
import { checkAsyncApi, checkExamples } from './checks/asyncapi-validity.js';
import { printConsumers } from './checks/consumer-package.js';
import { checkCompatibility, validatorOf } from './checks/event-compatibility.js';
import { loadContracts } from './checks/event-contracts.js';
import { printEvents } from './checks/event-pages.js';
import { checkPromise, checkTogether } from './checks/event-promises.js';
import type { EventSnapshot } from './checks/event-snapshots.js';
import {
  printSnapshot,
  readSnapshots,
  snapshotFolder,
  toSnapshot,
} from './checks/event-snapshots.js';
import type { Finding } from './checks/findings.js';
import { report } from './checks/findings.js';
import { compareGenerated, writeGenerated } from './checks/generated-files.js';

const root = path.resolve(import.meta.dirname, '..', '..');

const asyncApiFile = 'schema/asyncapi.json';

const remedy =
  'a change of meaning is a new event (v2), both sent until the last reader has moved; ' +
  `what was never published may begin anew: remove its file in ${snapshotFolder}`;

function judge(now: readonly EventSnapshot[], stored: Map<string, EventSnapshot>): Finding[] {
  const types = now.map(({ type }) => type);
  const gone = [...stored.keys()].filter((type) => !types.includes(type));
  const twice = types.filter((type, index) => types.indexOf(type) !== index);
  const broken = now.flatMap((snapshot) => {
    const before = stored.get(snapshot.type);
    return before ? checkCompatibility(before, snapshot) : [];
  });
  for (const place of gone) broken.push({ place, says: 'was published and is gone' });
  if (broken.length > 0) broken.push({ place: 'remedy', says: remedy });
  return [
    ...now.flatMap(checkPromise),
    ...checkTogether(now, fieldWords),
    ...now
      .filter(hasWrongSample)
      .map(({ type }) => ({ place: type, says: 'its sample is not valid' })),
    ...twice.map((place) => ({ place, says: 'is declared twice' })),
    ...broken,
  ];
}

const hasWrongSample = ({ schema, samples }: EventSnapshot) => !samples.every(validatorOf(schema));

function versionOfSchema(): string {
  const manifest = readFileSync(path.join(root, 'schema/package.json'), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
}

/** Judges every contract against what was promised; without `--check`, keeps the new promise. */
async function checkEvents({ checkOnly }: { checkOnly: boolean }): Promise<boolean> {
  const stored = readSnapshots(root);
  const contracts = await loadContracts(root);
  const now = contracts.map((contract) => toSnapshot(contract, stored.get(contract.type)));
  const parts = { version: versionOfSchema(), snapshots: now, audienceOf };
  const files = new Map<string, string>([
    ...now.map((one) => [`${snapshotFolder}/${one.type}.json`, printSnapshot(one)] as const),
    ['docs/events.md', printEvents(now)],
    [asyncApiFile, printAsyncApi(parts)],
    ['docs/asyncapi.html', printEventPage(parts)],
    ...printConsumers(now),
  ]);
  const findings = judge(now, stored);
  const asyncApi = files.get(asyncApiFile)!;
  findings.push(
    ...(await checkAsyncApi(asyncApi)),
    ...checkExamples(JSON.parse(asyncApi) as DocumentWithMessages),
  );
  if (checkOnly) findings.push(...compareGenerated(root, files, 'run: npm run events'));
  else if (findings.length === 0) {
    for (const name of writeGenerated(root, files)) process.stdout.write(`wrote ${name}\n`);
  }
  return report(findings, `${now.length} event contracts keep what they promised`);
}

const passed = await checkEvents({ checkOnly: process.argv.includes('--check') });
process.exitCode = passed ? 0 : 1;
