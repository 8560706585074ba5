import { BlockList, isIP } from "node:net";

/** Sources: IANA IPv4 Special-Purpose Address Registry (RFC 6890), multicast (RFC 5771) and reserved (RFC 1112) space. */
const inside4 = new BlockList();
for (const [network, prefix] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 3],
] as const)
  inside4.addSubnet(network, prefix, "ipv4");

/**
 * Of IPv6 only what is given out as global unicast is outside, less what carries an IPv4 address within it or is set
 * aside. Addresses that map IPv4 (::ffff:0:0/96) or translate to it (64:ff9b::/96) are not in it. Sources: IANA IPv6
 * Special-Purpose Address Registry, RFC 4291, RFC 6052.
 */
const global6 = new BlockList();
global6.addSubnet("2000::", 3, "ipv6");
const aside6 = new BlockList();
for (const [network, prefix] of [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
] as const)
  aside6.addSubnet(network, prefix, "ipv6");

/** Whether an address is on the public network: not this machine, nor anything beside it. */
export function isPublicAddress(ip: string): boolean {
  const kind = isIP(ip);
  if (kind === 4) return !inside4.check(ip, "ipv4");
  return kind === 6 && !ip.includes("%") && global6.check(ip, "ipv6") && !aside6.check(ip, "ipv6");
}
