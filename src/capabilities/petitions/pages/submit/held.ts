import type { FastifyReply, FastifyRequest } from 'fastify';
import { draftSecretOf, rememberDraft } from '../../../../portal/draft-cookie.ts';
import { newDraftSecret } from '../../../../portal/draft-secret.ts';
import type { PetitionPagesDeps } from '../deps.ts';
import { blankDraft, readDraft, type DraftContent } from './content.ts';

/** The draft that a device holds, with the secret that opens it. */
export interface HeldDraft {
  readonly secret: string;
  readonly content: DraftContent;
}

/** @returns nothing when the device holds none, or it expired or was sent and shown */
export const findDraft = async (
  deps: PetitionPagesDeps,
  request: FastifyRequest,
): Promise<HeldDraft | undefined> => {
  const secret = draftSecretOf(request);
  if (secret === undefined) return undefined;
  const content = readDraft(await deps.drafts.load(secret));
  return content && { secret, content };
};

/** A draft that is not kept yet; the first save makes it real. */
export const newDraft = (): HeldDraft => ({ secret: newDraftSecret(), content: blankDraft() });

/** Keeps the draft for seven more days, on the server and on this device. */
export const keepDraft = async (
  deps: PetitionPagesDeps,
  reply: FastifyReply,
  draft: HeldDraft,
): Promise<void> => {
  await deps.drafts.save(draft.secret, draft.content);
  rememberDraft(reply, draft.secret);
};
