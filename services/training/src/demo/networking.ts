import type { DemoLoader } from '@jejaring/chassis/testing/demo';
import { demoId } from '@jejaring/chassis/testing/demo';
import type { Work } from '@jejaring/chassis/work/unit-of-work';
import { Certificate } from '../certificate/certificate.entity.js';
import { issueCertificate, revokeCertificate } from '../certificate/certificate.service.js';
import { Delegation } from '../delegation/delegation.entity.js';
import {
  decideDelegation,
  draftDelegation,
  submitDelegation,
} from '../delegation/delegation.service.js';
import { confirmAttendance } from '../registration/attendance.service.js';
import { Registration } from '../registration/registration.entity.js';
import type { DraftTrainingEvent } from '../training-event/planning.service.js';
import {
  announce,
  complete,
  heldBy,
  karangTaruna,
  lead,
  morning,
  officialOf,
  told,
} from './play.js';

/** 18 kabupaten and 9 kota of West Java. */
const regencies = [
  ...Array.from({ length: 18 }, (_one, at) => `32.${String(at + 1).padStart(2, '0')}`),
  ...Array.from({ length: 9 }, (_one, at) => `32.${at + 71}`),
];

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
    capacity: null,
  },
  startsOn: '2014-06-25',
  endsOn: '2014-06-25',
  seats: regencies.length * 4,
  quotas: regencies.map((regionCode) => ({ regionCode, seats: 4 })),
  perUnitMax: 1,
  certificateHours: 8,
  legalBasis: ['Permensos 77/2010', 'Permensos 23/2013'],
  sources: [
    told('Report of Dinsosnaker Kota Banjar', '2014-06-25'),
    told('Report of Dinsosnaker Kota Banjar', '2014-06-25', {
      field: 'delegations',
      value: '4',
    }),
    told('Demo', '2014-06-25', {
      field: 'seats',
      derived: true,
      reason:
        'Four of each kabupaten and kota, as Kota Banjar sent four; the source gives no plan.',
    }),
  ],
};

/** The four of Kota Banjar: invented names, and codes that anybody may check. */
const delegates = [
  { village: '32.79.01.1006', name: 'Asep Contoh Situbatu', code: 'KT14-BJR0-0013' },
  { village: '32.79.02.2003', name: 'Dewi Contoh Mulyasari', code: 'KT14-BJR0-0025' },
  { village: '32.79.04.2003', name: 'Rudi Contoh Waringinsari', code: 'KT14-BJR0-0037' },
  { village: '32.79.04.2006', name: 'Sari Contoh Kujangsari', code: 'KT14-BJR0-0049' },
];

type Delegate = (typeof delegates)[number];

const sender = officialOf('DINSOS_REGENCY_STAFF', '32.79');
const organizer = officialOf('DINSOS_PROVINCE_STAFF', '32');
const head = officialOf('DINSOS_PROVINCE_HEAD', '32');

const letterDay = morning('2014-06-12');

/** The officer of a village board of 2014, as the demo of the register names them. */
export const demoOfficerId = (village: string) =>
  demoId('organizations', `person/${village}`, letterDay);

const delegationStep = (
  demo: DemoLoader,
  step: string,
  caller: typeof sender,
  at: Date,
  act: (work: Work) => Promise<Delegation>,
) => demo.command({ name: `networking-2014/letter/${step}`, at, caller, entity: Delegation, act });

/** Sent by the office of Kota Banjar with its letter, and accepted by the province. */
async function send(demo: DemoLoader, trainingEventId: string): Promise<Registration[]> {
  const drafted = await delegationStep(demo, 'draft', sender, letterDay, (work) =>
    draftDelegation(work, {
      trainingEventId,
      sender: { regionCode: '32.79' },
      letterNumber: '094/112/Dinsosnaker/2014',
      letterOn: '2014-06-11',
      delegates: delegates.map(({ village, name }) => ({
        officerId: demoOfficerId(village),
        organizationId: demo.organization(village),
        name,
      })),
    }),
  );
  const seen = ({ id, version }: Delegation) => ({ id, expectedVersion: version });
  const sent = await delegationStep(demo, 'submit', sender, letterDay, (work) =>
    submitDelegation(work, seen(drafted)),
  );
  const named = await demo.read((work) =>
    work.list(Registration, { delegationId: sent.id }, { regionCode: 'ASC' }),
  );
  const accepted = named.map(({ id }) => id);
  await delegationStep(demo, 'decide', organizer, morning('2014-06-16'), (work) =>
    decideDelegation(work, { ...seen(sent), accepted, rejectionReason: null }),
  );
  return named;
}

// A registration is drafted, submitted, accepted, attended and completed; each step is a version.
const accepted = 3;
const completed = 5;

const attend = (demo: DemoLoader, { id }: Registration, { village }: Delegate) =>
  demo.command({
    name: `networking-2014/${village}/attended`,
    at: morning('2014-06-25'),
    caller: organizer,
    entity: Registration,
    act: (work) => confirmAttendance(work, { id, expectedVersion: accepted }),
  });

const certify = (demo: DemoLoader, { id }: Registration, { village, code }: Delegate) =>
  demo.command({
    name: `networking-2014/${village}/certificate`,
    at: morning('2014-06-27'),
    caller: head,
    entity: Certificate,
    act: (work) => issueCertificate(work, { id, expectedVersion: completed }, code),
  });

const revokeLast = (demo: DemoLoader, { id, version }: Certificate) =>
  demo.command({
    name: 'networking-2014/revoked',
    at: morning('2014-07-14'),
    caller: head,
    entity: Certificate,
    act: (work) =>
      revokeCertificate(work, { id, expectedVersion: version, reason: 'ISSUED_IN_ERROR' }),
  });

/**
 * The Bimtek of 2014. `certificateCheck` answers VALID to the first three codes of the delegates
 * and REVOKED to the last.
 */
export async function loadNetworking(demo: DemoLoader): Promise<void> {
  const play = { demo, name: 'networking-2014', caller: organizer };
  const announced = await announce(play, networking, '2014-05-26');
  const open = await lead(play, 'OPEN_REGISTRATION', morning('2014-06-02'), announced);
  const sent = await send(demo, open.id);
  const closed = await lead(play, 'CLOSE_REGISTRATION', morning('2014-06-20'), open);
  const running = await lead(play, 'START', morning('2014-06-25'), closed);
  for (const [index, row] of sent.entries()) await attend(demo, row, delegates[index]!);
  await complete(play, { ...running, endsOn: networking.endsOn }, null);
  const certificates: Certificate[] = [];
  for (const [index, row] of sent.entries())
    certificates.push(await certify(demo, row, delegates[index]!));
  await revokeLast(demo, certificates.at(-1)!);
}
