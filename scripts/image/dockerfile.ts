/** One instruction: its keyword in capitals, its flags, the rest of its text. */
export interface Instruction {
  keyword: string;
  flags: Record<string, string>;
  text: string;
}

export interface Stage {
  name: string | null;
  base: string;
  instructions: Instruction[];
}

/** Lines without comments, those that go on with a backslash joined. */
function logicalLines(text: string): string[] {
  const lines: string[] = [];
  let open = '';
  for (const line of text.split('\n')) {
    if (/^\s*#/.test(line)) continue;
    if (line.endsWith('\\')) {
      open += `${line.slice(0, -1)} `;
      continue;
    }
    lines.push((open + line).trim());
    open = '';
  }
  return lines.filter((line) => line !== '');
}

function readInstruction(line: string): Instruction {
  const [keyword = '', ...words] = line.split(/\s+/);
  const flags: Record<string, string> = {};
  while (words[0]?.startsWith('--')) {
    const [name = '', value = ''] = words.shift()!.slice(2).split('=');
    flags[name] = value;
  }
  return { keyword: keyword.toUpperCase(), flags, text: words.join(' ') };
}

/** The stages of a Dockerfile, in order; what stands before the first is not among them. */
export function readDockerfile(text: string): Stage[] {
  const stages: Stage[] = [];
  for (const instruction of logicalLines(text).map(readInstruction)) {
    if (instruction.keyword === 'FROM') {
      const [base = '', , name = null] = instruction.text.split(' ');
      stages.push({ name, base, instructions: [] });
      continue;
    }
    stages.at(-1)?.instructions.push(instruction);
  }
  return stages;
}

/** Puts in the variables that a Dockerfile knows. */
export const expand = (text: string, values: Record<string, string>): string =>
  text.replaceAll(/\$\{(\w+)\}/g, (_whole, name: string) => values[name] ?? '');

/** The words of an instruction such as `ENV A=1 B=2`. */
export function readPairs(text: string): Record<string, string> {
  const pairs = text.split(' ').map((pair) => pair.split('='));
  return Object.fromEntries(pairs.map(([name, ...value]) => [name, value.join('=')]));
}

/** The command of `CMD ["…"]`. */
export const readCommand = (text: string): string[] => JSON.parse(text) as string[];
