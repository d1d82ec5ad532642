import { connect, type Socket } from 'node:net';

export interface Answer {
  readonly status: number;
  readonly headers: string;
  readonly body: string;
}

export interface Address {
  readonly host: string;
  readonly port: number;
}

const blankLine = Buffer.from('\r\n\r\n');

/**
 * One keep-alive connection, one request at a time. Small on purpose: the load shares two cores
 * with what it measures, and fetch takes several times as much of them.
 */
export class Connection {
  readonly #address: Address;
  #socket: Socket;
  #received: Buffer = Buffer.alloc(0);
  #waiting: { resolve: (answer: Answer) => void; reject: (error: Error) => void } | undefined;

  constructor({ host, port }: Address) {
    this.#address = { host, port };
    this.#socket = this.#open();
  }

  #open(): Socket {
    const socket = connect({ ...this.#address, noDelay: true });
    socket.on('data', (chunk) => this.#take(chunk));
    socket.on('error', (error) => this.#waiting?.reject(error));
    socket.on('close', () => this.#waiting?.reject(new Error('connection closed')));
    return socket;
  }

  /** Sends one request and waits for its answer. */
  request(
    method: string,
    path: string,
    headers: Readonly<Record<string, string>>,
    body?: string,
  ): Promise<Answer> {
    // The server closes what has rested for a minute; a request sent there has no answer, ever.
    if (this.#socket.destroyed) this.#socket = this.#open();
    const { host, port } = this.#address;
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
    const length =
      body === undefined
        ? ''
        : `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n`;
    const head = `${method} ${path} HTTP/1.1\r\nhost: ${host}:${port}\r\n${lines.join('')}${length}\r\n`;
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject };
      this.#socket.write(head + (body ?? ''));
    });
  }

  close(): void {
    this.#socket.destroy();
  }

  #take(chunk: Buffer): void {
    this.#received = this.#received.length === 0 ? chunk : Buffer.concat([this.#received, chunk]);
    const end = this.#received.indexOf(blankLine);
    if (end < 0) return;
    const headers = this.#received.toString('latin1', 0, end);
    const length = /\r\ncontent-length: (\d+)/i.exec(headers)?.[1];
    if (length === undefined) {
      this.#waiting?.reject(new Error(`an answer without length: ${headers}`));
      return;
    }
    const whole = end + blankLine.length + Number(length);
    if (this.#received.length < whole) return;
    const body = this.#received.toString('utf8', end + blankLine.length, whole);
    this.#received = this.#received.subarray(whole);
    const waiting = this.#waiting;
    this.#waiting = undefined;
    waiting?.resolve({ status: Number(headers.slice(9, 12)), headers, body });
  }
}
