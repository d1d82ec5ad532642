import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { sendRefusal } from '../platform/http/index.ts';
import { addAssets } from './assets.ts';
import type { PortalDeps } from './deps.ts';
import { draftSecretOf } from './draft-cookie.ts';
import { ownPath, readingOf, sendPage, type Reading } from './page.tsx';
import { HelpPage } from './pages/help.tsx';
import { HomePage } from './pages/home.tsx';
import { OfficesPage } from './pages/offices.tsx';
import { RightsPage } from './pages/rights.tsx';
import { rememberSwitch } from './switches.ts';
import { VerifiedPage, VerifyForm } from './pages/verify.tsx';

const hidden = { schema: { hide: true } } as const;
const addSwitches = (app: FastifyInstance): void => {
  for (const name of ['elder', 'language'] as const) {
    app.get<{ Querystring: { to?: unknown; back?: unknown } }>(
      `/${name}`,
      hidden,
      async (request, reply) => {
        const { to } = request.query;
        rememberSwitch(reply, name, typeof to === 'string' ? to : '');
        return reply.redirect(ownPath(request.query.back), 303);
      },
    );
  }
};

const addVerification = (
  app: FastifyInstance,
  deps: PortalDeps,
  read: (request: FastifyRequest, reply: FastifyReply) => Promise<Reading>,
): void => {
  app.get<{ Querystring: { code?: unknown } }>('/verify', hidden, async (request, reply) => {
    const reading = await read(request, reply);
    const { code } = request.query;
    if (typeof code !== 'string') return sendPage(reply, <VerifyForm reading={reading} />);
    const typed = code.normalize('NFKC').replaceAll(/\s/g, '').slice(0, 100);
    if (/^[\w-]+$/.test(typed)) return reply.redirect(`/verify/${typed}`, 303);
    const sentence = reading.say(typed === '' ? 'verify.required' : 'verify.unknown.text');
    return sendPage(
      reply,
      <VerifyForm reading={reading} code={typed} faults={[{ field: 'code', sentence }]} />,
      422,
    );
  });
  app.get<{ Params: { code: string } }>(
    '/verify/:code',
    { ...hidden, config: { rateLimit: { max: 60, timeWindow: 60_000 } } },
    async (request, reply) => {
      const reading = await read(request, reply);
      const { code } = request.params;
      const found = await deps.verifyPaper(code);
      if (!found.ok && found.refusal.code !== 'not-found') return sendRefusal(reply, found.refusal);
      const paper = found.ok ? found.value : undefined;
      return sendPage(reply, <VerifiedPage {...{ reading, code, paper }} />, found.ok ? 200 : 404);
    },
  );
};

/**
 * The citizen shell: home, rights, offices, help, verification, switches and assets.
 * @param deps what it needs from the rest of the house
 */
export const portalRoutes =
  (deps: PortalDeps): FastifyPluginAsync =>
  async (app) => {
    const read = (request: FastifyRequest, reply: FastifyReply) => readingOf(deps, request, reply);
    addAssets(app);
    addSwitches(app);
    addVerification(app, deps, read);
    app.get<{ Querystring: { left?: unknown } }>('/', hidden, async (request, reply) => {
      const secret = draftSecretOf(request);
      const hasDraft = secret !== undefined && (await deps.drafts.load(secret)) !== undefined;
      const left = request.query.left !== undefined;
      const reading = await read(request, reply);
      return sendPage(reply, <HomePage {...{ reading, hasDraft, left }} />);
    });
    app.get('/rights', hidden, async (request, reply) =>
      sendPage(reply, <RightsPage reading={await read(request, reply)} />),
    );
    app.get('/help', hidden, async (request, reply) =>
      sendPage(reply, <HelpPage reading={await read(request, reply)} />),
    );
    app.get('/offices', hidden, async (request, reply) => {
      const reading = await read(request, reply);
      return sendPage(reply, <OfficesPage reading={reading} offices={await deps.offices()} />);
    });
  };
