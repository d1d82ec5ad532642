import { randomUUID } from 'node:crypto';
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import type { ReactElement } from 'react';
import { z } from 'zod';
import { sentenceOf, statusOf, type Refusal } from '../../../kernel/refusals.ts';
import { sendFile } from '../../../platform/http/index.ts';
import { deriveId } from '../../../platform/vault/index.ts';
import { isGenuine, sentForm } from '../../../portal/form.ts';
import { Layout } from '../../../portal/layout.tsx';
import { readingOf, sendPage, type Reading } from '../../../portal/page.tsx';
import { Notice } from '../../../portal/components.tsx';
import { sayer } from '../../../portal/words/index.ts';
import {
  keyOf,
  openHere,
  petitionCookies,
  type PetitionPagesDeps,
  type ProgressDesk,
} from '../../petitions/index.ts';
import { stepCommitment, type CommitmentDeps } from '../commands/index.ts';
import { listOfPetitioner, listOfPublic, openEvidence } from '../queries/index.ts';
import { OwnCommitments } from './own.tsx';
import { PublicCommitmentsPage } from './public.tsx';
import { commitmentPageWords } from './words.ts';

const hidden = { schema: { hide: true } } as const;
type OfPromise = { Params: { number: string; promise: string } };
type OfFile = { Params: { number: string; promise: string; file: string } };
const isId = (text: string): boolean => z.uuid().safeParse(text).success;
const pageOf = z.object({
  after: z
    .string()
    .regex(/^\d{4}-\d\d-\d\d\.[0-9a-f-]{36}$/)
    .optional()
    .catch(undefined),
});
const perPage = 20;

/** What was promised to a petitioner, for the progress page; null where that is nothing. */
export const promisesBeside =
  (deps: CommitmentDeps) =>
  async (
    petition: { readonly id: string; readonly number: string },
    reading: Reading,
  ): Promise<ReactElement | null> => {
    const promises = await listOfPetitioner(deps, petition.id, Date.now());
    return promises.length === 0 ? null : (
      <OwnCommitments
        {...{ reading, promises }}
        number={petition.number}
        keyOf={() => randomUUID()}
      />
    );
  };

/** The petitioner's answer to what a unit says it did; nothing is taken for granted (C-1). */
function addAnswers(
  app: Parameters<FastifyPluginAsync>[0],
  desk: ProgressDesk,
  deps: CommitmentDeps,
): void {
  const refused = (
    reply: FastifyReply,
    reading: Reading,
    number: string,
    sentence: string,
    status: number,
  ): FastifyReply => {
    const tell = sayer(commitmentPageWords, reading.language);
    return sendPage(
      reply,
      <Layout reading={reading} title={tell('own.title')} back={`/p/${number}`}>
        <h1>{tell('own.title')}</h1>
        <Notice kind="warn" live>
          <p>{sentence}</p>
        </Notice>
      </Layout>,
      status,
    );
  };

  app.post<OfPromise>('/p/:number/promises/:promise', hidden, async (request, reply) => {
    const here = await openHere(desk, request, reply);
    if (here === undefined) return reply;
    const { reading, progress } = here;
    const { promise } = request.params;
    const form = sentForm(request);
    if (!isGenuine(request)) {
      return refused(reply, reading, progress.number, reading.say('form.expired'), 403);
    }
    const kept = form.text('kept') === 'yes';
    const words = form.text(`words-${promise}`).trim();
    const answer = kept ? ('confirmFulfilled' as const) : ('denyFulfilled' as const);
    const options = {
      actor: { kind: 'petitioner', petitionId: progress.id } as const,
      commandId: deriveId(
        deps.keys,
        `petitioner:${progress.id}`,
        `promise-${promise}`,
        keyOf(form),
      ),
    };
    const sentence = (refusal: Refusal): string =>
      refusal.code === 'explanation-required'
        ? sayer(commitmentPageWords, reading.language)('own.wordsMissing')
        : sentenceOf(refusal, reading.language);
    const done = isId(promise)
      ? await stepCommitment(deps, promise, answer, kept ? {} : { words }, options)
      : null;
    if (done?.ok === false) {
      const status = statusOf(done.refusal.code);
      return refused(reply, reading, progress.number, sentence(done.refusal), status);
    }
    return reply.redirect(`/p/${progress.number}#promises`, 303);
  });

  app.get<OfFile>('/p/:number/promises/:promise/files/:file', hidden, async (request, reply) => {
    const here = await openHere(desk, request, reply);
    if (here === undefined) return reply;
    const { promise, file } = request.params;
    const actor = { kind: 'petitioner', petitionId: here.progress.id } as const;
    const opened =
      isId(promise) && isId(file) ? await openEvidence(deps, actor, promise, file) : null;
    if (opened === null) return reply.redirect(`/p/${here.progress.number}`, 303);
    return sendFile(reply, opened);
  });
}

/** Promises on the citizens' pages: one's own with number and code, public ones for everybody. */
export const commitmentPages =
  (petitions: PetitionPagesDeps, deps: CommitmentDeps): FastifyPluginAsync =>
  async (app) => {
    const desk: ProgressDesk = { deps: petitions, cookies: petitionCookies(petitions.now) };
    addAnswers(app, desk, deps);

    app.get('/commitments', hidden, async (request: FastifyRequest, reply) => {
      const reading = await readingOf(petitions, request, reply);
      const { after } = pageOf.parse(request.query);
      const page = await listOfPublic(deps, petitions.now(), { after, limit: perPage });
      return sendPage(reply, <PublicCommitmentsPage {...{ reading, ...page }} />);
    });
  };
