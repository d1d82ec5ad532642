import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Plugin } from 'vite';
import { answer } from './mock-answers.ts';

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString('utf8');
  if (!(request.headers['content-type'] ?? '').includes('json')) return text;
  return text === '' ? undefined : (JSON.parse(text) as unknown);
}

async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await bodyOf(request);
  const url = new URL(request.url ?? '/', 'http://mock');
  const made = answer(request.method ?? 'GET', url, body);
  response.statusCode = made.status;
  if (made.bytes !== undefined) {
    response.setHeader('content-type', made.type ?? 'application/octet-stream');
    response.end(made.bytes);
    return;
  }
  response.setHeader('content-type', 'application/json; charset=utf-8');
  response.end(made.body === undefined ? '' : JSON.stringify(made.body));
}

/** An office in memory, to look at the console without a server; never part of a build. */
export function mockOffice(): Plugin {
  const use = (server: { middlewares: { use: (path: string, handler: never) => unknown } }) => {
    const handler = (request: IncomingMessage, response: ServerResponse) => {
      request.url = `/api/v1${request.url ?? ''}`;
      void serve(request, response);
    };
    server.middlewares.use('/api/v1', handler as never);
  };
  return { name: 'mock-office', configureServer: use, configurePreviewServer: use };
}
