/** Where each service answers: its name in the supergraph and one or more addresses. */
export type ServiceAddresses = ReadonlyMap<string, readonly string[]>;

/** Reads `organizations=http://a:4001/graphql|http://b:4001/graphql,training=http://…`. */
export function parseServiceUrls(raw: string): ServiceAddresses {
  const services = new Map<string, string[]>();
  for (const entry of raw.split(',').filter((part) => part.trim() !== '')) {
    const { service, addresses } = parseEntry(entry.trim());
    if (services.has(service)) throw new Error(`SERVICE_URLS names ${service} twice.`);
    services.set(service, addresses);
  }
  return services;
}

function parseEntry(entry: string): { service: string; addresses: string[] } {
  const split = entry.indexOf('=');
  const service = entry.slice(0, split).trim();
  if (split < 1 || !/^[a-z][a-z0-9-]*$/.test(service)) {
    throw new Error(`SERVICE_URLS has an entry without a service name: ${entry}`);
  }
  const addresses = entry
    .slice(split + 1)
    .split('|')
    .map((address) => address.trim());
  for (const address of addresses) refuseBadAddress(service, address);
  return { service, addresses };
}

function refuseBadAddress(service: string, address: string): void {
  if (!/^https?:\/\/[^/?#@\s]+\/[^?#\s]*$/.test(address)) {
    throw new Error(
      `SERVICE_URLS gives ${service} an address that is not http(s)://host/path: ${address}`,
    );
  }
}
