/** Whether endpoints on this machine may be subscribed, as developers want; settled when the process starts. */
export const allowed = { loopback: false };
