import type { DemoLoader } from '@jejaring/chassis/testing/demo';
import { demoCaller } from '@jejaring/chassis/testing/demo';
import type { DemoPerson } from '@jejaring/chassis/testing/demo-people';
import { demoPeople, officeOf, organizationOf } from '@jejaring/chassis/testing/demo-people';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import { accountOf } from '@jejaring/chassis/work/standing';
import { Appointment } from '../appointment/appointment.entity.js';
import { mayAppoint } from '../appointment/appointment.rules.js';
import { makeAppointment } from '../appointment/appointment.service.js';
import type { Capacity } from '../decree/decree.rules.js';

interface Appointer {
  caller: Caller;
  signs: string;
}

/** Whose decree appoints this person: the nearest office that may. */
function appointerOf({ role, region }: DemoPerson): Appointer {
  const appointers: Appointer[] = [
    {
      caller: demoCaller('DINSOS_REGENCY_HEAD', region.slice(0, 5)),
      signs: 'Kepala Dinas Sosial Kabupaten/Kota',
    },
    {
      caller: demoCaller('DINSOS_PROVINCE_HEAD', region.slice(0, 2)),
      signs: 'Kepala Dinas Sosial Provinsi',
    },
    { caller: demoCaller('KEMENSOS_STAFF', ''), signs: 'Sekretaris Jenderal Kementerian Sosial' },
  ];
  const found = appointers.find(({ caller }) => mayAppoint(caller, { role, regionCode: region }));
  if (found === undefined) throw new Error(`No office appoints a ${role} of "${region}".`);
  return found;
}

/** Since the register began, or since those who act for others came. */
function since({ acting }: DemoPerson): string {
  return acting ? '2024-02-01' : '2014-01-10';
}

async function appoint(demo: DemoLoader, person: DemoPerson, serial: number): Promise<void> {
  const { caller, signs } = appointerOf(person);
  const day = since(person);
  const facts = {
    account: accountOf(person.id),
    role: person.role,
    regionCode: person.region,
    organizationId: organizationOf(person),
    officeId: officeOf(person),
    capacity: capacityOf(person),
    decree: {
      number: `800/${String(serial).padStart(3, '0')}/${day.slice(0, 4)}`,
      issuedOn: day,
      signatoryPosition: signs,
      signatoryCapacity: 'DEFINITIVE' as const,
    },
    validFrom: new Date(`${day}T00:00:00Z`),
    validTo: null,
  };
  await demo.command({
    name: `appointment/${person.id}`,
    at: new Date(`${day}T02:00:00Z`),
    caller,
    entity: Appointment,
    act: (work) => makeAppointment(work, facts),
  });
}

/** A head of government has a caretaker, an office somebody acting. */
function capacityOf({ acting, role }: DemoPerson): Capacity {
  if (!acting) return 'DEFINITIVE';
  return role === 'VILLAGE_HEAD' ? 'PJ' : 'PLT';
}

/** Everybody one can sign in as is appointed by the office that may, some of them acting. */
export async function appointPeople(demo: DemoLoader): Promise<void> {
  for (const [index, person] of demoPeople.entries()) await appoint(demo, person, index + 1);
}
