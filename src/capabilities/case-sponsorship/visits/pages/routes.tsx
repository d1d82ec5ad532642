import { randomUUID } from 'node:crypto';
import type { FastifyPluginAsync, FastifyReply } from 'fastify';
import type { ReactElement } from 'react';
import { z } from 'zod';
import { sentenceOf, statusOf, type Refusal } from '../../../../kernel/refusals.ts';
import { sendFile } from '../../../../platform/http/index.ts';
import { deriveId } from '../../../../platform/vault/index.ts';
import { Notice } from '../../../../portal/components.tsx';
import { isGenuine, sentForm } from '../../../../portal/form.ts';
import { Layout } from '../../../../portal/layout.tsx';
import { sendPage, type Reading } from '../../../../portal/page.tsx';
import { sayer } from '../../../../portal/words/index.ts';
import {
  keyOf,
  openHere,
  petitionCookies,
  type PetitionPagesDeps,
  type ProgressDesk,
} from '../../../petitions/index.ts';
import { correctVisit, declineVisit, type VisitDeps } from '../commands/index.ts';
import { listOwnVisits, openVisitFile, openVisitPaper } from '../queries/index.ts';
import { OwnVisits } from './own.tsx';
import { visitPageWords } from './words.ts';

const hidden = { schema: { hide: true } } as const;
type OfVisit = { Params: { number: string; visit: string } };
type OfFile = { Params: { number: string; visit: string; file: string } };
const isId = (text: string): boolean => z.uuid().safeParse(text).success;

/** Visits at the petitioner's home, for the progress page; null where there was none. */
export const visitsBeside =
  (deps: VisitDeps) =>
  async (
    petition: { readonly id: string; readonly number: string },
    reading: Reading,
  ): Promise<ReactElement | null> => {
    const visits = await listOwnVisits(deps, petition.id);
    return visits.length === 0 ? null : (
      <OwnVisits {...{ reading, visits }} number={petition.number} keyOf={() => randomUUID()} />
    );
  };

const refused = (
  reply: FastifyReply,
  reading: Reading,
  number: string,
  problem: { readonly sentence: string; readonly status: number },
): FastifyReply => {
  const title = sayer(visitPageWords, reading.language)('own.title');
  return sendPage(
    reply,
    <Layout reading={reading} title={title} back={`/p/${number}`}>
      <h1>{title}</h1>
      <Notice kind="warn" live>
        <p>{problem.sentence}</p>
      </Notice>
    </Layout>,
    problem.status,
  );
};

const sentence = ({ language }: Reading, refusal: Refusal): string =>
  refusal.code === 'explanation-required'
    ? sayer(visitPageWords, language)('own.wordsMissing')
    : sentenceOf(refusal, language);

/** The petitioner's side of home visits: to decline one, and to say what a record has wrong (S-3). */
export const visitPages =
  (petitions: PetitionPagesDeps, deps: VisitDeps): FastifyPluginAsync =>
  async (app) => {
    const desk: ProgressDesk = { deps: petitions, cookies: petitionCookies(petitions.now) };

    app.post<OfVisit>('/p/:number/visits/:visit', hidden, async (request, reply) => {
      const here = await openHere(desk, request, reply);
      if (here === undefined) return reply;
      const { reading, progress } = here;
      const { visit } = request.params;
      const form = sentForm(request);
      if (!isGenuine(request)) {
        const problem = { sentence: reading.say('form.expired'), status: 403 };
        return refused(reply, reading, progress.number, problem);
      }
      const owner = `petitioner:${progress.id}`;
      const options = {
        actor: { kind: 'petitioner', petitionId: progress.id } as const,
        commandId: deriveId(deps.keys, owner, `visit-${visit}`, keyOf(form)),
      };
      const answer = () =>
        form.text('answer') === 'decline'
          ? declineVisit(deps, visit, options)
          : correctVisit(deps, visit, form.text(`words-${visit}`).trim(), options);
      const done = isId(visit) ? await answer() : null;
      if (done?.ok === false) {
        const { refusal } = done;
        return refused(reply, reading, progress.number, {
          sentence: sentence(reading, refusal),
          status: statusOf(refusal.code),
        });
      }
      return reply.redirect(`/p/${progress.number}#visits`, 303);
    });

    app.get<OfVisit>('/p/:number/visits/:visit/record.pdf', hidden, async (request, reply) => {
      const here = await openHere(desk, request, reply);
      if (here === undefined) return reply;
      const { visit } = request.params;
      const actor = { kind: 'petitioner', petitionId: here.progress.id } as const;
      const paper = isId(visit) ? await openVisitPaper(deps, actor, visit) : null;
      if (paper === null) return reply.redirect(`/p/${here.progress.number}`, 303);
      return sendFile(reply, paper);
    });

    app.get<OfFile>('/p/:number/visits/:visit/files/:file', hidden, async (request, reply) => {
      const here = await openHere(desk, request, reply);
      if (here === undefined) return reply;
      const { visit, file } = request.params;
      const actor = { kind: 'petitioner', petitionId: here.progress.id } as const;
      const opened =
        isId(visit) && isId(file) ? await openVisitFile(deps, actor, visit, file) : null;
      if (opened === null) return reply.redirect(`/p/${here.progress.number}`, 303);
      return sendFile(reply, opened);
    });
  };
