const most = 4;

/** What the public sees of a person: "Rina Ayu Lestari" is "R. A. L.". */
export function initialsOf(name: string): string {
  const words = name.normalize('NFC').split(/[\s.,'’-]+/u);
  const letters = words.map((word) => /\p{L}/u.exec(word)?.[0]).filter((letter) => letter);
  return letters
    .slice(0, most)
    .map((letter) => `${letter!.toLocaleUpperCase('id')}.`)
    .join(' ');
}
