import type { DemoLoader } from '@jejaring/chassis/testing/demo';
import { demoCaller, demoId, demoOfficeId } from '@jejaring/chassis/testing/demo';
import type { Work } from '@jejaring/chassis/work/unit-of-work';
import type { Stated } from '@jejaring/register/facts/stated-count.rules';
import { Certificate } from './certificate/certificate.entity.js';
import { issueCertificate, revokeCertificate } from './certificate/certificate.service.js';
import { confirmAttendance } from './registration/attendance.service.js';
import { Registration } from './registration/registration.entity.js';
import { registerParticipant } from './registration/registration.service.js';
import { TrainingEvent } from './training-event/training-event.entity.js';
import type { DraftTrainingEvent } from './training-event/training-event.service.js';
import {
  completeTrainingEvent,
  draftTrainingEvent,
  takeStep,
} from './training-event/training-event.service.js';

const officialOf = (role: Parameters<typeof demoCaller>[0], region: string) => ({
  ...demoCaller(role, region),
  officeId: demoOfficeId(region),
});
type Official = ReturnType<typeof officialOf>;

/** 09.00 in Western Indonesia. */
const morning = (day: string) => new Date(`${day}T02:00:00Z`);
const evening = (day: string) => new Date(`${day}T10:00:00Z`);

const karangTaruna = {
  audienceKinds: ['KARANG_TARUNA'],
  audienceLevels: null,
  theme: null,
  timeZone: null,
  seats: null,
  certificateHours: null,
};

const heldBy = (region: string) => ({
  organizer: { regionCode: region, officeId: demoOfficeId(region) },
  regionCode: region,
});

/** The event of Bandung to which Kota Banjar sent four (25 June 2014). */
const networking: DraftTrainingEvent = {
  ...karangTaruna,
  ...heldBy('32'),
  kind: 'BIMTEK',
  topic: 'NETWORKING',
  title: 'Bimbingan Teknis Jejaring Kerja Karang Taruna',
  venue: {
    name: 'Hotel Endah Parahyangan',
    regionCode: '32.73',
    regionDerived: true,
    derivedBecause: 'The source says only "Bandung", taken as Kota Bandung.',
  },
  startsOn: '2014-06-25',
  endsOn: '2014-06-25',
  seats: 54,
  certificateHours: 8,
};

/** The event of Cepu that 158 officers attended (28 October 2020); nobody was listed by name. */
const economy: DraftTrainingEvent = {
  ...karangTaruna,
  ...heldBy('33.16'),
  kind: 'BIMTEK',
  topic: 'PRODUCTIVE_ECONOMY',
  title: 'Bimbingan Teknis Karang Taruna Kabupaten Blora 2020',
  audienceLevels: ['VILLAGE'],
  venue: {
    name: 'Kyriad Arra Hotel Cepu',
    regionCode: '33.16.05',
    regionDerived: false,
    derivedBecause: null,
  },
  startsOn: '2020-10-28',
  endsOn: '2020-10-28',
};

/** The guidance of Kabupaten Cirebon at which laptops were handed over (25 November 2024). */
const guidance: DraftTrainingEvent = {
  ...karangTaruna,
  ...heldBy('32.09'),
  kind: 'PEMBINAAN',
  topic: 'ORGANISATION_MANAGEMENT',
  title: 'Pembinaan Karang Taruna Tahun 2024',
  theme: 'Generasi muda yang kreatif dan mandiri melalui teknologi',
  // Kabupaten or Kota Cirebon: the source does not tell.
  venue: {
    name: 'Hotel Apita Cirebon',
    regionCode: null,
    regionDerived: false,
    derivedBecause: null,
  },
  startsOn: '2024-11-25',
  endsOn: '2024-11-25',
};

interface Play {
  demo: DemoLoader;
  name: string;
  caller: Official;
}

const eventStep = (
  { demo, name, caller }: Play,
  step: string,
  at: Date,
  act: (work: Work) => Promise<TrainingEvent>,
) => demo.command({ name: `${name}/${step}`, at, caller, entity: TrainingEvent, act });

type PlainStep = Parameters<typeof takeStep>[1];

const lead = (play: Play, step: PlainStep, at: Date, { id, version }: TrainingEvent) =>
  eventStep(play, step, at, (work) => takeStep(work, step, { id, expectedVersion: version }));

async function announce(play: Play, facts: DraftTrainingEvent, day: string) {
  const at = morning(day);
  const drafted = await eventStep(play, 'DRAFT', at, (work) => draftTrainingEvent(work, facts));
  return lead(play, 'ANNOUNCE', at, drafted);
}

const complete = (play: Play, running: TrainingEvent, counted: Stated | null) =>
  eventStep(play, 'COMPLETE', evening(running.endsOn), (work) =>
    completeTrainingEvent(work, {
      id: running.id,
      expectedVersion: running.version,
      statedParticipants: counted,
    }),
  );

/** An event by invitation, of which only a report remains. */
async function hold(
  play: Play,
  facts: DraftTrainingEvent,
  announcedOn: string,
  counted: Stated | null,
): Promise<void> {
  const announced = await announce(play, facts, announcedOn);
  const running = await lead(play, 'START', morning(facts.startsOn), announced);
  await complete(play, { ...running, endsOn: facts.endsOn }, counted);
}

/** The four of Kota Banjar: invented names, and codes that anybody may check. */
const delegates = [
  { village: '32.79.01.1006', name: 'Asep Contoh Situbatu', code: 'KT14-BJR0-0013' },
  { village: '32.79.02.2003', name: 'Dewi Contoh Mulyasari', code: 'KT14-BJR0-0025' },
  { village: '32.79.04.2003', name: 'Rudi Contoh Waringinsari', code: 'KT14-BJR0-0037' },
  { village: '32.79.04.2006', name: 'Sari Contoh Kujangsari', code: 'KT14-BJR0-0049' },
];

type Delegate = (typeof delegates)[number];

/** Sent by the office of Kota Banjar, not by the organization alone. */
const send = (demo: DemoLoader, trainingEventId: string, { village, name }: Delegate) => {
  const at = morning('2014-06-12');
  const facts = {
    trainingEventId,
    organizationId: demo.organization(village),
    participantRef: demoId('organizations', `person/${village}`, at),
    name,
  };
  return demo.command({
    name: `networking-2014/${village}`,
    at,
    caller: officialOf('DINSOS_REGENCY_STAFF', '32.79'),
    entity: Registration,
    act: (work) => registerParticipant(work, facts),
  });
};

const attend = ({ demo, name, caller }: Play, { id, version }: Registration, village: string) =>
  demo.command({
    name: `${name}/${village}/attended`,
    at: morning('2014-06-25'),
    caller,
    entity: Registration,
    act: (work) => confirmAttendance(work, { id, expectedVersion: version }),
  });

const head = officialOf('DINSOS_PROVINCE_HEAD', '32');

function certify(
  demo: DemoLoader,
  { id, version }: Registration,
  { village, code }: Delegate,
): Promise<Certificate> {
  // The end of the event has raised the version once more since the attendance.
  const seen = { id, expectedVersion: version + 1 };
  return demo.command({
    name: `networking-2014/${village}/certificate`,
    at: morning('2014-06-27'),
    caller: head,
    entity: Certificate,
    act: (work) => issueCertificate(work, seen, code),
  });
}

const revokeLast = (demo: DemoLoader, { id, version }: Certificate) =>
  demo.command({
    name: 'networking-2014/revoked',
    at: morning('2014-07-14'),
    caller: head,
    entity: Certificate,
    act: (work) =>
      revokeCertificate(work, { id, expectedVersion: version, reason: 'ISSUED_IN_ERROR' }),
  });

async function holdNetworking(demo: DemoLoader): Promise<void> {
  const caller = officialOf('DINSOS_PROVINCE_STAFF', '32');
  const play = { demo, name: 'networking-2014', caller };
  const announced = await announce(play, networking, '2014-05-26');
  const open = await lead(play, 'OPEN_REGISTRATION', morning('2014-06-02'), announced);
  const sent: Registration[] = [];
  for (const delegate of delegates) sent.push(await send(demo, open.id, delegate));
  const closed = await lead(play, 'CLOSE_REGISTRATION', morning('2014-06-20'), open);
  const running = await lead(play, 'START', morning('2014-06-25'), closed);
  const present: Registration[] = [];
  for (const [index, row] of sent.entries())
    present.push(await attend(play, row, delegates[index]!.village));
  await complete(play, { ...running, endsOn: networking.endsOn }, null);
  const certificates: Certificate[] = [];
  for (const [index, row] of present.entries())
    certificates.push(await certify(demo, row, delegates[index]!));
  await revokeLast(demo, certificates.at(-1)!);
}

/**
 * The trainings of the source articles. `certificateCheck` answers VALID to the first three codes
 * of the delegates and REVOKED to the last.
 */
export async function loadDemo(demo: DemoLoader): Promise<void> {
  await holdNetworking(demo);
  const blora = officialOf('DINSOS_REGENCY_STAFF', '33.16');
  const counted: Stated = { value: 158, upTo: null, qualifier: 'EXACT' };
  await hold({ demo, name: 'economy-2020', caller: blora }, economy, '2020-10-12', counted);
  const cirebon = officialOf('DINSOS_REGENCY_STAFF', '32.09');
  await hold({ demo, name: 'guidance-2024', caller: cirebon }, guidance, '2024-11-11', null);
}
