import type { FastifyReply, FastifyRequest } from 'fastify';
import { parsePetitionNumber } from '../../../../kernel/petition-number.ts';
import { refuse, sentenceOf, statusOf, type Refusal } from '../../../../kernel/refusals.ts';
import type { Fault } from '../../../../portal/components.tsx';
import type { SentForm } from '../../../../portal/form.ts';
import { sendPage } from '../../../../portal/page.tsx';
import { findProved, type PetitionCookies } from '../cookies.ts';
import type { OpenedProgress, PetitionPagesDeps } from '../deps.ts';
import { petitionReadingOf, type PetitionReading } from '../reading.ts';
import { LookPage, type Carried } from './look.tsx';

/** What the progress routes share. */
export interface ProgressDesk {
  readonly deps: PetitionPagesDeps;
  readonly cookies: PetitionCookies;
}

/** A petitioner who has proved number and code. */
export interface Opened {
  readonly reading: PetitionReading;
  readonly progress: OpenedProgress;
}

/**
 * Opens the petition of the address for whoever looked it up on this device.
 * @param carried what was about to be sent, which is not lost when the code is needed again
 * @returns nothing after the answer was sent: the page that asks for the code
 */
export const openHere = async (
  { deps, cookies }: Pick<ProgressDesk, 'deps' | 'cookies'>,
  request: FastifyRequest<{ Params: { number: string } }>,
  reply: FastifyReply,
  carried?: Carried,
): Promise<Opened | undefined> => {
  const reading = await petitionReadingOf(deps, request, reply);
  const { number } = request.params;
  const looking = cookies.looking.read(request);
  const proved = findProved(looking, number);
  const opened =
    proved === undefined ? undefined : await deps.openProgress(number, proved.lookupCode);
  if (looking !== undefined && opened?.ok === true) {
    // Each step starts the half hour anew.
    cookies.looking.write(reply, looking);
    return { reading, progress: opened.value };
  }
  if (opened?.ok === false) cookies.looking.clear(reply);
  const shown = parsePetitionNumber(number).ok ? number : '';
  await sendPage(reply, <LookPage {...{ reading, carried }} number={shown} />, carried ? 403 : 200);
  return undefined;
};

/**
 * The petition of the address for whoever looked it up on this device, asked before a form with
 * files is read; sends no page.
 */
export const provedHere = async (
  { deps, cookies }: Pick<ProgressDesk, 'deps' | 'cookies'>,
  request: FastifyRequest<{ Params: { number: string } }>,
): Promise<OpenedProgress | undefined> => {
  const { number } = request.params;
  const proved = findProved(cookies.looking.read(request), number);
  const opened =
    proved === undefined ? undefined : await deps.openProgress(number, proved.lookupCode);
  return opened?.ok === true ? opened.value : undefined;
};

/** What was typed to look a petition up, judged before anything is asked of the record. */
const typedFaults = (
  reading: PetitionReading,
  number: string,
  code: string,
  parsed: ReturnType<typeof parsePetitionNumber>,
): Fault[] => {
  const { tell, language } = reading;
  const required = (field: string, label: string): Fault => ({
    field,
    sentence: tell('look.required', { field: label }),
  });
  const wrongNumber = (): Fault[] =>
    parsed.ok
      ? []
      : [
          {
            field: 'number',
            sentence: sentenceOf(
              refuse(parsed.reason === 'length' ? 'number-length' : 'number-check-digit').refusal,
              language,
            ),
          },
        ];
  return [
    ...(number === '' ? [required('number', tell('look.number'))] : wrongNumber()),
    ...(code === '' ? [required('code', tell('look.code'))] : []),
  ];
};

/** The outcome of number and code: the petition, or the sentence about them. */
export type LookedUp =
  | { readonly ok: true; readonly progress: OpenedProgress }
  | { readonly ok: false; readonly faults: readonly Fault[]; readonly status: number };

/**
 * Opens a petition by what was typed; guesses are slowed down and told nothing.
 * A wrong number and a wrong code get the same sentence.
 */
export const lookUp = async (
  { deps, cookies }: ProgressDesk,
  request: FastifyRequest,
  reply: FastifyReply,
  reading: PetitionReading,
  form: SentForm,
): Promise<LookedUp> => {
  const number = form.text('number').trim().slice(0, 60);
  const code = form.text('code').trim().slice(0, 100);
  const parsed = parsePetitionNumber(number);
  const faults = typedFaults(reading, number, code, parsed);
  if (!parsed.ok || faults.length > 0) return { ok: false, faults, status: 422 };

  const guess = await deps.guesses.begin(request.ip, parsed.value);
  if (guess.wait > 0) {
    const sentence = reading.tell('look.wait', { seconds: guess.wait });
    return { ok: false, faults: [{ field: 'code', sentence }], status: 429 };
  }
  const opened = await deps.openProgress(parsed.value, code);
  if (!opened.ok) {
    if (opened.refusal.code === 'number-or-code-wrong') await guess.failed();
    return refused(opened.refusal, reading);
  }
  await guess.succeeded();
  cookies.looking.write(reply, { number: parsed.value, lookupCode: code });
  return { ok: true, progress: opened.value };
};

const refused = (refusal: Refusal, { language }: PetitionReading): LookedUp => ({
  ok: false,
  faults: [{ field: 'code', sentence: sentenceOf(refusal, language) }],
  status: statusOf(refusal.code),
});
