/** How many calls a service may be asked a second time: a share of those that came before. */
export interface RepeatBudget {
  /** One more call is made. */
  earn(): void;
  /** Takes one repetition if there is one left. */
  spend(): boolean;
}

/** So that a service that is seldom asked can still be asked twice now and then. */
const reserve = 10;

/**
 * A service that fails under load must not get twice the load for it. Repetitions are earned by
 * calls and kept only up to the reserve, so an outage cannot be met with a hoard.
 */
export function openRepeatBudget(percent: number): RepeatBudget {
  // Counted in hundredths, so that ten calls at ten percent make exactly one.
  const most = percent === 0 ? 0 : reserve * 100;
  let left = most;
  return {
    earn() {
      left = Math.min(most, left + percent);
    },
    spend() {
      if (left < 100) return false;
      left -= 100;
      return true;
    },
  };
}
