import type { DemoLoader } from '@jejaring/chassis/testing/demo';
import { demoCaller, demoOfficeId } from '@jejaring/chassis/testing/demo';
import { levelOf } from '@jejaring/chassis/work/scope.rules';
import type { Work } from '@jejaring/chassis/work/unit-of-work';
import type { Capacity } from '../decree/decree.rules.js';
import { Office } from '../office/office.entity.js';
import { OfficeUnit, Post } from '../post/post.entity.js';
import type { PostKind, UnitKind } from '../post/post.rules.js';
import { fillPost, openPost, openUnit, vacatePost } from '../post/post.service.js';
import { inParallel } from './parallel.js';

interface DemoUnit {
  kind: UnitKind;
  name: string;
  /** Name of the unit that it belongs to, listed before it. */
  inside?: string;
}

interface DemoHolder {
  name: string;
  capacity: Capacity;
  from: string;
  /** First day without; the next one begins then. */
  to?: string;
}

interface DemoPost {
  kind: PostKind;
  title: string;
  unit?: string;
  holders: DemoHolder[];
}

interface Structure {
  units: DemoUnit[];
  posts: DemoPost[];
}

const empowerment = { kind: 'BIDANG', name: 'Bidang Pemberdayaan Sosial' } as const;

const since = (name: string, from: string): DemoHolder => ({ name, capacity: 'DEFINITIVE', from });

/** The units and posts that the articles name; who holds them is invented. */
const told: Record<string, Structure> = {
  '': {
    units: [
      { kind: 'DITJEN', name: 'Direktorat Jenderal Pemberdayaan Sosial' },
      { kind: 'DITJEN', name: 'Direktorat Jenderal Rehabilitasi Sosial' },
      {
        kind: 'DIREKTORAT',
        name: 'Direktorat Potensi dan Sumber Kesejahteraan Sosial',
        inside: 'Direktorat Jenderal Pemberdayaan Sosial',
      },
    ],
    posts: [],
  },
  // The article of 25 June 2014 quotes the head of this section.
  '32.79': {
    units: [
      { kind: 'BIDANG', name: 'Bidang Sosial' },
      { kind: 'SEKSI', name: 'Seksi Pengembangan Kelembagaan Sosial', inside: 'Bidang Sosial' },
    ],
    posts: [
      {
        kind: 'DIVISION_HEAD',
        title: 'Kabid Sosial',
        unit: 'Bidang Sosial',
        holders: [since('Nunung Contoh Nurhayati', '2013-02-01')],
      },
      {
        kind: 'SECTION_HEAD',
        title: 'Kasi Pengembangan Kelembagaan Sosial',
        unit: 'Seksi Pengembangan Kelembagaan Sosial',
        holders: [
          { ...since('Yayan Contoh Mulyana', '2013-02-01'), to: '2018-03-01' },
          { name: 'Euis Contoh Komala', capacity: 'PLT', from: '2018-03-01', to: '2018-09-01' },
          since('Euis Contoh Komala', '2018-09-01'),
        ],
      },
    ],
  },
  '32.09': {
    units: [empowerment],
    posts: [
      {
        kind: 'DIVISION_HEAD',
        title: 'Kabid Pemberdayaan Sosial',
        unit: empowerment.name,
        holders: [since('Iis Contoh Suryani', '2022-01-10')],
      },
    ],
  },
  // In July 2024 the head of this office is acting.
  '63': {
    units: [
      empowerment,
      {
        kind: 'SEKSI',
        name: 'Seksi Pemberdayaan PSKS dan Kelembagaan Sosial',
        inside: empowerment.name,
      },
    ],
    posts: [
      {
        kind: 'HEAD',
        title: 'Kepala Dinas Sosial Provinsi Kalimantan Selatan',
        holders: [
          { ...since('Siti Contoh Mariam', '2019-03-01'), to: '2024-02-01' },
          { name: 'Fahmi Contoh Rahman', capacity: 'PLT', from: '2024-02-01' },
        ],
      },
      {
        kind: 'DIVISION_HEAD',
        title: 'Kabid Pemberdayaan Sosial',
        unit: empowerment.name,
        holders: [since('Rusdi Contoh Hasan', '2021-06-01')],
      },
      {
        kind: 'SECTION_HEAD',
        title: 'Kasi Pemberdayaan PSKS dan Kelembagaan Sosial',
        unit: 'Seksi Pemberdayaan PSKS dan Kelembagaan Sosial',
        holders: [since('Lina Contoh Safitri', '2021-06-01')],
      },
    ],
  },
};

const opened = '2010-01-01';
const firstDay = new Date('2014-01-02T02:00:00Z');

const decreeOf = ({ from }: DemoHolder, signatoryPosition: string) => ({
  number: `821/${from.slice(5, 7)}${from.slice(8)}/${from.slice(0, 4)}`,
  issuedOn: from,
  signatoryPosition,
  signatoryCapacity: 'DEFINITIVE' as const,
});

const appointers = { PROVINCE: 'Gubernur', REGENCY: 'Bupati/Wali Kota', NATION: 'Presiden' };

/** Puts the structure of one office into the register, step by step. */
class Builder {
  private readonly caller = demoCaller('KEMENSOS_STAFF', '');

  constructor(
    private readonly demo: DemoLoader,
    private readonly region: string,
  ) {}

  private get officeId(): string {
    return demoOfficeId(this.region);
  }

  private step(name: string, day?: string) {
    const at = day === undefined || day < '2014-01-03' ? firstDay : new Date(`${day}T02:00:00Z`);
    return { name: `office/${this.region}/${name}`, at, caller: this.caller };
  }

  async openUnits(units: readonly DemoUnit[]): Promise<Map<string, string>> {
    const ids = new Map<string, string>();
    for (const { kind, name, inside } of units) {
      const parentId = inside === undefined ? null : ids.get(inside)!;
      const facts = { officeId: this.officeId, kind, name, parentId, validFrom: opened };
      const act = (work: Work) => openUnit(work, facts);
      const unit = await this.demo.command({ ...this.step(name), entity: OfficeUnit, act });
      ids.set(name, unit.id);
    }
    return ids;
  }

  async openPost({ kind, title, unit, holders }: DemoPost, units: Map<string, string>) {
    const unitId = unit === undefined ? null : units.get(unit)!;
    const facts = { officeId: this.officeId, kind, title, unitId, validFrom: opened };
    const act = (work: Work) => openPost(work, facts);
    let post = await this.demo.command({ ...this.step(title), entity: Post, act });
    for (const holder of holders) post = await this.fill(post, holder);
  }

  private async fill(post: Post, holder: DemoHolder): Promise<Post> {
    const { name, capacity, from, to } = holder;
    const level = levelOf(this.region) as keyof typeof appointers;
    const decree = decreeOf(holder, appointers[level]);
    const seen = { id: post.id, expectedVersion: post.version };
    const facts = { ...seen, name, capacity, decree, validFrom: from, validTo: null };
    const filled = await this.demo.command({
      ...this.step(`${post.title}/${from}`, from),
      entity: Post,
      act: (work) => fillPost(work, facts),
    });
    if (to === undefined) return filled;
    const left = { id: post.id, expectedVersion: filled.version, capacity, on: to };
    return this.demo.command({
      ...this.step(`${post.title}/${from}/left`, to),
      entity: Post,
      act: (work) => vacatePost(work, left),
    });
  }
}

/** A head for an office of which the articles name none. */
const headOf = (title: string): DemoPost => ({
  kind: 'HEAD',
  title,
  holders: [since('Kepala Contoh', '2013-01-02')],
});

/** Every office has a head on any day since 2014, and the units and posts that the articles name. */
export async function openPosts(demo: DemoLoader): Promise<void> {
  const offices = await demo.read((work) => work.list(Office, {}, { regionCode: 'ASC' }));
  await inParallel(offices, async ({ regionCode }) => {
    const { units, posts } = told[regionCode] ?? { units: [], posts: [] };
    const builder = new Builder(demo, regionCode);
    const ids = await builder.openUnits(units);
    const title = regionCode === '' ? 'Menteri Sosial' : 'Kepala Dinas Sosial';
    const isLed = posts.some(({ kind }) => kind === 'HEAD');
    for (const post of isLed ? posts : [headOf(title), ...posts]) await builder.openPost(post, ids);
  });
}
