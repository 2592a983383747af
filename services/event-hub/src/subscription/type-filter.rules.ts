/** `training.certificate.issued.v1`, or `training.*`, or `training.certificate.*`. */
export const typeFilter =
  /^[a-z]+(-[a-z]+)*(\.[a-z]+(-[a-z]+)*)?(\.\*|\.[a-z]+(-[a-z]+)*\.v[1-9]\d*)$/;

/** Whether one of the filters takes the kind of event. */
export const takes = (filters: readonly string[], type: string): boolean =>
  filters.some((filter) =>
    filter.endsWith('.*') ? type.startsWith(filter.slice(0, -1)) : filter === type,
  );
