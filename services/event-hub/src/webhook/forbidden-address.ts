import { BlockList, isIP } from 'node:net';

/** Ranges that are not the public internet (IANA special-purpose registries), and so nobody's endpoint. */
const forbidden4: readonly [string, number][] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  // With 169.254.169.254, where clouds tell a machine its credentials.
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
];

/** Of what is unicast and global, what leads elsewhere: tunnels and examples. */
const forbidden6: readonly [string, number][] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
];

const lists = {
  forbidden4: new BlockList(),
  forbidden6: new BlockList(),
  global6: new BlockList(),
  loopback: new BlockList(),
};
for (const [net, prefix] of forbidden4) lists.forbidden4.addSubnet(net, prefix, 'ipv4');
for (const [net, prefix] of forbidden6) lists.forbidden6.addSubnet(net, prefix, 'ipv6');
lists.global6.addSubnet('2000::', 3, 'ipv6');
lists.loopback.addSubnet('127.0.0.0', 8, 'ipv4');
lists.loopback.addAddress('::1', 'ipv6');

/** Whether an address is one of the public internet: everything that is not known to be is refused. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !lists.forbidden4.check(address, 'ipv4');
  // IPv4 in IPv6, NAT64, unique-local, link-local and multicast all lie outside of 2000::/3.
  return (
    family === 6 && lists.global6.check(address, 'ipv6') && !lists.forbidden6.check(address, 'ipv6')
  );
}

/** This machine itself, which a developer may allow. */
export function isLoopback(address: string): boolean {
  const family = isIP(address);
  return family !== 0 && lists.loopback.check(address, family === 4 ? 'ipv4' : 'ipv6');
}
