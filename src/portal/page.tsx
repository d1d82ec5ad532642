import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { languageOf, type CsrfField, csrfField, type Language } from '../platform/http/index.ts';
import type { OfficeInfo, PortalDeps } from './deps.ts';
import { sayer, shellWords, type Say, type ShellKey } from './words/index.ts';

/** The cookie in which the large text is remembered. */
export const elderCookie = 'elder';

/** What every page knows about its reader. */
export interface Reading {
  readonly language: Language;
  readonly elder: boolean;
  /** Path and query of this page, to come back to after a switch. */
  readonly path: string;
  readonly say: Say<ShellKey>;
  readonly office: OfficeInfo;
  readonly csrf: CsrfField;
}

/**
 * @param request the reader's request
 * @param reply gets the form cookie when there is none yet
 */
export const readingOf = async (
  deps: Pick<PortalDeps, 'mainOffice'>,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Reading> => {
  const language = languageOf(request);
  return {
    language,
    elder: request.cookies[elderCookie] === '1',
    path: request.method === 'GET' ? request.url : (request.url.split('?')[0] ?? '/'),
    say: sayer(shellWords, language),
    office: await deps.mainOffice(),
    csrf: csrfField(request, reply),
  };
};

/** Answers with a page. Nothing of it may lie in a cache: it shows what one person typed. */
export const sendPage = (reply: FastifyReply, page: ReactElement, status = 200): FastifyReply =>
  reply
    .code(status)
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(`<!doctype html>${renderToStaticMarkup(page)}`);

/** Only a path of our own may be gone back to. */
export const ownPath = (path: unknown): string =>
  typeof path === 'string' && /^\/(?![/\\])[\w\-/.?=&%]*$/.test(path) ? path : '/';
