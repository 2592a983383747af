import type { Decision, InvalidInput } from '@jejaring/chassis/work/refusal';
import { invalidInput } from '@jejaring/chassis/work/refusal';

/** So many are sent again at one word; whoever wants more says it again from where that ended. */
export const mostReplayed = 10_000;

export interface Span<Bound> {
  from: Bound;
  /** Not itself. */
  to: Bound;
}

/** Which events: by their ids, or by one kind of span. */
export type ReplayChoice =
  | { by: 'ids'; ids: readonly string[] }
  | { by: 'positions'; span: Span<string> }
  | { by: 'recorded'; span: Span<Date> }
  | { by: 'occurred'; span: Span<Date> };

export interface Asked {
  eventIds?: readonly string[] | null;
  positions?: Span<string> | null;
  recorded?: Span<Date> | null;
  occurred?: Span<Date> | null;
}

const fault = (field: string, en: string, id: string) => invalidInput(field, { en, id });

const spanOf = <Bound>({ from, to }: Span<Bound>): Span<Bound> => ({ from, to });

/** What was asked for, said in exactly one way. */
export function choose(asked: Asked): Decision<{ choice: ReplayChoice }, InvalidInput> {
  const { eventIds, positions, recorded, occurred } = asked;
  const choices: ReplayChoice[] = [
    ...(eventIds ? [{ by: 'ids', ids: eventIds } as const] : []),
    ...(positions ? [{ by: 'positions', span: spanOf(positions) } as const] : []),
    ...(recorded ? [{ by: 'recorded', span: spanOf(recorded) } as const] : []),
    ...(occurred ? [{ by: 'occurred', span: spanOf(occurred) } as const] : []),
  ];
  const [choice] = choices;
  if (choice === undefined || choices.length > 1)
    return fault(
      'eventIds',
      'Say which events in one way: by ids, positions, recorded or occurred time.',
      'Sebutkan peristiwa dengan satu cara: id, posisi, waktu pencatatan, atau waktu kejadian.',
    );
  if (choice.by !== 'ids' && !isForward(choice.span))
    return fault(choice.by, 'It ends before it begins.', 'Berakhir sebelum dimulai.');
  return { refused: null, choice };
}

const isForward = ({ from, to }: Span<string> | Span<Date>): boolean =>
  typeof from === 'string' ? BigInt(from) < BigInt(to as string) : from < to;

/** More than is sent at one word is not begun: nobody could tell where it ended. */
export const limit = (matched: number): Decision<object, InvalidInput> =>
  matched <= mostReplayed
    ? { refused: null }
    : fault(
        'eventIds',
        'These are more than 10,000 events; narrow the span.',
        'Lebih dari 10.000 peristiwa; persempit rentangnya.',
      );
