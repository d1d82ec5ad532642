import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { sentenceOf, type Refusal } from '../../../kernel/refusals.ts';
import { csrfField } from '../../../platform/http/index.ts';
import type { Fault } from '../../../portal/components.tsx';
import { isGenuine, sentForm, type SentForm } from '../../../portal/form.ts';
import { Layout } from '../../../portal/layout.tsx';
import { sendPage } from '../../../portal/page.tsx';
import { pressedAside } from '../../../portal/switches.ts';
import { fileFaultsOf, receiveFiles } from '../../petitions/index.ts';
import type { OwnRequestInput } from '../contract.ts';
import type { ReviewChoice } from '../view.ts';
import {
  faultsOfStep,
  firstOf,
  isAskStep,
  missingStep,
  readAskDraft,
  stepsFor,
  withAnswer,
  type AskDraft,
  type AskStep,
} from './ask-draft.ts';
import { askPage, AskStartPage } from './ask-pages.tsx';
import type { ReviewPagesDeps } from './deps.ts';
import { hidden, openReviewDesk, type OfPetition, type OpenedReviewDesk } from './open.ts';

type OfStep = { Params: { number: string; step: string }; Querystring: { return?: unknown } };
type StepRequest = FastifyRequest<OfStep>;

/** Which draft is meant: one for each opinion that can be contested. */
const secretOf = (deps: ReviewPagesDeps, petitionId: string, choice: ReviewChoice): string =>
  deps.draftSecret(petitionId, `${choice.stage}:${choice.contested.servedAt}`);

const refused = (
  reply: FastifyReply,
  { reading, tell, number }: OpenedReviewDesk,
  refusal: Refusal,
): FastifyReply =>
  sendPage(
    reply,
    <Layout reading={reading} title={tell('ask.no')} back={`/p/${number}`}>
      <h1>{tell('ask.no')}</h1>
      <p>{sentenceOf(refusal, reading.language)}</p>
    </Layout>,
    409,
  );

/** A page that came back, and what is known of the request so far. */
interface Received {
  readonly here: OpenedReviewDesk;
  readonly reply: FastifyReply;
  readonly choice: ReviewChoice;
  readonly secret: string;
  readonly step: AskStep;
  readonly fromCheck: boolean;
  readonly draft: AskDraft;
}

const show = (
  { here, reply, choice, step, fromCheck, draft }: Received,
  more: { readonly faults?: readonly Fault[]; readonly notice?: string } = {},
  status = 200,
): FastifyReply =>
  sendPage(reply, askPage({ ...here, choice, step, fromCheck, draft, ...more }), status);

const addressOf = ({ here }: Pick<Received, 'here'>, step: AskStep): string =>
  `/p/${here.number}/review/${step}`;

/** Where the way back leads: the question before, or the summary that it was opened from. */
function backFrom(received: Received): string {
  const { choice, step, fromCheck, here } = received;
  if (fromCheck) return addressOf(received, 'check');
  const steps = stepsFor(choice);
  const before = steps[steps.indexOf(step) - 1];
  return before === undefined ? `/p/${here.number}/review` : addressOf(received, before);
}

async function send(deps: ReviewPagesDeps, received: Received): Promise<FastifyReply> {
  const { here, reply, choice, draft, secret } = received;
  const missing = missingStep(draft, choice, here);
  if (missing !== null) return reply.redirect(addressOf(received, missing), 303);
  const input: OwnRequestInput = {
    grounds: draft.grounds,
    uploads: draft.uploads.map(({ id }) => id),
    ...(choice.late ? { lateReason: draft.lateReason } : {}),
    ...(choice.bodies.length > 1 ? { body: draft.body } : {}),
  };
  const done = await deps.ask(here.id, input, draft.key);
  if (!done.ok) {
    const notice = sentenceOf(done.refusal, here.reading.language);
    return show(received, { notice }, 422);
  }
  await deps.petitions.drafts.remove(secret);
  return reply.redirect(`/p/${here.number}/reviews/${done.value.id}?asked`, 303);
}

async function answer(
  deps: ReviewPagesDeps,
  received: Received,
  form: SentForm,
  fileFaults: readonly Fault[],
): Promise<FastifyReply> {
  const { here, reply, choice, step, secret, draft } = received;
  const keep = (changed: AskDraft = draft): Promise<void> =>
    deps.petitions.drafts.save(secret, changed);
  const { pressed } = form;
  const aside = pressedAside(pressed, reply);
  await keep();
  if (aside === 'switched') return reply.redirect(addressOf(received, step), 303);
  if (aside === 'back') return reply.redirect(backFrom(received), 303);
  if (pressed.startsWith('remove-')) {
    const id = pressed.slice('remove-'.length);
    const uploads = draft.uploads.filter((upload) => upload.id !== id);
    await deps.petitions.discardUpload(`petition:${here.id}`, id);
    await keep({ ...draft, uploads });
    return show({ ...received, draft: { ...draft, uploads } });
  }
  const faults = [...fileFaults, ...faultsOfStep(step, draft, choice, here)];
  if (faults.length > 0) return show(received, { faults }, 422);
  if (pressed === 'upload') return show(received);
  if (step === 'check') return send(deps, received);
  const steps = stepsFor(choice);
  const next = received.fromCheck ? 'check' : (steps[steps.indexOf(step) + 1] ?? 'check');
  return reply.redirect(addressOf(received, next), 303);
}

/** What was about to be sent when the code was needed again; it comes back after the code. */
function takeCarried(text: string): ReadonlyMap<string, string> {
  try {
    const parsed: unknown = JSON.parse(text);
    return new Map(
      Object.entries(parsed ?? {}).flatMap(([name, value]) =>
        typeof value === 'string' ? [[name, value] as const] : [],
      ),
    );
  } catch {
    return new Map();
  }
}

/** Asking for review step by step, with number and code (V-1, W-1). */
export function addAskRoutes(app: FastifyInstance, deps: ReviewPagesDeps): void {
  const desk = openReviewDesk(deps);

  app.get<OfPetition>('/p/:number/review', hidden, async (request, reply) => {
    const here = await desk.open(request, reply);
    if (here === undefined) return reply;
    const choice = await deps.choice(here.id);
    if (!choice.ok) return refused(reply, here, choice.refusal);
    const kept = await deps.petitions.drafts.load(secretOf(deps, here.id, choice.value));
    const begun = kept !== undefined;
    const first = begun
      ? (missingStep(readAskDraft(kept), choice.value, here) ?? 'check')
      : firstOf(choice.value);
    return sendPage(reply, <AskStartPage {...here} choice={choice.value} {...{ begun, first }} />);
  });

  app.get<OfStep>('/p/:number/review/:step', hidden, async (request, reply) => {
    const here = await desk.open(request, reply);
    if (here === undefined) return reply;
    const { step } = request.params;
    const choice = await deps.choice(here.id);
    if (!choice.ok) return refused(reply, here, choice.refusal);
    if (!isAskStep(step) || !stepsFor(choice.value).includes(step)) {
      return reply.redirect(`/p/${here.number}/review`, 303);
    }
    const secret = secretOf(deps, here.id, choice.value);
    const draft = readAskDraft(await deps.petitions.drafts.load(secret));
    const fromCheck = request.query.return === 'check';
    const received = { here, reply, choice: choice.value, secret, step, fromCheck, draft };
    const missing = step === 'check' ? missingStep(draft, choice.value, here) : null;
    return missing === null ? show(received) : reply.redirect(addressOf({ here }, missing), 303);
  });

  app.post<OfPetition>('/p/:number/review/carried', hidden, async (request, reply) => {
    const here = await desk.open(request, reply);
    if (here === undefined) return reply;
    const choice = await deps.choice(here.id);
    if (!choice.ok) return refused(reply, here, choice.refusal);
    const typed = takeCarried(sentForm(request).text('text'));
    const secret = secretOf(deps, here.id, choice.value);
    const kept = readAskDraft(await deps.petitions.drafts.load(secret));
    const draft = readAskDraft({ ...kept, ...Object.fromEntries(typed) });
    if (isGenuine(request)) await deps.petitions.drafts.save(secret, draft);
    const step = typed.get('step') ?? '';
    return reply.redirect(`/p/${here.number}/review/${isAskStep(step) ? step : ''}`, 303);
  });

  app.post<OfStep>('/p/:number/review/:step', hidden, (request, reply) =>
    receive(deps, desk, request, reply),
  );
}

/** Files are staged for whoever has proved the code; those of anybody else are read past. */
async function receiveForm(
  deps: ReviewPagesDeps,
  petitionId: string | undefined,
  request: StepRequest,
  reply: FastifyReply,
): Promise<{
  readonly form: SentForm;
  readonly genuine: boolean;
  readonly uploads: AskDraft['uploads'];
  readonly refusals: readonly Refusal[];
}> {
  if (!request.isMultipart()) {
    return { form: sentForm(request), genuine: isGenuine(request), uploads: [], refusals: [] };
  }
  const choice = petitionId === undefined ? undefined : await deps.choice(petitionId);
  const draft =
    petitionId === undefined || choice?.ok !== true
      ? undefined
      : readAskDraft(await deps.petitions.drafts.load(secretOf(deps, petitionId, choice.value)));
  const { form, genuine, uploads, refusals } = await receiveFiles(
    deps.petitions,
    request,
    csrfField(request, reply).name,
    `petition:${petitionId ?? ''}`,
    draft?.uploads.length ?? Number.POSITIVE_INFINITY,
  );
  return { form, genuine: genuine.ok, uploads: [...uploads], refusals };
}

async function receive(
  deps: ReviewPagesDeps,
  desk: ReturnType<typeof openReviewDesk>,
  request: StepRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { number, step } = request.params;
  if (!isAskStep(step)) return reply.redirect(`/p/${number}/review`, 303);
  const sent = await receiveForm(deps, await desk.proved(request), request, reply);
  const { form } = sent;
  const typed = ['body', 'grounds', 'lateReason'].flatMap((name) =>
    form.has(name) ? [[name, form.text(name)]] : [],
  );
  const text = JSON.stringify({ step, ...Object.fromEntries(typed) });
  const here = await desk.open(request, reply, { page: 'review', text });
  if (here === undefined) return reply;
  const choice = await deps.choice(here.id);
  if (!choice.ok) return refused(reply, here, choice.refusal);
  const secret = secretOf(deps, here.id, choice.value);
  const kept = readAskDraft(await deps.petitions.drafts.load(secret));
  const answered = withAnswer(kept, step, form);
  const draft = { ...answered, uploads: [...answered.uploads, ...sent.uploads] };
  const fromCheck = form.text('return') === 'check';
  const received = { here, reply, choice: choice.value, secret, step, fromCheck, draft };
  if (!sent.genuine) return show(received, { notice: here.reading.say('form.expired') }, 403);
  return answer(deps, received, form, fileFaultsOf(sent.refusals, here.reading.language));
}
