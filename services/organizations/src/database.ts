import { Appointment } from './appointment/appointment.entity.js';
import { Honour } from './honour/honour.entity.js';
import { CreateOrganizations1764000000000 } from './migrations/1764000000000-create-organizations.js';
import { CreateAppointment1764000100000 } from './migrations/1764000100000-create-appointment.js';
import { Office, OfficeName } from './office/office.entity.js';
import { Organization, OrganizationPeriod } from './organization/organization.entity.js';
import { Region } from './region/region.entity.js';

export const database = {
  entities: [Region, Office, OfficeName, Organization, OrganizationPeriod, Honour, Appointment],
  migrations: [CreateOrganizations1764000000000, CreateAppointment1764000100000],
};
