import { randomUUID } from 'node:crypto';
import { password } from './county.ts';
import { Connection, type Address, type Answer } from './http.ts';

/** A person at a browser: one connection and the cookie of a session. */
export class Sender {
  readonly #connection: Connection;
  readonly #cookie: string;
  /** Where the request says that it comes from, for throttles that count addresses. */
  readonly #from: () => string;

  constructor(address: Address, cookie = '', from: () => string = anyAddress) {
    this.#connection = new Connection(address);
    this.#cookie = cookie;
    this.#from = from;
  }

  async #ask(method: string, path: string, body?: object): Promise<Answer> {
    const answer = await this.#connection.request(
      method,
      path,
      {
        'x-forwarded-for': this.#from(),
        'x-requested-with': 'huiyin',
        ...(this.#cookie === '' ? {} : { cookie: this.#cookie }),
        ...(body === undefined ? {} : { 'idempotency-key': randomUUID() }),
      },
      body === undefined ? undefined : JSON.stringify(body),
    );
    if (answer.status >= 400) throw new Error(`${method} ${path}: ${answer.body}`);
    return answer;
  }

  /** Reads; the answer is left as text, as its parsing is not what is measured. */
  get(path: string): Promise<Answer> {
    return this.#ask('GET', path);
  }

  async post<T>(path: string, body: object): Promise<T> {
    return JSON.parse((await this.#ask('POST', path, body)).body) as T;
  }

  close(): void {
    this.#connection.close();
  }
}

const anyAddress = (): string =>
  `10.${[1, 2, 3].map(() => Math.floor(Math.random() * 250)).join('.')}`;

/** Signs in and answers the cookie of the session. */
export async function signIn(address: Address, userName: string): Promise<string> {
  const connection = new Connection(address);
  const headers = { 'x-forwarded-for': anyAddress() };
  const body = JSON.stringify({ userName, password });
  const answer = await connection.request('POST', '/api/v1/session', headers, body);
  connection.close();
  const cookie = /\r\nset-cookie: (huiyin_session=[^;]+)/i.exec(answer.headers)?.[1];
  if (cookie === undefined) throw new Error(`${userName} cannot sign in: ${answer.body}`);
  return cookie;
}
