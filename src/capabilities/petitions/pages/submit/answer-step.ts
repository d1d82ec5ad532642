import type { FastifyReply } from 'fastify';
import { rememberSwitch } from '../../../../portal/switches.ts';
import type { Fault } from '../../../../portal/components.tsx';
import { pathBefore, pathOf, stepAfter, typedIn, type DraftContent } from './content.ts';
import { doubtsOf, faultsOf } from './faults.ts';
import { doubtMark } from './question.tsx';
import { goTo, keepOrShow, ownerOf, showAgain, type Received } from './received.ts';
import type { HeldDraft } from './held.ts';

const changed = (draft: HeldDraft, change: Partial<DraftContent>): HeldDraft => ({
  ...draft,
  content: { ...draft.content, ...change },
});

/** The script saves while a person types; it shows nothing but that. */
const autosave = async (received: Received): Promise<FastifyReply> => {
  const { reply, genuine, draft } = received;
  if (!genuine || draft.content.sent) return reply.code(403).send();
  return (await keepOrShow(received)) ?? reply.code(204).send();
};

const removeUpload = async (received: Received, id: string): Promise<FastifyReply> => {
  const { deps, draft } = received;
  const uploads = draft.content.uploads.filter((upload) => upload.id !== id);
  if (uploads.length < draft.content.uploads.length) {
    await deps.discardUpload(ownerOf(draft.secret), id);
  }
  const kept = { ...received, draft: changed(draft, { uploads }) };
  return (await keepOrShow(kept)) ?? showAgain(kept, {});
};

/** Buttons that keep what was typed and go elsewhere, whether it is right or not. */
const leave = async (received: Received, address: string): Promise<FastifyReply> =>
  (await keepOrShow(received)) ?? received.reply.redirect(address, 303);

const placeFaults = async ({ deps, draft, reading }: Received): Promise<Fault[]> => {
  const region = typedIn(draft.content, 'region');
  const known = region === '' || (await deps.regionPath(region)).length > 0;
  return known ? [] : [{ field: 'region', sentence: reading.tell('place.wrong') }];
};

/** A place was chosen that has smaller ones below: ask once more, one level down. */
const asksNextLevel = async ({ deps, form, step }: Received): Promise<boolean> => {
  const below = form.text('region');
  if (step !== 'place' || below === '') return false;
  return (await deps.regionPath(below)).at(-1)?.hasChildren === true;
};

const goOn = async (received: Received): Promise<FastifyReply> => {
  const { deps, draft, form, reading, step, fromCheck, fileFaults } = received;
  const reader = { language: reading.language, say: reading.tell };
  const faults = [
    ...faultsOf(step, draft.content, reader),
    ...(step === 'place' ? await placeFaults(received) : []),
    ...fileFaults,
  ];
  if (faults.length > 0) {
    return (await keepOrShow(received)) ?? showAgain(received, { faults }, 422);
  }
  const doubts = doubtsOf(step, draft.content, reader, deps.now());
  if (doubts.length > 0 && form.text('confirmed') !== doubtMark(draft.content, doubts)) {
    return (await keepOrShow(received)) ?? showAgain(received, { doubts });
  }
  const again = await asksNextLevel(received);
  const answered = [...new Set([...draft.content.answered, step])];
  const failed = await keepOrShow(received, changed(draft, { answered }));
  if (failed) return failed;
  if (again) {
    return received.reply.redirect(`${pathOf(step)}${fromCheck ? '?return=check' : ''}`, 303);
  }
  return goTo(received, fromCheck ? 'check' : stepAfter(step));
};

/**
 * Answers a page of the wizard. Whatever button was pressed, what was typed is kept or shown again.
 * @param received the page as it came back
 */
export const answerStep = async (received: Received): Promise<FastifyReply> => {
  const { form, genuine, reading, draft, hadDraft, step, fromCheck, reply } = received;
  const { pressed } = form;
  if (pressed === 'autosave') return autosave(received);
  if (!genuine) return showAgain(received, { notice: reading.say('form.expired') }, 403);
  if (draft.content.sent) return reply.redirect('/submit/done', 303);
  if (!hadDraft && step !== 'helper') {
    const notice = reading.tell('submit.draftGone');
    return (await keepOrShow(received)) ?? showAgain(received, { notice }, 409);
  }
  const here = `${pathOf(step)}${fromCheck ? '?return=check' : ''}`;
  const [verb = '', value = ''] = pressed.split(/-(.*)/s);
  switch (verb) {
    case 'elder':
    case 'language':
      rememberSwitch(reply, verb, value);
      return leave(received, here);
    case 'back':
      return leave(received, fromCheck ? pathOf('check') : pathBefore(step));
    case 'save':
      return leave(received, '/submit/saved');
    case 'add':
      return (await keepOrShow(received)) ?? showAgain(received, { more: true });
    case 'upload':
      return (
        (await keepOrShow(received)) ??
        showAgain(
          received,
          { faults: received.fileFaults },
          received.fileFaults.length > 0 ? 422 : 200,
        )
      );
    case 'remove':
      return removeUpload(received, value);
    case 'again': {
      const fields = { ...draft.content.fields, region: '' };
      const cleared = { ...received, draft: changed(draft, { fields }) };
      return (await keepOrShow(cleared)) ?? showAgain(cleared, {});
    }
    default:
      return goOn(received);
  }
};
