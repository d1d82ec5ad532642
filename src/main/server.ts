import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import staticFiles from '@fastify/static';
import { hkdfSync, createSecretKey } from 'node:crypto';
import {
  identifyRequests,
  identityRoutes,
  identityWords,
  isStillSignedIn,
  loadOrganisation,
} from '../capabilities/identity-organisation/index.ts';
import { meetingRoutes } from '../capabilities/joint-meeting/index.ts';
import { commitmentPages, commitmentRoutes } from '../capabilities/commitments/index.ts';
import { deskRoutes, exportRoutes } from '../capabilities/desk/index.ts';
import { disputeRoutes } from '../capabilities/disputes/index.ts';
import { proceedingPages, proceedingRoutes } from '../capabilities/hearings-mediation/index.ts';
import { letterRoutes } from '../capabilities/leader-letters/index.ts';
import { drawPages, supervisionRoutes } from '../capabilities/supervision/index.ts';
import {
  meetingPages,
  publicPromisePages,
  sponsorshipRoutes,
  visitPages,
} from '../capabilities/case-sponsorship/index.ts';
import { messagesRoutes } from '../capabilities/messages/index.ts';
import { paperRoutes, renderPaper } from '../capabilities/papers/index.ts';
import {
  petitionCommandRoutes,
  petitionPages,
  petitionReadRoutes,
  petitionWords,
} from '../capabilities/petitions/index.ts';
import { reviewPages, reviewRoutes } from '../capabilities/review/index.ts';
import {
  receptionHallRoutes,
  receptionPages,
  receptionRoutes,
  screenPages,
  ticketPages,
} from '../capabilities/reception-days/index.ts';
import {
  openFiguresPages,
  recordRoutes,
  reportRoutes,
  statisticsRoutes,
} from '../capabilities/statistics/index.ts';
import { searchRoutes } from '../capabilities/search/index.ts';
import { calendarRoutes, type OnNewCalendar } from '../platform/calendar/index.ts';
import { refuse } from '../kernel/refusals.ts';
import type { Config } from '../platform/config/config.ts';
import { nobody } from '../platform/database/index.ts';
import type { UploadInspector } from '../platform/files/index.ts';
import type { LetterReader } from '../platform/ocr/index.ts';
import { LiveHub } from '../platform/live/index.ts';
import {
  guessBook,
  GuessThrottle,
  buildHttp,
  databaseReadiness,
  RefusalThrown,
  sessionCookie,
  type HttpServer,
  type RecordSecurity,
} from '../platform/http/index.ts';
import type { Log } from '../platform/log/log.ts';
import type { Choice } from '../portal/components.tsx';
import { portalProblemPage, portalRoutes } from '../portal/index.ts';
import type { Core } from './core.ts';
import { demoExampleNames, demoRoutes } from './demo/index.ts';
import { reviewPagesDeps } from './review-pages-deps.ts';
import { mainOffice, portalDeps } from './portal-deps.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** Where the built console lies. */
export const consoleDirectory = path.join(root, 'dist/console');

/** The version of the program, as its package says. */
export const programVersion = (): string =>
  (JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string })
    .version;

export interface ServerParts {
  readonly core: Core;
  readonly config: Pick<Config, 'tls' | 'trustedProxy'> & Partial<Pick<Config, 'fontDir'>>;
  readonly inspector: UploadInspector;
  readonly reader: LetterReader;
  readonly log?: Log;
  readonly security?: RecordSecurity;
  readonly migrations: readonly string[];
  readonly onNewCalendar: OnNewCalendar;
}

/** Puts all routes on one server; nothing listens yet. */
export async function composeServer(parts: ServerParts): Promise<HttpServer> {
  const { core, config, log } = parts;
  const office = await mainOffice(core);
  const app = await buildHttp({
    ...(log === undefined ? {} : { log }),
    ...(config.tls === undefined
      ? {}
      : {
          tls: {
            cert: readFileSync(config.tls.certFile),
            key: readFileSync(config.tls.keyFile),
          },
        }),
    trustedProxies: config.trustedProxy,
    formKey: formKeyOf(core),
    ...(parts.security === undefined ? {} : { security: parts.security }),
    words: { ...identityWords, ...petitionWords },
    checks: databaseReadiness(core.db, parts.migrations),
    problemPage: portalProblemPage(() => office),
    version: programVersion(),
    exampleNames: demoExampleNames(core),
  });
  identifyRequests(app, core.identity);
  await app.register(identityRoutes, { prefix: '/api/v1', identity: core.identity });
  await app.register(demoRoutes, {
    prefix: '/api/v1',
    core,
    ...(log === undefined ? {} : { log }),
  });
  const guesses = new GuessThrottle(
    guessBook(core.db, (key) => core.keys.mac('derived-id', `guess ${key}`)),
  );
  await app.register(petitionCommandRoutes, {
    prefix: '/api/v1',
    deps: core.petitions,
    inspector: parts.inspector,
    reader: parts.reader,
    guesses,
  });
  await app.register(petitionReadRoutes, {
    prefix: '/api/v1',
    deps: core.petitions,
    render: async (document, format) => (await renderPaper(document, format, config.fontDir)).bytes,
  });
  await app.register(reviewRoutes, {
    prefix: '/api/v1',
    deps: core.petitions,
    render: async (document, format) => (await renderPaper(document, format, config.fontDir)).bytes,
  });
  await app.register(
    calendarRoutes({
      db: core.db,
      actorOf: (request) => Promise.resolve(request.actor),
      onNew: parts.onNewCalendar,
    }),
    { prefix: '/api/v1' },
  );
  await app.register(
    messagesRoutes({ db: core.db, actorOf: (request) => Promise.resolve(request.actor) }),
  );
  await app.register(
    paperRoutes({
      db: core.db,
      actorOf: (request) => Promise.resolve(request.actor),
      officeFonts: config.fontDir,
    }),
    { prefix: '/api/v1' },
  );
  await app.register(deskRoutes, { prefix: '/api/v1', deps: core.petitions });
  await app.register(exportRoutes, { prefix: '/api/v1', deps: core.exports });
  await app.register(proceedingRoutes, { prefix: '/api/v1', deps: core.petitions });
  await app.register(receptionRoutes, {
    prefix: '/api/v1',
    deps: core.petitions,
    officeFonts: config.fontDir,
  });
  await app.register(meetingRoutes, {
    prefix: '/api/v1',
    deps: core.petitions,
    officeFonts: config.fontDir,
  });
  await app.register(letterRoutes, { prefix: '/api/v1', deps: core.petitions });
  for (const routes of supervisionRoutes) {
    await app.register(routes, {
      prefix: '/api/v1',
      deps: core.supervision,
      officeFonts: config.fontDir,
    });
  }
  await app.register(sponsorshipRoutes, {
    prefix: '/api/v1',
    deps: core.petitions,
    officeFonts: config.fontDir,
  });
  await app.register(commitmentRoutes, { prefix: '/api/v1', deps: core.petitions });
  await app.register(disputeRoutes, {
    prefix: '/api/v1',
    deps: core.petitions,
    officeFonts: config.fontDir,
  });
  const hub = await liveHub(app, core, log);
  await app.register(receptionHallRoutes, {
    prefix: '/api/v1',
    deps: core.petitions,
    hub,
    isStillSignedIn: async (request) => {
      const token = request.cookies[sessionCookie];
      const { actor } = request;
      return token !== undefined && actor !== null && isStillSignedIn(core.identity, token, actor);
    },
  });
  await app.register(searchRoutes, { prefix: '/api/v1', deps: core.petitions });
  await app.register(statisticsRoutes, { prefix: '/api/v1', deps: core.statistics });
  for (const routes of [reportRoutes, recordRoutes]) {
    await app.register(routes, {
      prefix: '/api/v1',
      deps: core.statistics,
      officeFonts: config.fontDir,
    });
  }
  const citizens = portalDeps(core, parts.inspector, guesses, config.fontDir);
  await app.register(portalRoutes(citizens));
  await app.register(petitionPages(citizens));
  await app.register(proceedingPages(citizens, core.petitions));
  await app.register(drawPages(citizens, core.petitions));
  await app.register(receptionPages(citizens, core.petitions));
  await app.register(commitmentPages(citizens, core.petitions));
  await app.register(visitPages(citizens, core.petitions));
  await app.register(meetingPages(citizens, core.petitions, config.fontDir));
  await app.register(publicPromisePages(citizens, core.petitions, guesses));
  await app.register(openFiguresPages(citizens, core.statistics));
  await app.register(screenPages(core.petitions, hub));
  await app.register(
    ticketPages({ pages: citizens, deps: core.petitions, guesses, topics: topicsOf(core) }),
  );
  await app.register(reviewPages(reviewPagesDeps(core, citizens)));
  await addConsole(app);
  return app;
}

/** First-level categories, as people choose what their matter is about. */
const topicsOf = (core: Core) => async (): Promise<readonly Choice[]> => {
  const organisation = await core.db.withActor(nobody, 'read', (tx) => loadOrganisation(tx));
  return organisation.categoryTree().map(({ code, name }) => ({ value: code, label: name }));
};

/** Hears of changes for as long as the server answers; its streams end before the server waits. */
async function liveHub(app: HttpServer, core: Core, log: Log | undefined): Promise<LiveHub> {
  const hub = new LiveHub({
    url: core.db.url,
    onError: (error) => log?.error({ err: error }, 'live'),
  });
  app.addHook('preClose', () => hub.stop());
  await hub.start();
  return hub;
}

/** Form tokens outlive a restart: their key comes from the master key. */
function formKeyOf(core: Core) {
  const seed = core.keys.key('derived-id').export();
  return createSecretKey(Buffer.from(hkdfSync('sha256', seed, '', 'huiyin form tokens', 32)));
}

/** What makes the console go on without network; looked for anew each time, like its first page. */
const consoleFiles = new Set([
  'service-worker.js',
  'shell-files.json',
  'manifest.webmanifest',
  'icon.svg',
]);

/** The staff's single-page application; every address under /console is its own. */
async function addConsole(app: HttpServer): Promise<void> {
  if (!existsSync(consoleDirectory)) return;
  // Files are looked up when asked for: a console built anew under a running server is served.
  await app.register(staticFiles, { root: consoleDirectory, serve: false, cacheControl: false });
  app.get('/console', { schema: { hide: true } }, (_, reply) => reply.redirect('/console/'));
  app.get<{ Params: { '*': string } }>(
    '/console/*',
    { schema: { hide: true } },
    (request, reply) => {
      const asked = request.params['*'];
      // The names of these carry a hash of their content.
      if (asked.startsWith('assets/')) {
        // Nothing that the build wrote is called otherwise: `..` and NUL are not looked for.
        if (!/^assets\/[\w-][\w.-]*$/.test(asked))
          throw new RefusalThrown(refuse('not-found').refusal);
        void reply.header('cache-control', 'public, max-age=31536000, immutable');
        return reply.sendFile(asked);
      }
      const name = consoleFiles.has(asked) ? asked : 'index.html';
      return reply.header('cache-control', 'no-cache').sendFile(name);
    },
  );
}
