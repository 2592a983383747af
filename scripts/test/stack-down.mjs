/** Replaced when the federation can be started as a whole. */
export default async function stackUp() {}
