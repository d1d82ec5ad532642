import { connect, type Socket } from 'node:net';

/** What the virus scanner said. */
export type ScanVerdict = 'clean' | 'infected' | 'unavailable';

const PIECE_BYTES = 64 * 1024;
const LARGEST_REPLY = 4096;

/** A path is a local socket, host:port a remote one. */
function connectTo(address: string): Socket {
  const remote = /^\[?([^/[\]]+)\]?:(\d+)$/.exec(address);
  return remote ? connect(Number(remote[2]), remote[1]) : connect(address);
}

function verdictOf(reply: string): ScanVerdict {
  if (/^stream: OK\0?$/.test(reply)) return 'clean';
  if (/^stream: .+ FOUND\0?$/.test(reply)) return 'infected';
  // Anything else, such as a size limit of the scanner, is no clean bill.
  return 'unavailable';
}

/**
 * Asks clamd whether a file is known to be malicious (its INSTREAM command).
 *
 * @param address path of clamd's socket, or host:port
 * @param bytes the file
 * @param timeout milliseconds for the whole conversation
 * @returns the verdict; `unavailable` for every failure, so that the caller fails closed
 */
export function scanForVirus(
  address: string,
  bytes: Buffer,
  timeout = 30_000,
): Promise<ScanVerdict> {
  return new Promise((resolve) => {
    const socket = connectTo(address);
    let reply = '';
    const finish = (verdict: ScanVerdict): void => {
      clearTimeout(timer);
      socket.destroy();
      resolve(verdict);
    };
    const timer = setTimeout(() => finish('unavailable'), timeout);
    socket.on('error', () => finish('unavailable'));
    socket.on('data', (piece) => {
      reply += piece.toString('utf8');
      if (reply.includes('\0')) finish(verdictOf(reply));
      else if (reply.length > LARGEST_REPLY) finish('unavailable');
    });
    socket.on('close', () => finish(verdictOf(reply)));
    socket.on('connect', () => {
      socket.write('zINSTREAM\0');
      for (let at = 0; at < bytes.length; at += PIECE_BYTES) {
        const piece = bytes.subarray(at, at + PIECE_BYTES);
        const length = Buffer.alloc(4);
        length.writeUInt32BE(piece.length);
        socket.write(length);
        socket.write(piece);
      }
      socket.write(Buffer.alloc(4));
    });
  });
}
