import { encodeId } from '@jejaring/chassis/graph/ids';
import { OrganizationCopy } from '@jejaring/register/copies/organization-copy';
import type { DemoLoader } from '@jejaring/chassis/testing/demo';
import { demoCaller } from '@jejaring/chassis/testing/demo';
import { systemCaller } from '@jejaring/chassis/work/scope.rules';
import { Like } from 'typeorm';
import { loadCases, seatsOfCirebon } from './demo-cases.js';
import { askKujangsari, receiverSeat, referInSeptember } from './demo-referrals.js';
import { BreakGlassGrant } from './break-glass/break-glass.entity.js';
import { breakGlass, reviewBreakGlass } from './break-glass/break-glass.service.js';
import { declareCapability } from './capability/capability.service.js';
import { ServiceCapability } from './capability/capability.entity.js';
import { sealCase } from './case/case-seal.service.js';
import { WelfareCase } from './case/case.entity.js';
import type { WelfareCategory } from './case/case.rules.js';
import { acceptCase, reportCase } from './case/case.service.js';
import { ReferralLink } from './network/link.entity.js';
import { drawLink } from './network/link.service.js';
import { publishStatistics } from './statistics/statistics.service.js';

const staff = demoCaller('DINSOS_REGENCY_STAFF', '32.79');
const day = 86_400_000;

const categories: WelfareCategory[] = [
  'LANJUT_USIA_TELANTAR',
  'FAKIR_MISKIN',
  'PENYANDANG_DISABILITAS',
  'ANAK_TELANTAR',
  'LANJUT_USIA_TELANTAR',
  'KORBAN_BENCANA_ALAM',
  'FAKIR_MISKIN',
  'PRSE',
];

const two = (value: number) => String(value).padStart(2, '0');

/** An impossible place of registration (no province 99), so that the number can be nobody's. */
const invented = (index: number) =>
  `999999${two((index % 28) + 1)}${two((index % 12) + 1)}${two(40 + (index % 40))}${String(index + 1).padStart(4, '0')}`;

/** Every organization of Kota Banjar can serve the demo's categories in the whole city. */
async function declareCapabilities(
  demo: DemoLoader,
  seats: readonly OrganizationCopy[],
): Promise<void> {
  for (const { id, regionCode } of seats) {
    const facts = {
      organizationId: id,
      categories: [...new Set(categories)],
      regions: ['32.79'],
      monthlyCapacity: 20,
    };
    await demo.command({
      name: `capability/${regionCode}`,
      at: new Date('2026-01-05T02:00:00Z'),
      caller: staff,
      entity: ServiceCapability,
      act: (work) => declareCapability(work, facts),
    });
  }
}

async function openCase(
  demo: DemoLoader,
  index: number,
  seat: OrganizationCopy,
): Promise<WelfareCase> {
  const at = new Date(Date.UTC(2026, 0, 6, 2) + index * 5 * day);
  const entity = WelfareCase;
  const reported = await demo.command({
    name: `case/${index}`,
    at,
    caller: demoCaller('KT_OFFICER', seat.regionCode, seat.id),
    entity,
    act: (work) =>
      reportCase(work, {
        regionCode: seat.regionCode,
        category: categories[index % categories.length]!,
        urgency: index % 10 === 0 ? 'HIGH' : 'NORMAL',
        person: { subjectKind: 'PERSON', name: `Warga Contoh ${index + 1}`, nik: invented(index) },
      }),
  });
  if (index % 4 === 3) return reported;
  return demo.command({
    name: `case/${index}/accepted`,
    at: new Date(at.getTime() + day),
    caller: staff,
    entity,
    act: (work) =>
      acceptCase(work, {
        id: reported.id,
        expectedVersion: 1,
        legalBasis: 'PUBLIC_TASK',
        assignedOrganizationId: seat.id,
      }),
  });
}

const seatsIn = (demo: DemoLoader, regency: string, level: string) =>
  demo.read((work) =>
    work.list(
      OrganizationCopy,
      { kind: 'KARANG_TARUNA', level, regionCode: Like(`${regency}.%`) },
      { regionCode: 'ASC' },
    ),
  );

/** The network of Kota Banjar: each board with its neighbour, and all with Kujangsari. */
async function drawLinks(demo: DemoLoader, seats: readonly OrganizationCopy[]): Promise<void> {
  const hub = demo.organization(receiverSeat);
  for (const [index, { id, regionCode }] of seats.entries()) {
    const neighbour = seats[(index + 1) % seats.length]!.id;
    for (const [kind, to] of [
      ['REFERRAL', hub],
      ['INFORMATION', neighbour],
    ] as const) {
      if (to === id) continue;
      await demo.command({
        name: `link/${regionCode}/${kind}`,
        at: new Date('2026-01-10T02:00:00Z'),
        caller: demoCaller('KT_OFFICER', regionCode, id),
        entity: ReferralLink,
        act: (work) => drawLink(work, { from: id, to, kind }),
      });
    }
  }
}

/** The head seals a case of somebody in danger; nobody has taken it on yet. */
const seal = (demo: DemoLoader, { id }: WelfareCase) =>
  demo.command({
    name: 'case/sealed',
    at: new Date('2026-11-05T02:00:00Z'),
    caller: demoCaller('DINSOS_REGENCY_HEAD', '32.79'),
    entity: WelfareCase,
    act: (work) => sealCase(work, { id, expectedVersion: 1, reason: 'PERSON_AT_RISK' }),
  });

/** A neighbour's officer opens a case when there is a flood, and the review finds it right. */
async function openInEmergency(demo: DemoLoader, { id }: WelfareCase): Promise<void> {
  const neighbour = demoCaller('KT_OFFICER', receiverSeat, demo.organization(receiverSeat));
  const entity = BreakGlassGrant;
  const opened = await demo.command({
    name: 'break-glass',
    at: new Date('2026-11-07T20:00:00Z'),
    caller: { ...neighbour, assurance: 'MULTI_FACTOR' },
    entity,
    act: (work) =>
      breakGlass(work, {
        asked: encodeId('case', id),
        where: { id },
        emergency: 'DISASTER',
        reason: 'Banjir malam ini; petugas kasus tidak dapat dihubungi.',
      }),
  });
  await demo.command({
    name: 'break-glass/reviewed',
    at: new Date('2026-11-08T02:00:00Z'),
    caller: demoCaller('DATA_PROTECTION_OFFICER', '32.79'),
    entity,
    act: (work) =>
      reviewBreakGlass(work, { id: opened.id, expectedVersion: 1, verdict: 'JUSTIFIED' }),
  });
}

/** Publishes the finished months, as the clock would; afterwards nothing changes them. */
async function publish(demo: DemoLoader, last: WelfareCase): Promise<void> {
  await demo.command({
    name: 'statistics',
    at: new Date('2026-11-10T02:00:00Z'),
    now: new Date(),
    caller: systemCaller('publish-statistics'),
    entity: WelfareCase,
    act: async (work) => {
      await publishStatistics(work);
      return last;
    },
  });
}

/** Invented people in need, and what the organizations of Kota Banjar ask of one another. */
export async function loadDemo(demo: DemoLoader): Promise<void> {
  const seats = await seatsIn(demo, '32.79', 'VILLAGE');
  await declareCapabilities(demo, seats);
  await drawLinks(demo, seats);
  const askers = seats.filter(({ regionCode }) => regionCode !== receiverSeat);
  const opened: WelfareCase[] = [];
  let referred = 0;
  for (let index = 0; index < 48; index += 1) {
    const seat = askers[index % askers.length]!;
    opened.push(await openCase(demo, index, seat));
    if (index % 8 !== 0) continue;
    await askKujangsari(demo, referred, { welfareCase: opened.at(-1)!, from: seat });
    referred += 1;
  }
  const asked = (index: number) => ({ welfareCase: opened[index]!, from: askers[index]! });
  await referInSeptember(demo, askers[5]!, { answered: asked(4), forgotten: asked(12) });
  await seal(demo, opened[3]!);
  await openInEmergency(demo, opened[1]!);
  const ofBanjar = seats.map(({ id, regionCode }) => ({
    organizationId: id,
    caller: regionCode,
    village: regionCode,
  }));
  const ofCirebon = seatsOfCirebon(await seatsIn(demo, '32.09', 'DISTRICT'));
  await loadCases(demo, [
    { regency: '32.79', seats: ofBanjar, from: 48, cases: 202 },
    { regency: '32.09', seats: ofCirebon, from: 250, cases: 250 },
  ]);
  await publish(demo, opened[0]!);
}
