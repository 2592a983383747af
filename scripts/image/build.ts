import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { readDockerIgnore } from './docker-ignore.js';
import type { Instruction, Stage } from './dockerfile.js';
import { expand, readDockerfile, readPairs } from './dockerfile.js';

/** What an image would be: its files below a folder, and how it says it is started. */
export interface Image {
  root: string;
  workdir: string;
  environment: Record<string, string>;
  user: string | null;
  command: string;
}

export interface BuildOptions {
  context: string;
  dockerfile: string;
  /** Where the stages lie; each is the root of a file system. */
  into: string;
  /** The environment in which a RUN finds its programs. */
  environment: NodeJS.ProcessEnv;
  say: (line: string) => void;
}

/**
 * Follows a Dockerfile without an engine: what it copies is copied, what it runs is run, each stage in a
 * folder that stands for its file system. What comes before the build argument is done once for all images.
 */
export class Builder {
  private readonly stages: Stage[];
  private readonly ignored: (path: string) => boolean;
  private readonly begun = new Set<string>();

  constructor(private readonly options: BuildOptions) {
    const { context, dockerfile } = options;
    this.stages = readDockerfile(readFileSync(path.join(context, dockerfile), 'utf8'));
    this.ignored = readDockerIgnore(readFileSync(path.join(context, '.dockerignore'), 'utf8'));
  }

  /** Makes the image of one workspace; the one made before is overwritten where they share a stage. */
  build(workspace: string): Image {
    const last = this.stages.length - 1;
    const images = this.stages.map((stage, at) =>
      this.follow(stage, at === last ? workspace.replaceAll('/', '-') : `stage-${at}`, workspace),
    );
    return images[last]!;
  }

  private follow(stage: Stage, folder: string, workspace: string): Image {
    const image = this.begin(stage, folder);
    const values: Record<string, string> = {};
    const done = this.begun.has(image.root);
    let ownPart = false;
    for (const instruction of stage.instructions) {
      if (instruction.keyword === 'ARG') {
        values[instruction.text] = workspace;
        ownPart = true;
        if (done) forgetOwnPart(image);
      }
      const already = done && !ownPart && ['RUN', 'COPY'].includes(instruction.keyword);
      if (!already) this.obey(image, instruction, values);
    }
    this.begun.add(image.root);
    return image;
  }

  private begin({ base, name }: Stage, folder: string): Image {
    const root = path.join(this.options.into, folder);
    const below = this.stages.findIndex((stage) => stage.name === base && stage.name !== name);
    if (!existsSync(root)) {
      mkdirSync(root, { recursive: true });
      const from = path.join(this.options.into, `stage-${below}`);
      if (below >= 0) cpSync(from, root, { recursive: true, verbatimSymlinks: true });
    }
    return { root, workdir: below >= 0 ? '/app' : '/', environment: {}, user: null, command: '' };
  }

  private obey(image: Image, instruction: Instruction, values: Record<string, string>): void {
    const text =
      instruction.keyword === 'RUN' ? instruction.text : expand(instruction.text, values);
    switch (instruction.keyword) {
      case 'WORKDIR':
        image.workdir = text;
        return void mkdirSync(path.join(image.root, text), { recursive: true });
      case 'ENV':
        return void Object.assign(image.environment, readPairs(text));
      case 'USER':
        image.user = text;
        return;
      case 'CMD':
        image.command = text;
        return;
      case 'COPY':
        return this.copy(image, text, instruction.flags['from']);
      case 'RUN':
        return this.run(image, text, values);
      case 'ARG':
      case 'HEALTHCHECK':
        return;
      default:
        throw new Error(`This script does not know the instruction ${instruction.keyword}.`);
    }
  }

  private copy(image: Image, text: string, stageName: string | undefined): void {
    const words = text.split(' ');
    const target = path.join(image.root, path.resolve(image.workdir, words.pop()!));
    const intoFolder = text.endsWith('/') || words.length > 1;
    for (const word of words) {
      const source = this.sourceOf(word, stageName);
      // Of a folder the content is copied, of a file the file.
      const isFile = intoFolder && !statSync(source).isDirectory();
      const place = isFile ? path.join(target, path.basename(word)) : target;
      mkdirSync(path.dirname(place), { recursive: true });
      cpSync(source, place, {
        recursive: true,
        verbatimSymlinks: true,
        force: true,
        filter: (file) => stageName !== undefined || !this.isIgnored(file),
      });
    }
  }

  private sourceOf(word: string, stageName: string | undefined): string {
    if (stageName === undefined) return path.join(this.options.context, word);
    const at = this.stages.findIndex(({ name }) => name === stageName);
    return path.join(this.options.into, `stage-${at}`, word);
  }

  private isIgnored(source: string): boolean {
    const relative = path.relative(this.options.context, source);
    return relative !== '' && this.ignored(relative);
  }

  private run({ root, workdir }: Image, text: string, values: Record<string, string>): void {
    const began = Date.now();
    const { status, stdout, stderr } = spawnSync('sh', ['-c', text], {
      cwd: path.join(root, workdir),
      env: { ...this.options.environment, ...values },
      encoding: 'utf8',
    });
    this.options.say(`${((Date.now() - began) / 1_000).toFixed(1).padStart(6)} s  RUN ${text}`);
    if (status !== 0) throw new Error(`RUN ${text}\n${stdout}\n${stderr}`);
  }
}

/** What an earlier image's own part left in a shared stage must not help the next one. */
function forgetOwnPart({ root, workdir }: Image): void {
  const built = ['(', '-name', 'dist', '-o', '-name', 'built', ')', '-prune'];
  const skipped = ['-name', 'node_modules', '-prune', '-o'];
  const place = path.join(root, workdir);
  execFileSync('find', [place, ...skipped, ...built, '-exec', 'rm', '-rf', '{}', '+']);
}
