/** Whether the database refused a row because of this unique index or exclusion constraint. */
export function isUniqueViolation(error: unknown, constraint: string): boolean {
  const { code, constraint: name } = error as { code?: string; constraint?: string };
  return (code === '23505' || code === '23P01') && name === constraint;
}
