/** `training.certificate.issued.v1`, or `training.*`, or `training.certificate.*`. */
export const typeFilter =
  /^[a-z]+(-[a-z]+)*(\.[a-z]+(-[a-z]+)*)?(\.\*|\.[a-z]+(-[a-z]+)*\.v[1-9]\d*)$/;
