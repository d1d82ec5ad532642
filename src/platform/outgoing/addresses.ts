import { BlockList, isIP } from 'node:net';

/**
 * Addresses behind which clouds keep the secrets of the machine, and all that is link-local: no
 * gateway of an office stands there.
 */
const never = new BlockList();
never.addSubnet('169.254.0.0', 16, 'ipv4');
never.addAddress('100.100.100.200', 'ipv4');
never.addAddress('192.0.0.192', 'ipv4');
never.addSubnet('0.0.0.0', 8, 'ipv4');
never.addSubnet('224.0.0.0', 3, 'ipv4');
never.addSubnet('fe80::', 10, 'ipv6');
never.addSubnet('ff00::', 8, 'ipv6');
never.addAddress('fd00:ec2::254', 'ipv6');
never.addAddress('::', 'ipv6');

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

const inList = (list: BlockList, address: string): boolean => {
  // An IPv4 address in IPv6 clothes is judged as what it is.
  const bare = address.replace(/^::ffff:(?=\d+\.)/i, '');
  return list.check(bare, isIP(bare) === 6 ? 'ipv6' : 'ipv4');
};

/** Host names of URLs carry brackets around IPv6 addresses; sockets do not. */
export const bareHost = (host: string): string => host.replace(/^\[(.*)\]$/, '$1').toLowerCase();

/**
 * Whether a name that was looked up may be connected to at that address.
 * @param host what the operator configured
 * @param address what the name server answered
 */
export const mayConnect = (host: string, address: string): boolean => {
  const bare = bareHost(host);
  // An address that the operator wrote down as such was meant.
  if (isIP(bare) !== 0) return bare === address.toLowerCase();
  if (inList(never, address)) return false;
  return bare === 'localhost' || !inList(loopback, address);
};

/** Whether a host means this machine, where TLS may be left out. */
export const isThisMachine = (host: string): boolean => {
  const bare = bareHost(host);
  return bare === 'localhost' || (isIP(bare) !== 0 && inList(loopback, bare));
};
