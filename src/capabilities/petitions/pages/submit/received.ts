import type { FastifyReply, FastifyRequest } from 'fastify';
import { refuse, sentenceOf, type Refusal } from '../../../../kernel/refusals.ts';
import type { Fault } from '../../../../portal/components.tsx';
import { draftIdOf } from '../../../../portal/draft-secret.ts';
import { draftDays } from '../../../../portal/draft-store.ts';
import { isGenuine, receiveForm, sentForm, type SentForm } from '../../../../portal/form.ts';
import type { PetitionPagesDeps, StagedUpload, UploadOwner } from '../deps.ts';
import { petitionReadingOf, type PetitionReading } from '../reading.ts';
import { limits } from '../../limits.ts';
import { pathOf, type StepId } from './content.ts';
import { findDraft, keepDraft, newDraft, type HeldDraft } from './held.ts';
import { pageOf, type Showing } from './show.tsx';
import { sendPage } from '../../../../portal/page.tsx';
import { withTyped } from './typed.ts';

/** A page of the wizard that came back, with everything needed to answer it. */
export interface Received {
  readonly deps: PetitionPagesDeps;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly reading: PetitionReading;
  readonly step: StepId;
  readonly form: SentForm;
  /** The draft with what was typed on this page. */
  readonly draft: HeldDraft;
  /** Whether the device had a draft at all. */
  readonly hadDraft: boolean;
  readonly genuine: boolean;
  readonly fileFaults: readonly Fault[];
  readonly fromCheck: boolean;
}

export const ownerOf = (secret: string): UploadOwner => `draft:${draftIdOf(secret)}`;

/** Files outlive their draft a little: one that is saved again on its last day keeps them. */
const keepFilesUntil = (now: number): number => now + 2 * draftDays * 24 * 60 * 60 * 1000;

/** Takes the files of a form into staging, as many as a petition takes. */
export const receiveFiles = async (
  deps: PetitionPagesDeps,
  request: FastifyRequest,
  tokenName: string,
  owner: UploadOwner,
  already: number,
): Promise<Awaited<ReturnType<typeof receiveForm>> & { uploads: readonly StagedUpload[] }> => {
  const uploads: StagedUpload[] = [];
  const received = await receiveForm(request, tokenName, async (file) => {
    if (already + uploads.length >= limits.attachments) {
      return refuse('file-too-many', { limit: limits.attachments }).refusal;
    }
    const staged = await deps.stageUpload(owner, file, keepFilesUntil(deps.now()));
    if (!staged.ok) return staged.refusal;
    uploads.push(staged.value);
    return undefined;
  });
  return { ...received, uploads };
};

export const fileFaultsOf = (
  refusals: readonly Refusal[],
  language: PetitionReading['language'],
): Fault[] => {
  const sentences = refusals.map((refusal) => sentenceOf(refusal, language));
  return [...new Set(sentences)].map((sentence) => ({ field: 'files', sentence }));
};

/** Reads a posted page; what was typed is put into the draft, not yet kept. */
export const receiveStep = async (
  deps: PetitionPagesDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  step: StepId,
): Promise<Received> => {
  const reading = await petitionReadingOf(deps, request, reply);
  const held = await findDraft(deps, request);
  const before = held ?? newDraft();
  const base = { deps, request, reply, reading, step, hadDraft: held !== undefined };
  if (request.isMultipart()) {
    const { form, genuine, refusals, uploads } = await receiveFiles(
      deps,
      request,
      reading.csrf.name,
      ownerOf(before.secret),
      before.content.uploads.length,
    );
    const content = withTyped(before.content, step, form);
    return {
      ...base,
      form,
      draft: {
        ...before,
        content: { ...content, uploads: [...before.content.uploads, ...uploads] },
      },
      genuine: genuine.ok,
      fileFaults: fileFaultsOf(refusals, reading.language),
      fromCheck: form.text('return') === 'check',
    };
  }
  const form = sentForm(request);
  return {
    ...base,
    form,
    draft: { ...before, content: withTyped(before.content, step, form) },
    genuine: isGenuine(request),
    fileFaults: [],
    fromCheck: form.text('return') === 'check',
  };
};

/** Shows the page again, with all that was typed on it. */
export const showAgain = async (
  received: Received,
  showing: Showing,
  status = 200,
): Promise<FastifyReply> => {
  const { deps, reply, reading, step, draft, fromCheck } = received;
  const page = await pageOf(deps, reading, step, draft.content, { fromCheck, ...showing });
  return sendPage(reply, page, status);
};

/**
 * Keeps the draft. When that fails, what was typed comes back on the page instead of being lost.
 * @returns the answer, when it failed
 */
export const keepOrShow = async (
  received: Received,
  draft: HeldDraft = received.draft,
): Promise<FastifyReply | undefined> => {
  try {
    await keepDraft(received.deps, received.reply, draft);
    return undefined;
  } catch (error) {
    const fault = error instanceof Error ? error.name : typeof error;
    received.request.log.error({ fault }, 'a draft could not be kept');
    return showAgain(received, { notice: received.reading.tell('submit.notKept') }, 503);
  }
};

export const goTo = (received: Received, step: StepId): FastifyReply =>
  received.reply.redirect(pathOf(step), 303);
