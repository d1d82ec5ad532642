import { lookup as systemLookup, type LookupAddress } from 'node:dns';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { connect, type LookupFunction, type Socket } from 'node:net';
import { bareHost, isThisMachine, mayConnect } from './addresses.ts';
import { faultOf, OutgoingFault } from './fault.ts';

export type OutgoingRequest = {
  readonly method?: 'GET' | 'POST' | 'PUT';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Milliseconds for the whole exchange; 10,000 unless told. */
  readonly timeout?: number;
};

export type OutgoingAnswer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** At most 256 KiB. */
  readonly body: string;
};

/** The only way out of the program. */
export type Outgoing = {
  /** Whether host and port stand on the allow-list. */
  readonly allows: (host: string, port: number) => boolean;
  /**
   * One HTTP exchange. Redirects are never followed. Throws OutgoingFault: not-allowed,
   * not-encrypted, certificate, unreachable, timeout, redirected, answer-too-long.
   */
  readonly request: (url: string, request?: OutgoingRequest) => Promise<OutgoingAnswer>;
  /** An open TCP connection for other protocols; the caller encrypts and ends it. */
  readonly connect: (host: string, port: number, timeout?: number) => Promise<Socket>;
};

const longestAnswer = 256 * 1024;

/**
 * Makes the way out.
 * @param options.allow `host` or `host:port` of the configured gateways; without a port, the
 *   usual ports of web and mail
 * @param options.ca certificates to trust beside those of the system, in PEM
 * @param options.lookup the name look-up; the system's unless a test gives another
 */
export const createOutgoing = (options: {
  readonly allow: readonly string[];
  readonly ca?: string | readonly string[];
  readonly lookup?: LookupFunction;
}): Outgoing => {
  const allowed = options.allow.map(parseAllowed);
  const ca =
    options.ca === undefined
      ? {}
      : { ca: typeof options.ca === 'string' ? options.ca : [...options.ca] };
  const lookup = guardedLookup(options.lookup ?? systemLookup);

  const allows = (host: string, port: number): boolean =>
    allowed.some((entry) => entry.host === bareHost(host) && entry.ports.includes(port));

  const check = (host: string, port: number): void => {
    if (!allows(host, port)) throw new OutgoingFault('not-allowed', host);
  };

  const request = async (address: string, sent: OutgoingRequest = {}): Promise<OutgoingAnswer> => {
    const url = new URL(address);
    const secure = url.protocol === 'https:';
    const port = Number(url.port || (secure ? 443 : 80));
    check(url.hostname, port);
    if (!secure && (url.protocol !== 'http:' || !isThisMachine(url.hostname)))
      throw new OutgoingFault('not-encrypted', url.hostname);
    const signal = AbortSignal.timeout(sent.timeout ?? 10_000);
    try {
      const answer = await new Promise<IncomingMessage>((resolve, reject) => {
        const outgoing = (secure ? httpsRequest : httpRequest)(
          url,
          {
            method: sent.method ?? 'GET',
            headers: {
              ...sent.headers,
              ...(sent.body === undefined
                ? {}
                : { 'content-length': Buffer.byteLength(sent.body) }),
            },
            lookup,
            signal,
            agent: false,
            ...(secure ? { rejectUnauthorized: true, ...ca } : {}),
          },
          resolve,
        );
        outgoing.once('error', reject);
        outgoing.end(sent.body);
      });
      const status = answer.statusCode ?? 0;
      if (status >= 300 && status < 400) {
        answer.destroy();
        throw new OutgoingFault('redirected', url.hostname);
      }
      return { status, headers: headersOf(answer), body: await readBody(answer, url.hostname) };
    } catch (error) {
      throw signal.aborted
        ? new OutgoingFault('timeout', url.hostname)
        : faultOf(error, url.hostname);
    }
  };

  const open = async (host: string, port: number, timeout = 10_000): Promise<Socket> => {
    check(host, port);
    const socket = connect({ host: bareHost(host), port, lookup });
    try {
      await new Promise<void>((resolve, reject) => {
        socket.setTimeout(timeout, () => reject(new OutgoingFault('timeout', host)));
        socket.once('connect', resolve);
        socket.once('error', reject);
      });
      socket.setTimeout(0);
      socket.removeAllListeners('timeout');
      return socket;
    } catch (error) {
      socket.destroy();
      throw faultOf(error, host);
    }
  };

  return { allows, request, connect: open };
};

const usualPorts = [443, 25, 465, 587];

const parseAllowed = (text: string): { host: string; ports: readonly number[] } => {
  const [, host = text, port] = /^(\[[^\]]+\]|[^:]+)(?::(\d+))?$/.exec(text.trim()) ?? [];
  return { host: bareHost(host), ports: port === undefined ? usualPorts : [Number(port)] };
};

/** Judges the very address that is then connected to, so that a name cannot change in between. */
const guardedLookup =
  (lookup: LookupFunction): LookupFunction =>
  (hostname, lookupOptions, callback) => {
    lookup(hostname, { ...lookupOptions, all: true }, (error, found) => {
      const addresses: LookupAddress[] = Array.isArray(found) ? found : [];
      const [first] = addresses;
      if (error || first === undefined) {
        callback(error ?? new OutgoingFault('unreachable', hostname), '', 4);
        return;
      }
      if (!addresses.every(({ address }) => mayConnect(hostname, address))) {
        callback(new OutgoingFault('not-allowed', hostname), '', 4);
        return;
      }
      if (lookupOptions.all) callback(null, addresses);
      else callback(null, first.address, first.family);
    });
  };

const headersOf = (answer: IncomingMessage): Record<string, string> =>
  Object.fromEntries(
    Object.entries(answer.headers).map(([name, value]) => [name, [value ?? ''].flat().join(', ')]),
  );

const readBody = async (answer: IncomingMessage, host: string): Promise<string> => {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of answer as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > longestAnswer) throw new OutgoingFault('answer-too-long', host);
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
};
