import { randomUUID } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ReactElement } from 'react';
import type { Refusal } from '../../../../kernel/refusals.ts';
import type { Result } from '../../../../kernel/result.ts';
import type { Fault } from '../../../../portal/components.tsx';
import { isGenuine, sentForm, type SentForm } from '../../../../portal/form.ts';
import { sendPage } from '../../../../portal/page.tsx';
import { pressedAside } from '../../../../portal/switches.ts';
import type { PetitionReading } from '../reading.ts';
import type { Carried } from './look.tsx';
import { openHere, type Opened, type ProgressDesk } from './open.tsx';
import type { JustDone } from './progress.tsx';
import { keyOf } from './typed.ts';

/** What stands on the page of a step, and what was wrong with it. */
export interface FormShown<Typed> {
  readonly opened: Opened;
  readonly typed: Typed;
  readonly faults?: readonly Fault[];
  /** Why the step was not taken. */
  readonly notice?: string | undefined;
  readonly commandKey: string;
}

/** A step that a petitioner takes by one form: its page, its answers, and where it leads. */
export interface OneForm<Typed> {
  readonly page: Exclude<Carried['page'], 'review'>;
  readonly done: JustDone;
  readonly show: (shown: FormShown<Typed>) => ReactElement;
  /** What stands there when it is opened, or what was typed before the code was needed again. */
  readonly begin: (opened: Opened, carried?: string) => Typed;
  /** What was typed, to be carried past the question for the code. */
  readonly carry: (form: SentForm) => string;
  readonly read: (form: SentForm, opened: Opened) => Typed;
  readonly faultsOf: (typed: Typed, reading: PetitionReading) => Fault[];
  /** @param commandKey of the form: a double press is one command */
  readonly take: (
    desk: ProgressDesk,
    opened: Opened,
    typed: Typed,
    commandKey: string,
  ) => Promise<Result<unknown, Refusal>>;
  /** Where a refusal is said: beside the field, or above everything. */
  readonly refusedAs: (
    refusal: Refusal,
    reading: PetitionReading,
  ) => Pick<FormShown<Typed>, 'faults' | 'notice'>;
}

/** The page as it opens, or with what was typed before the code was needed again. */
export const pageOf = <Typed,>(
  step: OneForm<Typed>,
  opened: Opened,
  carried?: string,
): ReactElement =>
  step.show({ opened, typed: step.begin(opened, carried), commandKey: randomUUID() });

/** The address of a petitioner's pages. */
export type OfPetition = { Params: { number: string } };

type Handler = (request: FastifyRequest<OfPetition>, reply: FastifyReply) => Promise<FastifyReply>;

/** The page of a step. */
export const openForm =
  <Typed,>(step: OneForm<Typed>, desk: ProgressDesk): Handler =>
  async (request, reply) => {
    const opened = await openHere(desk, request, reply);
    return opened === undefined ? reply : sendPage(reply, pageOf(step, opened));
  };

/** What is sent from the page of a step. */
export const sendForm =
  <Typed,>(step: OneForm<Typed>, desk: ProgressDesk): Handler =>
  async (request, reply) => {
    const form = sentForm(request);
    const aside = pressedAside(form.pressed, reply);
    const carried = { page: step.page, text: step.carry(form) };
    const opened = await openHere(desk, request, reply, carried);
    if (opened === undefined) return reply;
    const { reading, progress } = opened;
    const page = `/p/${progress.number}`;
    if (aside === 'back') return reply.redirect(page, 303);
    const typed = step.read(form, opened);
    const commandKey = keyOf(form);
    const again = (
      status: number,
      wrong: Pick<FormShown<Typed>, 'faults' | 'notice'> = {},
    ): FastifyReply => sendPage(reply, step.show({ opened, typed, commandKey, ...wrong }), status);
    if (aside === 'switched') return again(200);
    if (!isGenuine(request)) return again(403, { notice: reading.say('form.expired') });
    const faults = step.faultsOf(typed, reading);
    if (faults.length > 0) return again(422, { faults });
    const done = await step.take(desk, opened, typed, commandKey);
    if (!done.ok) return again(422, step.refusedAs(done.refusal, reading));
    return reply.redirect(`${page}?done=${step.done}`, 303);
  };
