import { Appointment } from '@jejaring/organizations/appointment/appointment.entity';
import { appointmentPolicy } from '@jejaring/organizations/appointment/appointment.rules';
import { Board } from '@jejaring/organizations/board/board.entity';
import { boardPolicy, boardStatuses } from '@jejaring/organizations/board/board.rules';
import { Seat } from '@jejaring/organizations/board/board.entity';
import { seatPolicy } from '@jejaring/organizations/board/seat.rules';
import { Classification } from '@jejaring/organizations/classification/classification.entity';
import {
  classificationPolicy,
  classificationStatuses,
} from '@jejaring/organizations/classification/classification.rules';
import { MembershipSnapshot } from '@jejaring/organizations/membership/membership.entity';
import { membershipPolicy } from '@jejaring/organizations/membership/membership.rules';
import { Officer } from '@jejaring/organizations/officer/officer.entity';
import { officerPolicy } from '@jejaring/organizations/officer/officer.rules';
import { Organization } from '@jejaring/organizations/organization/organization.entity';
import {
  organizationPolicy,
  organizationStatuses,
} from '@jejaring/organizations/organization/organization.rules';
import { PostHolder } from '@jejaring/organizations/post/post.entity';
import { postHolderPolicy } from '@jejaring/organizations/post/post.rules';
import { WorkProgramme } from '@jejaring/organizations/work-programme/work-programme.entity';
import {
  programmeStatuses,
  workProgrammePolicy,
} from '@jejaring/organizations/work-programme/work-programme.rules';
import { encodeId } from '@jejaring/chassis/graph/ids';
import { roles } from '@jejaring/schema/roles';
import { organizations as known } from '../actors.js';
import type { Drawing, Judged, Kind, RowsOf } from '../kinds.js';
import { along, asList, byId, byReference, inProvince } from '../paths.js';
import type { Row } from '../rows.js';

const organizations = { type: 'Organization', table: 'organization', prefix: 'org' } as const;
const boards = { type: 'Board', table: 'board', prefix: 'brd' } as const;
const officers = { type: 'Officer', table: 'officer', prefix: 'ofr' } as const;

/** What belongs to an organization lies where it is seated. */
function drawOfOrganization(drawing: Drawing): Row {
  const of = drawing.rowOf('organization');
  return { organization_id: of.id, region_code: of.region_code };
}

const partOf = (field: string, table: string, selection?: string) =>
  along({
    parent: organizations,
    field,
    table,
    by: 'organization_id',
    pointsTo: 'parent',
    ...(selection ? { selection } : {}),
  });

const ofFirst = (row: Row) => row.organization_id === known[0];

const people: Kind[] = [
  {
    name: 'Officer',
    policy: officerPolicy,
    entity: Officer,
    count: 50,
    draw: (drawing) => ({ ...drawOfOrganization(drawing), residence_region_code: drawing.place() }),
    facts: ({ id }, rows: RowsOf) => {
      const seats = rows('seat').filter(({ officer_id: officer }) => officer === id);
      const held = seats.map(({ organization_id: organization, status }) => ({
        organization,
        status,
      }));
      return { seats: held } as never;
    },
  },
  {
    name: 'Board',
    policy: boardPolicy,
    entity: Board,
    count: 50,
    draw: (drawing) => ({
      ...drawOfOrganization(drawing),
      status: drawing.pick(boardStatuses),
      ratifier_organization_id: drawing.maybe(drawing.organization()),
    }),
  },
  {
    name: 'Seat',
    policy: seatPolicy,
    entity: Seat,
    count: 70,
    draw(drawing) {
      const of = drawing.rowOf('board');
      return {
        board_id: of.id,
        organization_id: of.organization_id,
        region_code: of.region_code,
        officer_id: drawing.idOf('officer'),
        status: drawing.pick(['PROPOSED', 'HELD', 'WITHDRAWN']),
        valid_from: '2024-01-01',
        valid_to: '2029-01-01',
      };
    },
    facts: ({ board_id: board }, rows: RowsOf) => {
      const [of] = rows('board').filter(({ id }) => id === board);
      const { ratifier_organization_id: ratifier, status } = of!;
      return { boards: [ratifier === null ? { status } : { ratifier, status }] } as never;
    },
  },
];

const holders: Kind[] = [
  {
    name: 'Appointment',
    policy: appointmentPolicy,
    entity: Appointment,
    count: 50,
    draw: (drawing) => ({
      role: drawing.pick(roles),
      region_code: drawing.place(),
      organization_id: drawing.maybe(drawing.organization()),
    }),
  },
  {
    name: 'PostHolder',
    policy: postHolderPolicy,
    entity: PostHolder,
    count: 10,
    draw: () => ({}),
  },
];

const plans: Kind[] = [
  {
    name: 'MembershipSnapshot',
    policy: membershipPolicy,
    entity: MembershipSnapshot,
    count: 30,
    draw: drawOfOrganization,
  },
  {
    name: 'Classification',
    policy: classificationPolicy,
    entity: Classification,
    count: 30,
    draw: (drawing) => ({
      ...drawOfOrganization(drawing),
      status: drawing.pick(classificationStatuses),
    }),
  },
  {
    name: 'WorkProgramme',
    policy: workProgrammePolicy,
    entity: WorkProgramme,
    count: 30,
    draw: (drawing) => ({
      ...drawOfOrganization(drawing),
      status: drawing.pick(programmeStatuses),
    }),
  },
];

export const organizationRecords: Judged = {
  service: 'organizations',
  kinds: [
    {
      name: 'Organization',
      policy: organizationPolicy,
      entity: Organization,
      count: 40,
      draw: (drawing, at) => ({
        ...(known[at] ? { id: known[at] } : {}),
        status: drawing.pick(organizationStatuses),
        region_code: drawing.place(),
        applicant_id: drawing.person('KT_OFFICER'),
      }),
    },
    ...people,
    ...holders,
    ...plans,
  ],
  paths: [
    byId('organization', organizations),
    byReference('Organization', organizations),
    asList('organizations', 'organization', { given: () => ', region: "32"', where: inProvince }),
    byId('officer', officers),
    byReference('Officer', officers),
    asList('officers', 'officer', {
      given: () => `, organization: "${encodeId('org', known[0]!)}"`,
      where: ofFirst,
    }),
    byId('board', boards),
    byReference('Board', boards),
    asList('appointments', 'appointment', { given: () => ', region: "32"', where: inProvince }),
    byId('workProgramme', { table: 'work_programme', prefix: 'wpg' }),
    asList('workProgrammes', 'work_programme', {
      given: () => ', region: "32"',
      where: inProvince,
    }),
    partOf('boards(first: 100)', 'board', '{ nodes { __typename } }'),
    partOf('appointments', 'appointment'),
    partOf('classifications', 'classification'),
    partOf('workProgrammes', 'work_programme'),
    along({
      parent: boards,
      field: 'seats',
      table: 'seat',
      by: 'board_id',
      pointsTo: 'parent',
      // Who was proposed in vain is shown nowhere.
      where: ({ status }) => status !== 'WITHDRAWN',
    }),
    along({
      parent: officers,
      field: 'seats',
      table: 'seat',
      by: 'officer_id',
      pointsTo: 'parent',
      where: ({ status }) => status !== 'WITHDRAWN',
    }),
    along({
      parent: boards,
      field: 'organization',
      table: 'organization',
      by: 'organization_id',
      pointsTo: 'child',
    }),
  ],
};
