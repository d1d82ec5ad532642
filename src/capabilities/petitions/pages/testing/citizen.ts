import { buildHttp, type HttpServer } from '../../../../platform/http/index.ts';
import { portalRoutes } from '../../../../portal/routes.tsx';
import { petitionPages } from '../routes.ts';
import { memoryHouse, type MemoryHouse } from './memory-deps.ts';

/** A server with the portal over a house in memory. */
export const portalServer = async (
  house: MemoryHouse = memoryHouse(),
): Promise<{ readonly app: HttpServer; readonly house: MemoryHouse }> => {
  const app = await buildHttp();
  await app.register(portalRoutes(house.deps));
  await app.register(petitionPages(house.deps));
  return { app, house };
};

export interface PageAnswer {
  readonly status: number;
  readonly body: string;
  readonly location: string | undefined;
  readonly headers: Readonly<Record<string, unknown>>;
}

type Fields = Readonly<Record<string, string | readonly string[]>>;

/** A browser without script: it keeps cookies, follows no redirect by itself. */
export class Citizen {
  readonly #app: HttpServer;
  readonly cookies = new Map<string, string>();
  #token = '';

  constructor(app: HttpServer) {
    this.#app = app;
  }

  async get(url: string): Promise<PageAnswer> {
    return this.#send('GET', url, undefined, {});
  }

  /** Posts a form with the token of the last page. */
  async post(url: string, fields: Fields, token = this.#token): Promise<PageAnswer> {
    const body = new URLSearchParams({ formToken: token });
    for (const [name, value] of Object.entries(fields)) {
      for (const each of typeof value === 'string' ? [value] : value) body.append(name, each);
    }
    return this.#send('POST', url, body.toString(), {
      'content-type': 'application/x-www-form-urlencoded',
    });
  }

  /** Posts a form with files, as a browser writes it. */
  async postFiles(
    url: string,
    fields: Fields,
    files: readonly { readonly name: string; readonly bytes: Buffer }[],
    token = this.#token,
  ): Promise<PageAnswer> {
    const boundary = 'boundary7MA4YWxk';
    const parts: Buffer[] = [];
    const all: Fields = { formToken: token, ...fields };
    for (const [name, value] of Object.entries(all)) {
      for (const each of typeof value === 'string' ? [value] : value) {
        const head = `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n`;
        parts.push(Buffer.from(`${head}${each}\r\n`));
      }
    }
    for (const { name, bytes } of files) {
      const head =
        `--${boundary}\r\nContent-Disposition: form-data; name="files"; filename="${name}"\r\n` +
        'Content-Type: application/octet-stream\r\n\r\n';
      parts.push(Buffer.from(head), bytes, Buffer.from('\r\n'));
    }
    parts.push(Buffer.from(`--${boundary}--\r\n`));
    return this.#send('POST', url, Buffer.concat(parts), {
      'content-type': `multipart/form-data; boundary=${boundary}`,
    });
  }

  /** Posts, and opens the page that it leads to. */
  async postAndFollow(url: string, fields: Fields): Promise<PageAnswer> {
    const answer = await this.post(url, fields);
    return answer.location === undefined ? answer : this.get(answer.location);
  }

  async #send(
    method: 'GET' | 'POST',
    url: string,
    payload: string | Buffer | undefined,
    headers: Record<string, string>,
  ): Promise<PageAnswer> {
    const response = await this.#app.inject({
      method,
      url,
      ...(payload === undefined ? {} : { payload }),
      headers: {
        accept: 'text/html',
        ...headers,
        cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      },
    });
    for (const cookie of response.cookies) {
      const { name, value, maxAge, expires } = cookie as {
        name: string;
        value: string;
        maxAge?: number;
        expires?: Date;
      };
      const over = value === '' || maxAge === 0 || (expires?.getTime() ?? Infinity) <= 0;
      if (over) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    const token = /name="formToken" value="([^"]+)"/.exec(response.body)?.[1];
    if (token !== undefined) this.#token = token;
    const { location } = response.headers;
    return {
      status: response.statusCode,
      body: response.body,
      location: typeof location === 'string' ? location : undefined,
      headers: response.headers,
    };
  }
}
