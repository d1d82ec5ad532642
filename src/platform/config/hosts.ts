import { isIP } from 'node:net';

/** Whether a host name or address reaches this machine only. */
export const isLoopback = (host: string): boolean => {
  const bare = host.replace(/^\[(.*)\]$/, '$1');
  return bare === 'localhost' || bare === '::1' || (isIP(bare) === 4 && bare.startsWith('127.'));
};

/** Whether a text is an IP address, a network in CIDR form, or a word for the loopback network. */
export const isProxyAddress = (text: string): boolean => {
  if (text === 'loopback') return true;
  const [address = '', bits, ...rest] = text.split('/');
  const version = isIP(address);
  if (version === 0 || rest.length > 0) return false;
  return (
    bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128))
  );
};

/** Whether a text is a host name or address, with or without a port. */
export const isHost = (text: string): boolean =>
  /^[A-Za-z0-9.-]+(:\d{1,5})?$|^\[[0-9a-f:]+\](:\d{1,5})?$/i.test(text);
