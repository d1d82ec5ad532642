import { ProblemError, readProblem } from './problem.ts';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Why a sign-in is asked for in the middle of something. */
export type SignInReason = 'expired' | 'fresh';

type Gate = (reason: SignInReason) => Promise<void>;
let gate: Gate | null = null;

/**
 * Who asks the person to sign in again. A request that met an ended session waits for it and is
 * then sent once more, so that a form in the middle of its work loses nothing.
 */
export function guardRequests(ask: Gate | null): void {
  gate = ask;
}

const reasons: Readonly<Record<string, SignInReason>> = {
  'not-signed-in': 'expired',
  'fresh-sign-in-required': 'fresh',
};

interface Options {
  readonly body?: unknown;
  /** Kept for retries: the same key with the same content makes one thing only. */
  readonly key?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal | undefined;
  /** The sign-in itself and the first look must not wait for a sign-in. */
  readonly open?: boolean;
}

async function send(method: Method, path: string, options: Options): Promise<Response> {
  const { body, key, headers, signal } = options;
  const form = body instanceof FormData;
  const init: RequestInit = {
    method,
    credentials: 'same-origin',
    headers: {
      accept: 'application/json',
      ...(method === 'GET' ? {} : { 'X-Requested-With': 'huiyin' }),
      ...(body === undefined || form ? {} : { 'content-type': 'application/json' }),
      ...(key === undefined ? {} : { 'Idempotency-Key': key }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: form ? body : JSON.stringify(body) }),
    ...(signal === undefined ? {} : { signal }),
  };
  try {
    return await fetch(`/api/v1${path}`, init);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new ProblemError({ status: 0, code: 'offline', detail: '' });
  }
}

async function readJson<T>(response: Response): Promise<T> {
  if (response.status === 204) return undefined as T;
  const text = await response.text();
  return (text === '' ? undefined : JSON.parse(text)) as T;
}

async function request<T>(
  method: Method,
  path: string,
  options: Options = {},
  read: (response: Response) => Promise<T> = readJson,
): Promise<T> {
  const response = await send(method, path, options);
  if (response.ok) return read(response);
  const problem = await readProblem(response);
  const reason = reasons[problem.code];
  if (reason !== undefined && gate !== null && options.open !== true) {
    await gate(reason);
    return request<T>(method, path, { ...options, open: true }, read);
  }
  throw new ProblemError(problem);
}

/** The staff interface of the server, under /api/v1. */
export const api = {
  get: <T>(path: string, options?: Options) => request<T>('GET', path, options),
  post: <T>(path: string, body: unknown, options?: Options) =>
    request<T>('POST', path, { ...options, body }),
  put: <T>(path: string, body: unknown, options?: Options) =>
    request<T>('PUT', path, { ...options, body }),
  patch: <T>(path: string, body: unknown, options?: Options) =>
    request<T>('PATCH', path, { ...options, body }),
  /** An answer that is a file. */
  file: (path: string, body: unknown, options?: Options) =>
    request<Blob>('POST', path, { ...options, body }, (response) => response.blob()),
  remove: <T>(path: string, options?: Options) => request<T>('DELETE', path, options),
};

/** A query string without empty values. */
export function queryOf(params: Readonly<Record<string, string | number | undefined>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) {
    if (value !== undefined && value !== '') query.set(name, String(value));
  }
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}
