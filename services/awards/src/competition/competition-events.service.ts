import { encodeId } from '@jejaring/chassis/graph/ids';
import type { Work } from '@jejaring/chassis/work/unit-of-work';
import {
  competitionCancelled,
  competitionFinalized,
  competitionPublished,
  judgingStarted,
  nominationsClosed,
  nominationsOpened,
  winnersPromoted,
} from '@jejaring/schema/events/awards.events';
import type { Competition } from './competition.entity.js';

/** Where the events of a competition belong; none for the nation. */
export const regionOf = ({ regionCode }: Competition) => regionCode || null;

export const eventData = ({ id, year, tier, category, regionCode }: Competition) => ({
  competitionId: encodeId('cmp', id),
  year,
  tier,
  category,
  regionCode,
});

const said = {
  PUBLISH: competitionPublished,
  OPEN_NOMINATIONS: nominationsOpened,
  CLOSE_NOMINATIONS: nominationsClosed,
  START_JUDGING: judgingStarted,
  FINALIZE: competitionFinalized,
  PROMOTE: winnersPromoted,
  CANCEL: competitionCancelled,
} as const;

/** Says that a competition took a step that needs no more words. */
export const sayStep = (work: Work, command: keyof typeof said, competition: Competition) =>
  work.publish(said[command], { region: regionOf(competition), data: eventData(competition) });
