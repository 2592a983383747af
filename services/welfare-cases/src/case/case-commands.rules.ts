import type { Caller } from '@jejaring/chassis/work/scope.rules';
import { reopen } from './case-aftercare.rules.js';
import { seal, unseal } from './case-seal.rules.js';
import type { CaseCommand, CaseState } from './case.rules.js';
import { caseCommands, close, intervene, latestDate, step } from './case.rules.js';

/** The commands that would not be refused just now. */
export function commandsFor(
  state: CaseState & { closedAt: Date | null },
  caller: Caller,
  now: Date,
): CaseCommand[] {
  const decide = (command: CaseCommand) => {
    if (command === 'CLOSE') return close(state, caller);
    if (command === 'REOPEN') return reopen(state, caller, now);
    if (command === 'SEAL') return seal(state, caller);
    if (command === 'UNSEAL') return unseal(state, caller);
    if (command === 'RECORD_INTERVENTION') return intervene(state, latestDate(now), caller, now);
    return step(command, state, caller);
  };
  return caseCommands.filter((command) => decide(command).refused === null);
}
