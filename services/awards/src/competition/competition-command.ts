import { commandsOf } from '@jejaring/chassis/graph/command';
import { readId } from '@jejaring/chassis/graph/ids';
import { toCompetitionProblem } from './competition-words.js';
import { Competition } from './competition.entity.js';
import { toCompetitionType } from './competition.types.js';

/** How every command that answers with a competition is given. */
export const command = commandsOf({
  entity: Competition,
  toType: toCompetitionType,
  toProblem: toCompetitionProblem,
});

/** The competition as the caller saw it. */
export const seen = ({ id, expectedVersion }: { id: string; expectedVersion: number }) => ({
  id: readId('cmp', 'id', id),
  expectedVersion,
});
