import { Type } from '@sinclair/typebox';
import { roles } from '../roles.js';
import { contract, data, id, oneOf, regionCode } from './contract.js';

const appointmentId = id('apt', 'The appointment.');
const instant = (description: string) => Type.String({ format: 'date-time', description });
const sample = { appointmentId: 'apt_01jd2ah9p4e8x9y6c1v2b3n4m5' };

/** Said when somebody may act in a role from a moment on. Names nobody: a hash of the account stands for them. */
export const appointmentMade = contract({
  type: 'organizations.appointment.made.v1',
  description:
    'Somebody may act in a role, for a region, an office or an organization, from a moment on.',
  descriptionId:
    'Seseorang ditugaskan dalam suatu peran, untuk suatu wilayah, dinas, atau organisasi, terhitung sejak waktu tertentu.',
  key: 'appointmentId',
  data: data({
    appointmentId,
    account: Type.String({
      pattern: '^[0-9a-f]{64}$',
      description: 'SHA-256 of the subject of the person’s tokens, in hexadecimal.',
    }),
    role: oneOf(roles, 'The role that may be claimed.'),
    nationwide: Type.Boolean({ description: 'Whether it holds for the whole nation.' }),
    regionCode: Type.Optional(regionCode('The region range it holds for; absent for none.')),
    organizationId: Type.Optional(id('org', 'The organization acted for.')),
    officeId: Type.Optional(id('ofc', 'The office acted for.')),
    validFrom: instant('From this moment on.'),
    validTo: Type.Optional(instant('Until this moment; absent while no end is set.')),
  }),
  sample: {
    ...sample,
    account: '0'.repeat(64),
    role: 'KT_OFFICER',
    nationwide: false,
    regionCode: '32.79.04.2006',
    organizationId: 'org_01jd2ah9p4e8x9y6c1v2b3n4m5',
    validFrom: '2024-01-02T00:00:00.000Z',
  },
});

/** Said once, when an appointment ends; every service refuses the claim from then on. */
export const appointmentEnded = contract({
  type: 'organizations.appointment.ended.v1',
  description: 'An appointment ended: what it allowed is refused from this moment on.',
  descriptionId: 'Suatu penugasan berakhir: kewenangannya ditolak sejak saat itu.',
  key: 'appointmentId',
  data: data({ appointmentId, endedAt: instant('When it ended.') }),
  sample: { ...sample, endedAt: '2024-06-30T17:00:00.000Z' },
});
