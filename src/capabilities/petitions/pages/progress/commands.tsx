import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { sentenceOf } from '../../../../kernel/refusals.ts';
import { csrfField } from '../../../../platform/http/index.ts';
import type { Fault } from '../../../../portal/components.tsx';
import { isGenuine, sentForm, type SentForm } from '../../../../portal/form.ts';
import { sendPage } from '../../../../portal/page.tsx';
import { pressedAside } from '../../../../portal/switches.ts';
import { limits } from '../../limits.ts';
import type { StagedUpload, UploadOwner } from '../deps.ts';
import { fileFaultsOf, receiveFiles } from '../submit/received.ts';
import { AddPage } from './add.tsx';
import { openForm, pageOf, sendForm, type OneForm } from './one-form.tsx';
import { openHere, type Opened, type ProgressDesk } from './open.tsx';
import { ProgressPage, type JustDone } from './progress.tsx';
import { cleaned, keyOf, refusalFault, tooLong } from './typed.ts';
import { WithdrawPage } from './withdraw.tsx';

const hidden = { schema: { hide: true } } as const;

interface OfPetition {
  Params: { number: string };
}

type PetitionRequest = FastifyRequest<OfPetition>;

/** Files that arrived with the last try; their owner is checked when they are used. */
const keptUploads = (form: SentForm): StagedUpload[] => {
  const schema = z.object({
    id: z.uuid(),
    name: z.string(),
    mediaType: z.string(),
    size: z.number(),
  });
  return form.all('upload').flatMap((text) => {
    const parsed = schema.safeParse(parseJson(text));
    return parsed.success ? [parsed.data] : [];
  });
};

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const addMaterial = async (
  desk: ProgressDesk,
  request: PetitionRequest,
  reply: FastifyReply,
): Promise<FastifyReply> => {
  const { deps, cookies } = desk;
  const { number } = request.params;
  const looking = cookies.looking.read(request);
  const before =
    looking?.number === number ? await deps.openProgress(number, looking.lookupCode) : undefined;
  // Files of somebody who has not proved the code are read past, never staged.
  const owner: UploadOwner = `petition:${before?.ok === true ? before.value.id : ''}`;
  const tokenName = csrfField(request, reply).name;
  const received = await receiveFiles(
    deps,
    request,
    tokenName,
    owner,
    before?.ok === true ? 0 : limits.attachments,
  );
  const { form, genuine } = received;
  const text = cleaned(form);
  const aside = pressedAside(form.pressed, reply);
  const opened = await openHere(desk, request, reply, { page: 'add', text });
  if (opened === undefined) return reply;
  const { reading, progress } = opened;
  if (aside === 'back') return reply.redirect(`/p/${number}`, 303);
  const uploads = [...keptUploads(form), ...received.uploads];
  const again = (faults: readonly Fault[], status: number, notice?: string): FastifyReply =>
    sendPage(
      reply,
      <AddPage
        {...{ reading, progress, text, uploads, faults, notice }}
        commandKey={keyOf(form)}
      />,
      status,
    );
  if (aside === 'switched') return again([], 200);
  if (!genuine.ok) return again([], 403, reading.say('form.expired'));
  const faults = [
    ...tooLong(text, limits.text, reading.tell('add.text'), reading),
    ...fileFaultsOf(received.refusals, reading.language),
  ];
  if (faults.length === 0 && text === '' && uploads.length === 0) {
    faults.push({ field: 'text', sentence: reading.tell('add.empty') });
  }
  if (faults.length > 0) return again(faults, 422);
  const input = { ...(text === '' ? {} : { text }), uploads: uploads.map(({ id }) => id) };
  const done = await deps.command(progress.id, 'addMaterial', input, keyOf(form));
  if (!done.ok) return again([refusalFault(done.refusal, reading)], 422);
  return reply.redirect(`/p/${number}?done=added`, 303);
};

/** Withdrawing (P-14). */
const withdraw: OneForm<string> = {
  page: 'withdraw',
  done: 'withdrawn',
  begin: (_, carried = '') => carried,
  carry: cleaned,
  read: (form) => cleaned(form),
  faultsOf: (text, reading) =>
    tooLong(text, limits.explanation, reading.tell('withdraw.reason'), reading),
  take: ({ deps }, { progress }, text, commandKey) => {
    const input = { ...(text === '' ? {} : { reason: text }), signed: false };
    return deps.command(progress.id, 'withdraw', input, commandKey);
  },
  refusedAs: (refusal, reading) => ({ faults: [refusalFault(refusal, reading)] }),
  show: ({ opened, typed, ...shown }) => <WithdrawPage {...opened} {...shown} text={typed} />,
};

/** One press and no more to say: revoking a withdrawal, leaving a group. */
const press = async (
  desk: ProgressDesk,
  request: PetitionRequest,
  reply: FastifyReply,
  what: { readonly command: 'revokeWithdrawal' | 'leaveGroup'; readonly done: JustDone },
): Promise<FastifyReply> => {
  const opened = await openHere(desk, request, reply);
  if (opened === undefined) return reply;
  const { reading, progress } = opened;
  const commandKey = keyOf(sentForm(request));
  const again = (notice: string, status: number): FastifyReply =>
    sendPage(reply, <ProgressPage {...{ reading, progress, notice, commandKey }} />, status);
  if (!isGenuine(request)) return again(reading.say('form.expired'), 403);
  const done = await desk.deps.command(progress.id, what.command, {}, commandKey);
  if (!done.ok) return again(sentenceOf(done.refusal, reading.language), 409);
  return reply.redirect(`/p/${progress.number}?done=${what.done}`, 303);
};

/** The page of a command, empty or with what was typed before the code was needed again. */
export const commandPage = (
  page: 'add' | 'withdraw',
  opened: Opened,
  text = '',
): Parameters<typeof sendPage>[1] =>
  page === 'add' ? (
    <AddPage {...opened} text={text} commandKey={randomUUID()} />
  ) : (
    pageOf(withdraw, opened, text)
  );

/** Adding, withdrawing, and changing one's mind (W-2, P-14). */
export const addPetitionerCommands = (app: FastifyInstance, desk: ProgressDesk): void => {
  app.get<OfPetition>('/p/:number/add', hidden, async (request, reply) => {
    const opened = await openHere(desk, request, reply);
    return opened === undefined ? reply : sendPage(reply, commandPage('add', opened));
  });
  app.post<OfPetition>('/p/:number/add', hidden, (request, reply) =>
    addMaterial(desk, request, reply),
  );
  app.get<OfPetition>('/p/:number/withdraw', hidden, openForm(withdraw, desk));
  app.post<OfPetition>('/p/:number/withdraw', hidden, sendForm(withdraw, desk));
  app.post<OfPetition>('/p/:number/revoke', hidden, (request, reply) =>
    press(desk, request, reply, { command: 'revokeWithdrawal', done: 'revoked' }),
  );
  app.post<OfPetition>('/p/:number/leave-group', hidden, (request, reply) =>
    press(desk, request, reply, { command: 'leaveGroup', done: 'left' }),
  );
};
