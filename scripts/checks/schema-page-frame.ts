import { createHash } from 'node:crypto';

const plainStyle = `
body{font:15px/1.5 system-ui,sans-serif;max-width:70rem;margin:0 auto;padding:0 1rem 4rem}
:root{color-scheme:light dark}
header{position:sticky;top:0;background:Canvas;padding:.5rem 0}
input{font:inherit;width:100%;box-sizing:border-box;padding:.4rem}
code,pre{font-size:.9em}pre{overflow:auto}
summary{cursor:pointer;padding:.15rem 0}
li{margin:.35rem 0}td,th{text-align:left;padding:.15rem .7rem .15rem 0;vertical-align:top}
small{opacity:.8}small b{font-weight:600}
.gone{color:#b3261e}@media(prefers-color-scheme:dark){.gone{color:#ff8a80}}
[hidden]{display:none}
`;

const bilingualStyle = `
html[lang=id] [lang=en],html[lang=en] [lang=id]:not(html){display:none}
header button{font:inherit}header button[aria-pressed=true]{font-weight:600}
`;

const languageButtons =
  '<button type="button" data-language="id">Bahasa Indonesia</button> <button type="button" data-language="en">English</button>';

// A page opened from a file may have nothing to keep the choice in; the switch works all the same.
const switchingLanguage = `
const buttons = [...document.querySelectorAll('[data-language]')];
function speak(language) {
  document.documentElement.lang = language;
  for (const button of buttons) button.setAttribute('aria-pressed', String(button.dataset.language === language));
}
function kept() { try { return localStorage.getItem('language'); } catch { return null; } }
function keep(language) { try { localStorage.setItem('language', language); } catch { /* Then it is chosen anew on the next page. */ } }
for (const button of buttons)
  button.addEventListener('click', () => { speak(button.dataset.language); keep(button.dataset.language); });
speak(kept() === 'en' ? 'en' : 'id');
`;

// Every word must be in a type's own name and words or in one of its fields; then these alone show.
const searching = `
const box = document.getElementById('search');
const found = document.getElementById('found');
const parts = [...document.querySelectorAll('main details')].map((element) => ({
  element,
  own: (element.querySelector('summary').textContent + ' ' + (element.querySelector('p')?.textContent ?? '')).toLowerCase(),
  fields: [...element.querySelectorAll('li')].map((field) => ({ field, text: field.textContent.toLowerCase() })),
}));
function search() {
  const words = box.value.toLowerCase().split(/\\s+/).filter(Boolean);
  let count = 0;
  for (const { element, own, fields } of parts) {
    const whole = words.every((word) => own.includes(word));
    const hits = fields.filter(({ text }) => words.every((word) => (own + text).includes(word)));
    for (const { field } of fields) field.hidden = !whole && !hits.some((hit) => hit.field === field);
    element.hidden = !whole && hits.length === 0;
    element.open = words.length > 0 && !element.hidden;
    if (!element.hidden) count += 1;
  }
  found.textContent = words.length > 0 ? count + ' found' : '';
  return words.length > 0;
}
function openTarget() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const details = target?.closest('details');
  if (!details) return;
  if (details.hidden || target.hidden) { box.value = ''; search(); }
  details.open = true;
  target.scrollIntoView();
}
box.addEventListener('input', search);
addEventListener('hashchange', openTarget);
openTarget();
`;

export const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const hashOf = (text: string) => createHash('sha256').update(text).digest('base64');

export interface PageContent {
  title: string;
  /** HTML, as `main` is. */
  introduction: string;
  main: string;
  searchFor: string;
  /** Whether its words stand side by side in English and in Indonesian, of which one is shown. */
  bilingual?: boolean;
}

/** A page that carries all it needs, and by its own policy can load nothing else. */
export function framePage({
  title,
  introduction,
  main,
  searchFor,
  bilingual,
}: PageContent): string {
  const style = bilingual ? plainStyle + bilingualStyle : plainStyle;
  const script = bilingual ? searching + switchingLanguage : searching;
  const policy = `default-src 'none'; style-src 'sha256-${hashOf(style)}'; script-src 'sha256-${hashOf(script)}'`;
  return `<!doctype html>
<html lang="${bilingual ? 'id' : 'en'}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
<h1>${escapeHtml(title)}</h1>
<p>${introduction}</p>
<header>${bilingual ? languageButtons : ''}<input id="search" type="search" placeholder="${escapeHtml(searchFor)}" aria-label="Search"><small id="found" role="status"></small></header>
<main>
${main}
</main>
<script>${script}</script>
</html>
`;
}
