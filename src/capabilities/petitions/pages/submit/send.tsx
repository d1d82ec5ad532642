import type { FastifyReply, FastifyRequest } from 'fastify';
import { sentenceOf, type Refusal } from '../../../../kernel/refusals.ts';
import { ok, type Result } from '../../../../kernel/result.ts';
import { forgetDraft } from '../../../../portal/draft-cookie.ts';
import { sendPage } from '../../../../portal/page.tsx';
import type { PetitionCookies } from '../cookies.ts';
import type { PetitionPagesDeps } from '../deps.ts';
import { petitionReadingOf } from '../reading.ts';
import { typedIn, type DraftContent } from './content.ts';
import { DoneGonePage, DonePage, qrOf, type Sent } from './done.tsx';
import { findDraft, keepDraft, type HeldDraft } from './held.ts';
import { goTo, ownerOf, showAgain, type Received } from './received.ts';
import { readyToSend, registrationOf } from './registration.ts';
import { missingSteps } from './show.tsx';

/** Sends a finished draft. The draft's own key makes one petition of it, however often. */
const deliver = async (
  deps: PetitionPagesDeps,
  { secret, content }: HeldDraft,
): Promise<Result<Sent, Refusal>> => {
  const options = { commandKey: content.commandKey, owner: ownerOf(secret) };
  const submitted = await deps.submit(registrationOf(content), options);
  if (!submitted.ok) return submitted;
  const { number, lookupCode } = submitted.value;
  const helps = typedIn(content, 'helping') !== 'self';
  return ok({ number, lookupCode, helper: helps ? typedIn(content, 'helperName') : '' });
};

/** A refusal reopens the draft; what it was about is told on the summary. */
const reopen = async (received: Received, refusal: Refusal): Promise<FastifyReply> => {
  const { deps, reply, reading, draft } = received;
  const filesGone = refusal.field === 'uploads';
  const content: DraftContent = {
    ...draft.content,
    sent: false,
    ...(filesGone ? { uploads: [] } : {}),
  };
  const reopened = { ...received, draft: { ...draft, content } };
  await keepDraft(deps, reply, reopened.draft);
  const sentence = filesGone
    ? reading.tell('check.filesGone')
    : sentenceOf(refusal, reading.language);
  return showAgain(reopened, { notice: sentence }, 422);
};

/**
 * The last press. The draft is marked before it is sent: were the power lost in between, the page
 * after sending sends it again with the same key and shows the same number.
 */
export const sendDraft = async (
  received: Received,
  cookies: PetitionCookies,
): Promise<FastifyReply> => {
  const { deps, reply, reading, draft } = received;
  if (missingSteps(draft.content, reading).length > 0) return goTo(received, 'check');
  const units = await deps.unitsNear(typedIn(draft.content, 'region'));
  const ready = { ...draft, content: readyToSend(draft.content, units) };
  await keepDraft(deps, reply, ready);
  const sent = await deliver(deps, ready);
  if (!sent.ok) return reopen({ ...received, draft: ready }, sent.refusal);
  cookies.sent.write(reply, sent.value);
  return reply.redirect('/submit/done', 303);
};

/** The public address of a path, for QR pictures. */
const publicAddress = (deps: PetitionPagesDeps, request: FastifyRequest, path: string): string =>
  `${deps.publicUrl ?? `${request.protocol}://${request.host}`}${path}`;

/**
 * The page after sending. It asks for number and code once more by the draft's own key, since the
 * code is stored nowhere. The draft is deleted when the browser shows that it carries them, sealed:
 * were it deleted before, an answer lost on the way would take the code with it.
 */
export const showDone = async (
  deps: PetitionPagesDeps,
  cookies: PetitionCookies,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> => {
  const reading = await petitionReadingOf(deps, request, reply);
  const held = await findDraft(deps, request);
  let sent = cookies.sent.read(request);
  if (held?.content.sent === true) {
    const delivered = await deliver(deps, held);
    if (!delivered.ok) {
      await keepDraft(deps, reply, { ...held, content: { ...held.content, sent: false } });
      return reply.redirect('/submit/check', 303);
    }
    const arrived = sent?.number === delivered.value.number;
    sent = delivered.value;
    cookies.sent.write(reply, sent);
    cookies.looking.write(reply, { number: sent.number, lookupCode: sent.lookupCode });
    if (arrived) {
      await deps.drafts.remove(held.secret);
      forgetDraft(reply);
    }
  }
  if (sent === undefined) return sendPage(reply, <DoneGonePage reading={reading} />, 404);
  const opened = await deps.openProgress(sent.number, sent.lookupCode);
  const progress = opened.ok ? opened.value : undefined;
  const qr = await qrOf(publicAddress(deps, request, `/p/${sent.number}`));
  return sendPage(reply, <DonePage {...{ reading, sent, progress, qr }} />);
};
