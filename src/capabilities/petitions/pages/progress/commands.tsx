import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { cleanText, lengthOf } from '../../../../kernel/clean-text.ts';
import { refuse, sentenceOf, type Refusal } from '../../../../kernel/refusals.ts';
import { csrfField } from '../../../../platform/http/index.ts';
import type { Fault } from '../../../../portal/components.tsx';
import { isGenuine, sentForm, type SentForm } from '../../../../portal/form.ts';
import { sendPage } from '../../../../portal/page.tsx';
import { pressedAside } from '../../../../portal/switches.ts';
import { limits } from '../../limits.ts';
import type { StagedUpload, UploadOwner } from '../deps.ts';
import type { PetitionReading } from '../reading.ts';
import { fileFaultsOf, receiveFiles } from '../submit/received.ts';
import { AddPage } from './add.tsx';
import { openHere, type Opened, type ProgressDesk } from './open.tsx';
import { ProgressPage, type JustDone } from './progress.tsx';
import { WithdrawPage } from './withdraw.tsx';

const hidden = { schema: { hide: true } } as const;

interface OfPetition {
  Params: { number: string };
}

type PetitionRequest = FastifyRequest<OfPetition>;

/** The key of the form, so that a double press is one command. */
export const keyOf = (form: SentForm): string => {
  const key = z.uuid().safeParse(form.text('key'));
  return key.success ? key.data : randomUUID();
};

export const cleaned = (form: SentForm): string => cleanText(form.text('text')).text.trim();

export const tooLong = (
  text: string,
  limit: number,
  label: string,
  { language }: PetitionReading,
): Fault[] => {
  const length = text.length > limit * 40 ? text.length : lengthOf(text);
  if (length <= limit) return [];
  const { refusal } = refuse('text-too-long', { field: label, limit, length });
  return [{ field: 'text', sentence: sentenceOf(refusal, language) }];
};

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

export const refusalFault = (refusal: Refusal, { language }: PetitionReading): Fault => ({
  field: refusal.field === 'uploads' ? 'files' : 'text',
  sentence: sentenceOf(refusal, language),
});

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

const withdraw = async (
  desk: ProgressDesk,
  request: PetitionRequest,
  reply: FastifyReply,
): Promise<FastifyReply> => {
  const form = sentForm(request);
  const text = cleaned(form);
  const aside = pressedAside(form.pressed, reply);
  const opened = await openHere(desk, request, reply, { page: 'withdraw', text });
  if (opened === undefined) return reply;
  const { reading, progress } = opened;
  const page = `/p/${progress.number}`;
  if (aside === 'back') return reply.redirect(page, 303);
  const again = (faults: readonly Fault[], status: number, notice?: string): FastifyReply =>
    sendPage(
      reply,
      <WithdrawPage {...{ reading, progress, text, faults, notice }} commandKey={keyOf(form)} />,
      status,
    );
  if (aside === 'switched') return again([], 200);
  if (!isGenuine(request)) return again([], 403, reading.say('form.expired'));
  const faults = tooLong(text, limits.explanation, reading.tell('withdraw.reason'), reading);
  if (faults.length > 0) return again(faults, 422);
  const input = { ...(text === '' ? {} : { reason: text }), signed: false };
  const done = await desk.deps.command(progress.id, 'withdraw', input, keyOf(form));
  if (!done.ok) return again([refusalFault(done.refusal, reading)], 422);
  return reply.redirect(`${page}?done=withdrawn`, 303);
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
  { reading, progress }: Opened,
  text = '',
): Parameters<typeof sendPage>[1] => {
  const commandKey = randomUUID();
  const props = { reading, progress, text, commandKey };
  return page === 'add' ? <AddPage {...props} /> : <WithdrawPage {...props} />;
};

/** Adding, withdrawing, and changing one's mind (W-2, P-14). */
export const addPetitionerCommands = (app: FastifyInstance, desk: ProgressDesk): void => {
  for (const page of ['add', 'withdraw'] as const) {
    app.get<OfPetition>(`/p/:number/${page}`, hidden, async (request, reply) => {
      const opened = await openHere(desk, request, reply);
      return opened === undefined ? reply : sendPage(reply, commandPage(page, opened));
    });
  }
  app.post<OfPetition>('/p/:number/add', hidden, (request, reply) =>
    addMaterial(desk, request, reply),
  );
  app.post<OfPetition>('/p/:number/withdraw', hidden, (request, reply) =>
    withdraw(desk, request, reply),
  );
  app.post<OfPetition>('/p/:number/revoke', hidden, (request, reply) =>
    press(desk, request, reply, { command: 'revokeWithdrawal', done: 'revoked' }),
  );
  app.post<OfPetition>('/p/:number/leave-group', hidden, (request, reply) =>
    press(desk, request, reply, { command: 'leaveGroup', done: 'left' }),
  );
};
