/** A pattern of .dockerignore as an expression over paths from the root of the context. */
function toExpression(pattern: string): RegExp {
  const body = pattern
    .replace(/^\//, '')
    .replace(/\/$/, '')
    .split('/')
    .map((part) => (part === '**' ? '**' : toPart(part)))
    .join('/')
    .replaceAll('**/', '(?:.*/)?');
  // What is named leaves with everything below it.
  return new RegExp(`^${body}(?:/.*)?$`);
}

const toPart = (part: string): string =>
  part
    .replaceAll(/[.+^$()|[\]{}]/g, '\\$&')
    .replaceAll('*', '[^/]*')
    .replaceAll('?', '[^/]');

/** Tells what a build context leaves out; later patterns win, `!` takes back. */
export function readDockerIgnore(text: string): (path: string) => boolean {
  const rules = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => ({ keeps: line.startsWith('!'), is: toExpression(line.replace(/^!/, '')) }));
  return (path) =>
    rules.reduce((ignored, { keeps, is }) => (is.test(path) ? !keeps : ignored), false);
}
