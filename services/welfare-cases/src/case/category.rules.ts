import { welfareCategories } from '@jejaring/schema/vocabulary';
import type { WelfareCategory } from './case.rules.js';

/** What the people served are called: one thing, two words. */
export interface Term {
  short: 'PMKS' | 'PPKS';
  name: string;
}

const formerTerm: Term = { short: 'PMKS', name: 'Penyandang Masalah Kesejahteraan Sosial' };
const presentTerm: Term = { short: 'PPKS', name: 'Pemerlu Pelayanan Kesejahteraan Sosial' };

// The word changed about 2018; no one day is known, so the year's first stands for it.
const presentSince = '2018-01-01';

/** The word in use on a day. */
export const termOn = (day: string): Term => (day < presentSince ? formerTerm : presentTerm);

const words = (text: string) =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/** Categories that hold every word searched for, in their names or codes; both terms mean them all. */
export function findCategories(
  search: string,
  namesOf: (category: WelfareCategory) => readonly string[],
): WelfareCategory[] {
  const asked = words(search);
  return welfareCategories.filter((category) => {
    const known = [category, ...namesOf(category), formerTerm, presentTerm].flatMap((one) =>
      words(typeof one === 'string' ? one : `${one.short} ${one.name}`),
    );
    return asked.every((word) => known.some((one) => one.includes(word)));
  });
}
