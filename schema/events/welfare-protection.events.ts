import { contract, data, id, oneOf, regionCode } from './contract.js';
import { Type } from '@sinclair/typebox';

const ofCase = {
  caseId: id('case', 'The case.'),
  regionCode: regionCode('The village where the person lives.'),
};
const sampleCase = { caseId: 'case_01jd2ah9p4e8x9y6c1v2b3n4m5', regionCode: '32.79.04.2006' };

/** Said once, when a case is closed to all but those who must know; whoever holds a reference drops it. */
export const caseSealed = contract({
  type: 'welfare-cases.case.sealed.v1',
  description:
    'A case was sealed (kasus tertutup). Nothing more is told of it: drop what you hold. Cases sealed from their report on were never told of.',
  descriptionId:
    'Suatu kasus dijadikan kasus tertutup. Tidak ada lagi yang disampaikan tentangnya: lepaskan semua yang disimpan. Kasus yang tertutup sejak dilaporkan tidak pernah disampaikan.',
  key: 'caseId',
  data: data({
    ...ofCase,
    ground: oneOf(
      [
        'SENSITIVE_CATEGORY',
        'CHILD_VICTIM',
        'PERSON_AT_RISK',
        'PERSON_KNOWN_LOCALLY',
        'COURT_ORDER',
      ],
      'The ground, as a code.',
    ),
  }),
  sample: { ...sampleCase, ground: 'PERSON_AT_RISK' },
});

/** Said when a case is opened again to those in charge of its region. */
export const caseUnsealed = contract({
  type: 'welfare-cases.case.unsealed.v1',
  description: 'A sealed case was opened again. What is told of it from now on is told as before.',
  descriptionId:
    'Kasus tertutup dibuka kembali. Perkembangan selanjutnya disampaikan seperti semula.',
  key: 'caseId',
  data: data({
    ...ofCase,
    ground: oneOf(['RISK_ENDED', 'PERSON_ASKED', 'SEALED_BY_MISTAKE'], 'The ground, as a code.'),
  }),
  sample: { ...sampleCase, ground: 'RISK_ENDED' },
});

const emergencies = ['THREAT_TO_LIFE', 'CHILD_IN_DANGER', 'DISASTER', 'COURT_ORDER'] as const;

const ofGrant = {
  grantId: id('bgl', 'The grant.'),
  ...ofCase,
  emergency: oneOf(emergencies, 'What kind of emergency was named.'),
};
const sampleGrant = {
  grantId: 'bgl_01jd2ah9p4e8x9y6c1v2b3n4m5',
  ...sampleCase,
  emergency: 'THREAT_TO_LIFE' as const,
};

/** Said at once, when somebody opened a case in an emergency: to who handles it and who watches over the data. */
export const breakGlassUsed = contract({
  type: 'welfare-cases.break-glass.used.v1',
  description:
    'Somebody without a right to a case opened it in an emergency (akses darurat), for an hour. It must be reviewed by the time named here.',
  descriptionId:
    'Seseorang tanpa hak atas suatu kasus membukanya dalam keadaan darurat (akses darurat), selama satu jam. Penggunaannya wajib ditinjau paling lambat pada waktu yang disebutkan di sini.',
  key: 'caseId',
  data: data({
    ...ofGrant,
    ownerOrganizationId: Type.Optional(id('org', 'The organization that handles the case.')),
    reviewBy: Type.String({ format: 'date-time', description: 'Until when it must be reviewed.' }),
  }),
  sample: {
    ...sampleGrant,
    ownerOrganizationId: 'org_01jd2ah9p4e8x9y6c1v2b3n4m5',
    reviewBy: '2026-11-23T02:00:00.000Z',
  },
});

/** Said when who watches over the data has judged the use of an emergency. */
export const breakGlassReviewed = contract({
  type: 'welfare-cases.break-glass.reviewed.v1',
  description: 'The opening of a case in an emergency was found justified, or not.',
  descriptionId:
    'Pembukaan suatu kasus dalam keadaan darurat telah ditinjau dan dinyatakan beralasan, atau tidak.',
  key: 'caseId',
  data: data({
    ...ofGrant,
    verdict: oneOf(['JUSTIFIED', 'UNJUSTIFIED'], 'What the review found.'),
  }),
  sample: { ...sampleGrant, verdict: 'JUSTIFIED' },
});

/** Said once, when nobody reviewed it in time; whoever used it gets no other grant until somebody does. */
export const breakGlassOverdue = contract({
  type: 'welfare-cases.break-glass.overdue.v1',
  description: 'The opening of a case in an emergency was not reviewed within three days.',
  descriptionId: 'Pembukaan suatu kasus dalam keadaan darurat tidak ditinjau dalam tiga hari.',
  key: 'caseId',
  data: data(ofGrant),
  sample: sampleGrant,
});
