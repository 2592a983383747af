import type { DemoLoader } from '@jejaring/chassis/testing/demo';
import { appointPeople } from './demo/appointments.js';
import { determineClasses } from './demo/classes.js';
import { registerOffices } from './demo/offices.js';
import { giveAssistance } from './demo/assistance.js';
import { seatBoards } from './demo/boards.js';
import { registerOrganizations } from './demo/organizations.js';
import { agreePartnerships } from './demo/partnerships.js';
import { openPosts } from './demo/posts.js';
import { enactRegulations } from './demo/regulations.js';
import { stateVillageStatus } from './demo/village-status.js';

/** What the source articles speak of, each part on those before it. */
export async function loadDemo(demo: DemoLoader): Promise<void> {
  await registerOffices(demo);
  await openPosts(demo);
  await enactRegulations(demo);
  await registerOrganizations(demo);
  await appointPeople(demo);
  await giveAssistance(demo);
  await seatBoards(demo);
  await determineClasses(demo);
  await stateVillageStatus(demo);
  await agreePartnerships(demo);
}
