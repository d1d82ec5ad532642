import type { FastifyRequest } from 'fastify';
import { renderToStaticMarkup } from 'react-dom/server';
import { languageOf, type ProblemPage } from '../platform/http/index.ts';
import type { OfficeInfo } from './deps.ts';
import { elderCookie, type Reading } from './page.tsx';
import { ProblemPage as Page } from './pages/problem.tsx';
import { sayer, shellWords } from './words/index.ts';

/** A reader to whom something was refused; there is no form on the page, so no token is needed. */
const readingNow = (request: FastifyRequest, office: OfficeInfo): Reading => {
  const language = languageOf(request);
  return {
    language,
    elder: request.cookies?.[elderCookie] === '1',
    path: request.url.split('?')[0] ?? '/',
    say: sayer(shellWords, language),
    office,
    csrf: { name: '', value: '' },
  };
};

/**
 * Refusals as pages of the portal, for `buildHttp`.
 * @param office what is known of the main office at the moment; no database is asked, since it may
 *   be what fails
 */
export const portalProblemPage =
  (office: () => OfficeInfo): ProblemPage =>
  (problem, request) =>
    request.url.startsWith('/console')
      ? undefined
      : `<!doctype html>${renderToStaticMarkup(
          <Page reading={readingNow(request, office())} problem={problem} />,
        )}`;
