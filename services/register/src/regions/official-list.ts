import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';
import { readCsvLine } from './csv.rules.js';

const require = createRequire(import.meta.url);
const listName = 'idn-area-data';

/** The official list as the package carries it: name by code, and the version of the data set. */
export async function readOfficialList(): Promise<{ version: string; names: Map<string, string> }> {
  const manifest = await readFile(require.resolve(`${listName}/package.json`), 'utf8');
  const { version } = JSON.parse(manifest) as { version: string };
  const names = new Map<string, string>();
  for (const area of ['provinces', 'regencies', 'districts', 'villages']) {
    const text = await readFile(require.resolve(`${listName}/data/${area}.csv`), 'utf8');
    const [header, ...lines] = text.split(/\r?\n/);
    const nameAt = readCsvLine(header!).indexOf('name');
    for (const line of lines) {
      if (line === '') continue;
      const fields = readCsvLine(line);
      names.set(fields[0]!, fields[nameAt]!);
    }
  }
  return { version: `${listName}@${version}`, names };
}
