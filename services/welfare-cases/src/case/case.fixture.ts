import { randomUUID } from 'node:crypto';
import { keyToWrite } from '@jejaring/trust/keys/person-key';
import type { TestService } from '@jejaring/chassis/testing/graph-client';
import { Beneficiary } from '../beneficiary/beneficiary.entity.js';
import { closeBeneficiary, subjectOf } from '../beneficiary/beneficiary.service.js';
import { WelfareCase } from './case.entity.js';
import { isOpen } from './case.rules.js';
import { countOpen } from './case.service.js';

/** An accepted case of a neglected elderly person in Kujangsari. */
export function aCase(
  service: TestService,
  fields: Partial<WelfareCase> = {},
): Promise<WelfareCase> {
  const regionCode = fields.regionCode ?? '32.79.04.2006';
  return service.asSystem(async (work) => {
    const beneficiaryId = randomUUID();
    const key = await keyToWrite(work, subjectOf(beneficiaryId));
    await work.insert(Beneficiary, {
      id: beneficiaryId,
      version: 1,
      subjectKind: 'PERSON',
      regionCode,
      ...closeBeneficiary(key, beneficiaryId, { name: 'Nama Contoh' }),
      nikAbsentReason: 'LOST_DOCUMENTS',
    });
    const row = await work.insert(WelfareCase, {
      id: randomUUID(),
      version: 1,
      caseNumber: `KS/test/${randomUUID()}`,
      beneficiaryId,
      category: 'LANJUT_USIA_TELANTAR',
      regionCode,
      urgency: 'NORMAL',
      status: 'ACCEPTED',
      channel: 'KT',
      pausedFrom: null,
      reportedAt: work.now,
      reportedByOrganizationId: null,
      reportedBy: null,
      sealed: false,
      sealedAt: fields.sealed ? work.now : null,
      sealReason: fields.sealed ? 'PERSON_AT_RISK' : null,
      assignedOrganizationId: null,
      ...fields,
    });
    if (isOpen(row)) await countOpen(work, row, 1);
    return row;
  });
}
