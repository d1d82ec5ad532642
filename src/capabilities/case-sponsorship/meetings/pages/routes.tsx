import { randomUUID } from 'node:crypto';
import type { FastifyPluginAsync, FastifyReply } from 'fastify';
import type { ReactElement } from 'react';
import { z } from 'zod';
import { refuse, sentenceOf, statusOf } from '../../../../kernel/refusals.ts';
import { disposition } from '../../../../platform/http/index.ts';
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
  type PetitionDeps,
  type PetitionPagesDeps,
  type ProgressDesk,
} from '../../../petitions/index.ts';
import { waysOfPetitioner } from '../../ways-out/queries/index.ts';
import { answerMinutes } from '../commands/index.ts';
import { limits } from '../limits.ts';
import { meetingsOfPetitioner, openOwnMinutes } from '../queries/index.ts';
import { AnswerForm, OwnMeetings } from './own-meetings.tsx';
import { OwnWays } from './own-ways.tsx';
import { meetingPageWords } from './words.ts';

const hidden = { schema: { hide: true } } as const;
type OfMeeting = { Params: { number: string; meeting: string } };
const isId = (text: string): boolean => z.uuid().safeParse(text).success;

type Beside = (
  petition: { readonly id: string; readonly number: string },
  reading: Reading,
) => Promise<ReactElement | null>;

/** Three-party meetings, for the progress page; null where there was none. */
export const meetingsBeside =
  (deps: PetitionDeps): Beside =>
  async (petition, reading) => {
    const meetings = await meetingsOfPetitioner(deps, petition.id);
    return meetings.length === 0 ? null : (
      <OwnMeetings {...{ reading, meetings }} number={petition.number} keyOf={() => randomUUID()} />
    );
  };

/** The ways out that were chosen, for the progress page; null where there is none. */
export const waysBeside =
  (deps: PetitionDeps): Beside =>
  async (petition, reading) => {
    const ways = await waysOfPetitioner(deps, petition.id);
    return ways.length === 0 ? null : <OwnWays {...{ reading, ways }} />;
  };

const refused = (
  reply: FastifyReply,
  reading: Reading,
  number: string,
  problem: { readonly sentence: string; readonly status: number },
  form: ReactElement | null = null,
): FastifyReply => {
  const title = sayer(meetingPageWords, reading.language)('meeting.title');
  return sendPage(
    reply,
    <Layout reading={reading} title={title} back={`/p/${number}`}>
      <h1>{title}</h1>
      <Notice kind="warn" live>
        <p>{problem.sentence}</p>
      </Notice>
      {form}
    </Layout>,
    problem.status,
  );
};

/** The petitioner's side of a meeting: to read its minutes, and to say whether it was so (S-4). */
export const meetingPages =
  (petitions: PetitionPagesDeps, deps: PetitionDeps, officeFonts?: string): FastifyPluginAsync =>
  async (app) => {
    const desk: ProgressDesk = { deps: petitions, cookies: petitionCookies(petitions.now) };

    app.get<OfMeeting>(
      '/p/:number/meetings/:meeting/minutes.pdf',
      hidden,
      async (request, reply) => {
        const here = await openHere(desk, request, reply);
        if (here === undefined) return reply;
        const { meeting } = request.params;
        const file = isId(meeting)
          ? await openOwnMinutes(deps, here.progress.id, meeting, officeFonts)
          : null;
        if (file === null) return reply.redirect(`/p/${here.progress.number}`, 303);
        return reply
          .type('application/pdf')
          .header('cache-control', 'no-store')
          .header('content-disposition', disposition('inline', `${file.title}.pdf`))
          .send(file.bytes);
      },
    );

    app.post<OfMeeting>('/p/:number/meetings/:meeting', hidden, async (request, reply) => {
      const here = await openHere(desk, request, reply);
      if (here === undefined) return reply;
      const { reading, progress } = here;
      const { meeting } = request.params;
      const { number } = progress;
      const form = sentForm(request);
      const tell = sayer(meetingPageWords, reading.language);
      const notFound = refuse('not-found').refusal;
      if (!isId(meeting)) {
        const sentence = sentenceOf(notFound, reading.language);
        return refused(reply, reading, number, { sentence, status: 404 });
      }
      const agrees = form.text('agrees') === 'yes';
      const words = form
        .text(`words-${meeting}`)
        .trim()
        .slice(0, limits.words * 4);
      // Nothing that was typed is lost.
      const again = (
        <AnswerForm
          {...{ reading, tell, number }}
          meetingId={meeting}
          commandKey={randomUUID()}
          typed={words}
        />
      );
      if (!isGenuine(request)) {
        const problem = { sentence: reading.say('form.expired'), status: 403 };
        return refused(reply, reading, number, problem, again);
      }
      const done = await answerMinutes(
        deps,
        meeting,
        { agrees, words: agrees ? '' : words },
        {
          actor: { kind: 'petitioner', petitionId: progress.id },
          commandId: deriveId(
            deps.keys,
            `petitioner:${progress.id}`,
            `meeting-${meeting}`,
            keyOf(form),
          ),
        },
      );
      if (!done.ok) {
        const { code } = done.refusal;
        const wordsMissing = code === 'explanation-required';
        const sentence = wordsMissing
          ? tell('meeting.wordsMissing')
          : sentenceOf(done.refusal, reading.language);
        const problem = { sentence, status: statusOf(code) };
        const mayTryAgain = wordsMissing || code === 'text-too-long';
        return refused(reply, reading, number, problem, mayTryAgain ? again : null);
      }
      return reply.redirect(`/p/${number}#meetings`, 303);
    });
  };
