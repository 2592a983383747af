import type { Federation, Outcome } from './federation.fixture.js';
import { officer, staff } from './federation.fixture.js';

const shown = { type: 'Organization', fields: 'status registeredNumber' };

/** Drafted and submitted by its officer. */
export async function anApplication(federation: Federation, regionCode: string): Promise<Outcome> {
  const applicant = officer(regionCode);
  const facts = {
    kind: 'KARANG_TARUNA',
    level: 'VILLAGE',
    name: `Karang Taruna Uji ${regionCode}`,
    regionCode,
    establishedOn: '2012-01-01',
    chairName: 'Ketua Uji',
  };
  const { id, version } = await federation.command('draftRegistration', applicant, facts, shown);
  const seen = { id, expectedVersion: version };
  return federation.command('submitRegistration', applicant, seen, shown);
}

/** Verified by the office of its regency: the register says so to everybody. */
export async function aRegisteredOrganization(
  federation: Federation,
  regionCode: string,
): Promise<Outcome> {
  const { id, version } = await anApplication(federation, regionCode);
  const office = staff(regionCode.slice(0, 5));
  const seen = { id, expectedVersion: version };
  return federation.command('verifyRegistration', office, seen, shown);
}
