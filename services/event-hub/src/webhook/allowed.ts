import type { Allowed } from './endpoint.rules.js';
import { isPublicAddress } from './forbidden-address.js';

/** Where endpoints may be subscribed; whether on this machine too is settled when the process starts. */
export const allowed: Allowed = { loopback: false, isPublic: isPublicAddress };
