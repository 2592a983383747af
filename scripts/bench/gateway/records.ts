/** What the four services keep: as many records, of about the same length, as the published benchmark has. */
export interface Person {
  id: string;
  name: string;
  username: string;
  birthday: number;
}

export interface Goods {
  upc: string;
  name: string;
  price: number;
  weight: number;
  inStock: boolean;
}

export interface Opinion {
  id: string;
  body: string;
  upc: string;
}

const names = ['Ratna Wulandari', 'Asep Hidayat', 'Dewi Lestari', 'Budi Santoso', 'Siti Aminah'];

export const people: readonly Person[] = [...names, 'Joko Prasetyo'].map((name, at) => ({
  id: String(at + 1),
  name,
  username: name.toLowerCase().replace(' ', '.'),
  birthday: 500_000_000 + at * 86_400,
}));

const wares: readonly [name: string, price: number, weight: number][] = [
  ['Meja', 899, 100],
  ['Kursi panjang', 1299, 1000],
  ['Gelas', 15, 20],
  ['Kursi', 499, 100],
  ['Televisi', 1299, 1000],
  ['Lampu', 6999, 300],
  ['Panggangan', 3999, 2000],
  ['Lemari es', 100_000, 6000],
  ['Sofa', 9999, 800],
];

export const goods: readonly Goods[] = wares.map(([name, price, weight], at) => ({
  upc: String(at + 1),
  name,
  price,
  weight,
  inStock: at % 3 !== 1,
}));

const sentences = [
  'Dipakai setiap hari di balai warga sejak dua tahun lalu dan masih kokoh seperti baru dibeli.',
  'Warnanya sedikit berbeda dari gambar, tetapi ukurannya tepat dan bahannya tidak mudah tergores.',
  'Pengiriman ke desa memakan waktu seminggu; kemasannya rapi dan tidak ada bagian yang kurang.',
  'Untuk acara karang taruna cukup dipasang oleh dua orang, lalu dibongkar lagi tanpa perkakas.',
];

/** Which product each opinion is on; the first products have most, and some have none. */
const spoken = ['1', '1', '1', '1', '2', '2', '2', '2', '3', '4', '4'];

export const opinions: readonly Opinion[] = spoken.map((upc, at) => ({
  id: String(at + 1),
  body: [0, 1, 2, 3, 4].map((step) => sentences[(at + step) % sentences.length]).join(' '),
  upc,
}));
