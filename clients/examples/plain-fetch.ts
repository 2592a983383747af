import { ask } from '@jejaring/client/ask';
import { regionSearch } from '@jejaring/client/operations';

/** Names and codes of regions, for a field in which somebody types. */
export async function suggestRegions(url: string, text: string): Promise<string[]> {
  const answer = await ask(url, regionSearch, { text, first: 5 });
  if (!answer.ok) throw new Error(answer.problems.map(({ message }) => message).join(' '));
  const nodes = answer.data.regions?.nodes ?? [];
  return nodes.map(({ code, name }) => `${name} (${code})`);
}
