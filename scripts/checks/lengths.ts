import { parseSync } from '@swc/core';
import type { Finding } from './findings.js';
import type { SourceFile } from './source-files.js';
import { countLines } from './source-files.js';

export interface FoundFunction {
  name: string;
  line: number;
  lines: number;
}

/** Files with more lines than are allowed. */
export function longFiles(sources: readonly SourceFile[], most: number): Finding[] {
  return sources
    .map(({ file, text }) => ({ file, lines: countLines(text) }))
    .filter(({ lines }) => lines > most)
    .map(({ file, lines }) => ({ place: file, says: `has ${lines} lines; more than ${most}` }));
}

/** Functions with more lines than are allowed. */
export function longFunctions(sources: readonly SourceFile[], most: number): Finding[] {
  return sources.flatMap((source) =>
    functionsIn(source)
      .filter(({ lines }) => lines > most)
      .map(({ name, line, lines }) => ({
        place: `${source.file}:${line}`,
        says: `${name} has ${lines} lines; more than ${most}`,
      })),
  );
}

/** A part of a syntax tree. Places count bytes of the file, from 1. */
interface Node {
  type?: string;
  span?: { start: number; end: number };
  [part: string]: unknown;
}

const functionTypes = new Set([
  'FunctionDeclaration',
  'FunctionExpression',
  'ArrowFunctionExpression',
  'ClassMethod',
  'PrivateMethod',
  'Constructor',
  'MethodProperty',
  'GetterProperty',
  'SetterProperty',
]);

export function functionsIn({ file, text }: SourceFile): FoundFunction[] {
  // Declarations have no bodies.
  if (/\.d\.m?ts$/.test(file)) return [];
  const typed = !file.endsWith('.mjs');
  const tree = parseSync(
    text,
    typed
      ? { syntax: 'typescript', decorators: true, target: 'es2023' }
      : { syntax: 'ecmascript', target: 'es2023' },
  );
  const lineAt = lineFinder(text);
  const found: FoundFunction[] = [];
  const visit = (node: Node, name: string) => {
    if (functionTypes.has(node.type ?? '') && node.span) {
      const line = lineAt(node.span.start);
      found.push({ name: nameOf(node) ?? name, line, lines: lineAt(node.span.end - 1) - line + 1 });
    }
    for (const part of partsOf(node)) visit(part, nameOf(node) ?? name);
  };
  visit(tree as unknown as Node, 'a function');
  return found;
}

/** Children, without the callback of `describe`, which is a heading and not a function. */
function partsOf(node: Node): Node[] {
  const isHeading =
    node.type === 'CallExpression' && calleeName(node.callee as Node) === 'describe';
  return Object.values(node)
    .flat()
    .flatMap((part) => (isNode(part) ? [part] : []))
    .flatMap((part) => (isHeading ? bodiesIn(part) : [part]));
}

/** `describe`, `describe.each(…)` and the like. */
function calleeName(callee: Node): unknown {
  const inner = callee.object ?? callee.callee;
  return isNode(inner) ? calleeName(inner) : callee.value;
}

const isNode = (part: unknown): part is Node => typeof part === 'object' && part !== null;

function bodiesIn(argument: Node): Node[] {
  const { expression } = argument as { expression?: Node };
  const isCallback = functionTypes.has(expression?.type ?? '');
  return isCallback && isNode(expression?.body) ? [expression.body] : [argument];
}

function nameOf(node: Node): string | null {
  const named = (node.identifier ?? node.key ?? node.id) as { value?: unknown } | undefined;
  return typeof named?.value === 'string' ? named.value : null;
}

function lineFinder(text: string): (place: number) => number {
  const ends: number[] = [];
  const bytes = Buffer.from(text);
  for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, at + 1)) ends.push(at);
  return (place) => ends.filter((end) => end < place - 1).length + 1;
}
