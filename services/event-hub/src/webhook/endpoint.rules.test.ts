import { describe, expect, test } from '@jest/globals';
import { isPublicAddress } from './forbidden-address.js';
import { readEndpoint } from './endpoint.rules.js';

const strict = { loopback: false, isPublic: isPublicAddress };
const developers = { ...strict, loopback: true };

describe('readEndpoint', () => {
  test.each([
    'https://events.dinsos.banjarkota.go.id/jejaring',
    'https://events.example.org:8443/in?tenant=1',
    'https://events.example.org:443/',
    'https://8.8.8.8/in',
    'https://[2606:4700::1111]/in',
  ])('lets %s be', (endpoint) => {
    expect(readEndpoint(endpoint, strict)).toHaveProperty('url');
  });

  test.each([
    ['http://events.example.org/', 'not-https'],
    ['ftp://events.example.org/', 'not-https'],
    ['file:///etc/passwd', 'not-https'],
    ['gopher://events.example.org/', 'not-https'],
    ['events.example.org', 'not-a-url'],
    ['https://', 'not-a-url'],
    ['https://exa mple.org/', 'not-a-url'],
    ['https://example.org/\r\nhost: inner', 'not-a-url'],
    [`https://example.org/${'a'.repeat(2_000)}`, 'not-a-url'],
    ['https://user@events.example.org/', 'credentials'],
    ['https://user:secret@events.example.org/', 'credentials'],
    ['https://events.example.org/#part', 'fragment'],
    ['https://events.example.org/#', 'fragment'],
    ['https://events.example.org:22/', 'port'],
    ['https://events.example.org:5432/', 'port'],
    ['https://events.example.org:9200/', 'port'],
    ['https://localhost/', 'host'],
    ['https://localhost./', 'host'],
    ['https://training/graphql', 'host'],
    ['https://db.internal/', 'host'],
    ['https://printer.local/', 'host'],
    ['https://a.localhost/', 'host'],
    ['https://10.0.0.1/in', 'host'],
    ['https://0x7f.1/', 'host'],
    ['https://[fd00::1]/', 'host'],
  ])('refuses %s: %s', (endpoint, fault) => {
    expect(readEndpoint(endpoint, strict)).toEqual({ fault });
  });

  test.each(['http://127.0.0.1:9000/in', 'http://localhost:9000/in', 'http://[::1]:9000/in'])(
    'lets %s be only where a developer allows it',
    (endpoint) => {
      expect(readEndpoint(endpoint, developers)).toHaveProperty('url');
      expect(readEndpoint(endpoint, strict)).toHaveProperty('fault');
    },
  );

  test('lets no other address go without TLS, whatever a developer allows', () => {
    for (const host of ['192.168.1.1', 'events.example.org', '127.evil.example.org'])
      expect(readEndpoint(`http://${host}/`, developers)).toEqual({ fault: 'not-https' });
  });
});

/** What the form of an address hides: the host is what the parser of URLs makes of it. */
const hostOf = (endpoint: string) => new URL(endpoint).hostname.replace(/^\[|\]$/g, '');

describe('isPublicAddress', () => {
  test.each([
    ['loopback', 'https://127.0.0.1/'],
    ['loopback, short', 'https://127.1/'],
    ['loopback, decimal', 'https://2130706433/'],
    ['loopback, octal', 'https://0177.0.0.1/'],
    ['loopback, hexadecimal', 'https://0x7f.0.0.1/'],
    ['loopback, one hexadecimal number', 'https://0x7f000001/'],
    ['loopback, full-width digits', 'https://１２７.0.0.1/'],
    ['loopback, IPv6', 'https://[::1]/'],
    ['loopback, IPv6 written out', 'https://[0:0:0:0:0:0:0:1]/'],
    ['loopback in IPv6', 'https://[::ffff:127.0.0.1]/'],
    ['loopback in IPv6, hexadecimal', 'https://[::ffff:7f00:1]/'],
    ['loopback in IPv6, the old form', 'https://[::127.0.0.1]/'],
    ['this host', 'https://0.0.0.0/'],
    ['this host, short', 'https://0/'],
    ['this host, IPv6', 'https://[::]/'],
    ['private 10', 'https://10.1.2.3/'],
    ['private 172', 'https://172.31.255.255/'],
    ['private 192', 'https://192.168.0.10/'],
    ['private in IPv6', 'https://[::ffff:10.0.0.1]/'],
    ['private behind NAT64', 'https://[64:ff9b::10.0.0.1]/'],
    ['private behind 6to4', 'https://[2002:0a00:0001::]/'],
    ['Teredo', 'https://[2001:0:1::1]/'],
    ['carrier NAT', 'https://100.64.0.1/'],
    ['carrier NAT, its end', 'https://100.127.255.254/'],
    ['link-local', 'https://169.254.1.1/'],
    ['metadata of clouds', 'https://169.254.169.254/latest/meta-data/'],
    ['metadata, decimal', 'https://2852039166/'],
    ['metadata in IPv6', 'https://[fd00:ec2::254]/'],
    ['unique-local', 'https://[fc00::1]/'],
    ['link-local, IPv6', 'https://[fe80::1]/'],
    ['site-local', 'https://[fec0::1]/'],
    ['multicast', 'https://224.0.0.1/'],
    ['multicast, IPv6', 'https://[ff02::1]/'],
    ['broadcast', 'https://255.255.255.255/'],
    ['reserved', 'https://240.0.0.1/'],
    ['benchmarking', 'https://198.18.0.1/'],
    ['documentation', 'https://192.0.2.1/'],
    ['documentation, IPv6', 'https://[2001:db8::1]/'],
    ['protocol assignments', 'https://192.0.0.8/'],
  ])('refuses %s: %s', (_what, endpoint) => {
    expect(isPublicAddress(hostOf(endpoint))).toBe(false);
  });

  test.each(['8.8.8.8', '103.28.14.1', '172.32.0.1', '100.128.0.1', '2606:4700::1111', '2404::1'])(
    'lets %s be',
    (address) => {
      expect(isPublicAddress(address)).toBe(true);
    },
  );

  test.each(['', 'localhost', '1.2.3', '1.2.3.4.5', 'fe80::1%eth0', '0x7f000001'])(
    'takes %p for no address',
    (address) => {
      expect(isPublicAddress(address)).toBe(false);
    },
  );
});
