export type EndpointFault =
  'not-a-url' | 'not-https' | 'credentials' | 'fragment' | 'port' | 'host';

/** The only ports of endpoints: others are where databases and consoles listen. */
const ports = ['', '443', '8443'];

// What WHATWG URL leaves of `0x7f.1`, `2130706433` and `0177.0.0.1` is dotted: nothing else is needed.
const loopbackHost = /^(localhost|127(\.\d+){3}|\[::1\])$/;

const innerName = /(^|\.)(localhost|local|internal|intranet|lan|home\.arpa|onion)$/;
const isLiteral = (host: string) => /^\[.*\]$|^\d+(\.\d+){3}$/.test(host);

/** Where endpoints may be. */
export interface Allowed {
  /** This machine too, as developers want. */
  loopback: boolean;
  isPublic(address: string): boolean;
}

export const longestEndpoint = 2_000;

/** Where events may be sent by the form of its address; where its name leads is judged at each connection. */
export function readEndpoint(
  text: string,
  { loopback, isPublic }: Allowed,
): { url: URL } | { fault: EndpointFault } {
  if (text.length > longestEndpoint || !URL.canParse(text) || /\s/.test(text))
    return { fault: 'not-a-url' };
  const url = new URL(text);
  const isOwn = loopback && loopbackHost.test(url.hostname);
  if (url.protocol !== 'https:' && !(isOwn && url.protocol === 'http:'))
    return { fault: 'not-https' };
  if (url.username !== '' || url.password !== '') return { fault: 'credentials' };
  if (text.includes('#')) return { fault: 'fragment' };
  if (isOwn) return { url };
  if (!ports.includes(url.port)) return { fault: 'port' };
  const host = url.hostname.replace(/\.$/, '');
  const isOutside = isLiteral(host)
    ? isPublic(host.replace(/^\[|\]$/g, ''))
    : host.includes('.') && !innerName.test(host);
  return isOutside ? { url } : { fault: 'host' };
}
