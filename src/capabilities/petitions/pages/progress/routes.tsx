import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { sendRefusal } from '../../../../platform/http/index.ts';
import { forgetDraft } from '../../../../portal/draft-cookie.ts';
import { isGenuine, sentForm } from '../../../../portal/form.ts';
import { sendPage } from '../../../../portal/page.tsx';
import { pressedAside } from '../../../../portal/switches.ts';
import { goOn, type PetitionCookies } from '../cookies.ts';
import type { PetitionPagesDeps } from '../deps.ts';
import { petitionReadingOf } from '../reading.ts';
import { addPetitionerCommands, commandPage } from './commands.tsx';
import { addContest, contestForm } from './contest.tsx';
import { addLooks } from './looks.tsx';
import { addLostCode } from './lost.tsx';
import { LookPage, type Carried } from './look.tsx';
import { lookUp, openHere, type ProgressDesk } from './open.tsx';
import { PaperWaitingPage } from './papers.tsx';
import { ProgressPage, type JustDone } from './progress.tsx';
import { pageOf } from './one-form.tsx';
import { addRating, rateForm } from './rate.tsx';

const hidden = { schema: { hide: true } } as const;

const isJustDone = (text: unknown): text is JustDone =>
  ['added', 'withdrawn', 'revoked', 'rated', 'left', 'contested'].some((done) => done === text);

const carriedPages: ReadonlySet<string> = new Set<Carried['page']>([
  'add',
  'withdraw',
  'rate',
  'contest',
  'review',
]);

const carriedIn = (page: string, text: string): Carried | undefined =>
  carriedPages.has(page) ? { page: page as Carried['page'], text } : undefined;

const look = async (
  desk: ProgressDesk,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> => {
  const form = sentForm(request);
  const aside = pressedAside(form.pressed, reply);
  if (aside === 'back') return reply.redirect('/', 303);
  const reading = await petitionReadingOf(desk.deps, request, reply);
  const number = form.text('number').trim().slice(0, 60);
  const code = form.text('code').trim().slice(0, 100);
  const carried = carriedIn(form.text('page'), form.text('text'));
  const again = (
    faults: NonNullable<Parameters<typeof LookPage>[0]['faults']>,
    status: number,
  ): FastifyReply =>
    sendPage(reply, <LookPage {...{ reading, number, code, faults, carried }} />, status);
  if (aside === 'switched') return again([], 200);
  if (!isGenuine(request)) {
    return again([{ field: 'code', sentence: reading.say('form.expired') }], 403);
  }
  const found = await lookUp(desk, request, reply, reading, form);
  if (!found.ok) return again(found.faults, found.status);
  const { progress } = found;
  if (carried?.page === 'review') {
    // The pages of reviews are not ours: the same form goes on to them as it was sent.
    return reply.redirect(`/p/${progress.number}/review/carried`, 307);
  }
  if (carried?.page === 'contest') {
    return sendPage(reply, pageOf(contestForm, { reading, progress }, carried.text));
  }
  if (carried?.page === 'rate') {
    return sendPage(reply, pageOf(rateForm, { reading, progress }, carried.text));
  }
  if (carried === undefined) return reply.redirect(`/p/${progress.number}`, 303);
  return sendPage(reply, commandPage(carried.page, { reading, progress }, carried.text));
};

/** Leaves nothing of a petitioner on a device that others use too. */
const clearDevice = (cookies: PetitionCookies, reply: FastifyReply): FastifyReply => {
  cookies.looking.clear(reply);
  cookies.sent.clear(reply);
  forgetDraft(reply);
  return reply.redirect('/?left', 303);
};

const addPapers = (app: FastifyInstance, desk: ProgressDesk): void => {
  const sendPaper = async (
    request: FastifyRequest<{ Params: { number: string } }>,
    reply: FastifyReply,
    wanted: string,
  ): Promise<FastifyReply> => {
    const opened = await openHere(desk, request, reply);
    if (opened === undefined) return reply;
    const { reading, progress } = opened;
    const paper =
      wanted === 'receipt' ? { id: wanted } : progress.papers.find(({ id }) => id === wanted);
    const file = paper && (await desk.deps.openPaper(progress.id, paper.id));
    if (file?.ok !== true) {
      return sendPage(reply, <PaperWaitingPage reading={reading} number={progress.number} />, 404);
    }
    const { fileName, mediaType, bytes } = file.value;
    return reply
      .type(mediaType)
      .header('cache-control', 'no-store')
      .header('content-disposition', `inline; filename*=UTF-8''${encodeURIComponent(fileName)}`)
      .send(bytes);
  };
  app.get<{ Params: { number: string } }>('/p/:number/receipt.pdf', hidden, (request, reply) =>
    sendPaper(request, reply, 'receipt'),
  );
  app.get<{ Params: { number: string; file: string } }>(
    '/p/:number/papers/:file',
    hidden,
    (request, reply) => {
      const wanted = request.params.file.replace(/\.pdf$/, '');
      return sendPaper(request, reply, wanted);
    },
  );
};

/** The parts of a split petition open from it; whoever has its code needs no other (P-4). */
const addParts = (app: FastifyInstance, desk: ProgressDesk): void => {
  app.get<{ Params: { number: string; part: string } }>(
    '/p/:number/parts/:part',
    hidden,
    async (request, reply) => {
      const opened = await openHere(desk, request, reply);
      if (opened === undefined) return reply;
      const { part } = request.params;
      const looking = desk.cookies.looking.read(request);
      const found = await desk.deps.openPart(opened.progress.id, part);
      if (!found.ok || looking === undefined) {
        return reply.redirect(`/progress?number=${encodeURIComponent(part)}`, 303);
      }
      desk.cookies.looking.write(reply, goOn(looking, found.value));
      return reply.redirect(`/p/${found.value.number}`, 303);
    },
  );
};

/** Looking a petition up and everything that its petitioner can do then (W-2). */
export const addProgress = (
  app: FastifyInstance,
  deps: PetitionPagesDeps,
  cookies: PetitionCookies,
): void => {
  const desk: ProgressDesk = { deps, cookies };
  app.get<{ Querystring: { number?: unknown } }>('/progress', hidden, async (request, reply) => {
    const reading = await petitionReadingOf(deps, request, reply);
    const { number } = request.query;
    const typed = typeof number === 'string' ? number.slice(0, 60) : '';
    return sendPage(reply, <LookPage reading={reading} number={typed} />);
  });
  app.post('/progress', hidden, (request, reply) => look(desk, request, reply));
  app.post('/leave', hidden, async (_request, reply) => clearDevice(cookies, reply));
  app.get<{ Params: { number: string }; Querystring: { done?: unknown } }>(
    '/p/:number',
    hidden,
    async (request, reply) => {
      if (!/^\d{13}$/.test(request.params.number)) {
        return sendRefusal(reply, { code: 'not-found', params: {} });
      }
      const opened = await openHere(desk, request, reply);
      if (opened === undefined) return reply;
      const { done } = request.query;
      const justDone = isJustDone(done) ? done : undefined;
      return sendPage(
        reply,
        <ProgressPage
          {...opened}
          justDone={justDone}
          proceedings={(await deps.countProceedings?.(opened.progress.id)) ?? 0}
          beside={(await deps.beside?.(opened.progress, opened.reading)) ?? null}
          commandKey={randomUUID()}
        />,
      );
    },
  );
  addLostCode(app, desk);
  addParts(app, desk);
  addPetitionerCommands(app, desk);
  addRating(app, desk);
  addContest(app, desk);
  addLooks(app, desk);
  addPapers(app, desk);
};
