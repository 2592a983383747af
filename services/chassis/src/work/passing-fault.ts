/** SQLSTATE classes of a database that is away, busy, starting, out of room or asked to wait. */
const passingStates = /^(08|40|53|55|57|58)/;
const lostConnections = /^(ECONN|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH)/;
const lostWords =
  /^(Connection terminated|Client has encountered|Query read timeout|timeout exceeded|Client was closed|Driver not Connected)/i;
const lostRunners = ['QueryRunnerAlreadyReleasedError', 'TransactionNotStartedError'];

/** Whether an error tells of the database's present state and not of what was asked of it. */
export function isPassingFault(error: unknown): boolean {
  const { code = '', message = '', name = '' } = (error ?? {}) as Partial<Error & { code: string }>;
  if (passingStates.test(code) || lostConnections.test(code)) return true;
  return lostWords.test(message) || lostRunners.includes(name);
}
