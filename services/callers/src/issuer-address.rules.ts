/** Keys that came over an open line are anybody's; only what stays on this machine may be let pass, where somebody says so. */
export function isGuardedIssuer(at: { issuer: string; issuerOverHttp: boolean }): boolean {
  const { protocol, hostname } = new URL(at.issuer);
  if (protocol === 'https:') return true;
  const isAllowed = at.issuerOverHttp && protocol === 'http:';
  return isAllowed && /^((.+\.)?localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
}
