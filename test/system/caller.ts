import { randomInt, randomUUID } from 'node:crypto';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface Asked {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** The Idempotency-Key; a new one unless told. */
  readonly key?: string;
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
export type File = { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> };

const someAddress = (): string => `10.${randomInt(250)}.${randomInt(250)}.${randomInt(250)}`;

/** A program or browser that talks to the server and keeps its cookies. */
export class Caller {
  readonly base: string;
  readonly cookies = new Map<string, string>();
  #formToken = '';

  constructor(base: string) {
    this.base = base;
  }

  /** As the console asks: JSON, marked, with a key that makes a retry harmless. */
  async ask(method: Method, url: string, asked: Asked = {}): Promise<Answer> {
    const { body } = asked;
    const raw = typeof body === 'string' || body instanceof Uint8Array || body instanceof FormData;
    return this.#send(method, `/api/v1${url}`, {
      headers: {
        'x-requested-with': 'huiyin',
        ...(method === 'GET' ? {} : { 'idempotency-key': asked.key ?? randomUUID() }),
        ...(body === undefined || body instanceof FormData
          ? {}
          : { 'content-type': 'application/json' }),
        ...asked.headers,
      },
      ...(body === undefined ? {} : { body: raw ? (body as string) : JSON.stringify(body) }),
    });
  }

  /** The same, and the answer must be a success. */
  async must(method: Method, url: string, body?: unknown): Promise<Answer['body']> {
    const answer = await this.ask(method, url, body === undefined ? {} : { body });
    if (answer.status >= 300) throw new Error(`${method} ${url}: ${answer.text}`);
    return answer.body;
  }

  async upload(files: readonly File[]): Promise<Answer> {
    const form = new FormData();
    for (const { name, bytes } of files) form.append('files', new Blob([bytes]), name);
    return this.ask('POST', '/uploads', { body: form });
  }

  /** A page, as a browser opens it. */
  async open(url: string): Promise<Answer> {
    return this.#send('GET', url, { headers: { accept: 'text/html' } });
  }

  /** Sends a form with the token of the last page; follows no redirect. */
  async sendForm(url: string, fields: Readonly<Record<string, string>>): Promise<Answer> {
    const body = new URLSearchParams({ formToken: this.#formToken, ...fields });
    return this.#send('POST', url, { headers: { accept: 'text/html' }, body });
  }

  async #send(method: Method, url: string, init: RequestInit): Promise<Answer> {
    const answer = await fetch(this.base + url, {
      ...init,
      method,
      redirect: 'manual',
      headers: {
        'x-forwarded-for': someAddress(),
        ...(this.cookies.size === 0 ? {} : { cookie: this.#cookieLine() }),
        ...(init.headers as Record<string, string>),
      },
    });
    for (const line of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split(/=(.*)/s);
      if (value === '') this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    const text = await answer.text();
    const token = /name="formToken" value="([^"]+)"/.exec(text)?.[1];
    if (token !== undefined) this.#formToken = token;
    const isJson = /json/.test(answer.headers.get('content-type') ?? '');
    return {
      status: answer.status,
      headers: answer.headers,
      text,
      body: isJson && text !== '' ? (JSON.parse(text) as Answer['body']) : {},
    };
  }

  #cookieLine(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }
}
