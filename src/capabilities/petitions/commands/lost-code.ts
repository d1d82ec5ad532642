import { refuse, type Refusal } from '../../../kernel/refusals.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import { checkTelephone } from '../../../kernel/telephone.ts';
import { scopeOf, type Tx } from '../../../platform/database/index.ts';
import { findCommand } from '../../../platform/record/index.ts';
import {
  deriveId,
  isOneTimeWord,
  lookupCode,
  oneTimeWord,
  wordWindow,
} from '../../../platform/vault/index.ts';
import { enqueueMessage } from '../../messages/index.ts';
import { openFolder, type Folder } from '../queries/folder.ts';
import { petitionerOf } from '../queries/progress.ts';
import { findCodeVersion } from '../store.ts';
import type { PetitionDeps } from './deps.ts';
import { contactIds, seersOf } from './notices.ts';
import { runCommand } from './run.ts';

/** What somebody says who has lost the look-up code. */
export interface LostCode {
  /** As typed; with or without spaces. */
  readonly number: string;
  /** A mobile number or an e-mail address, as typed. */
  readonly contact: string;
}

type Way = keyof typeof contactIds;

const sameEmail = (one: string, other: string): boolean =>
  one.normalize('NFKC').trim().toLowerCase() === other.normalize('NFKC').trim().toLowerCase();

const sameTelephone = (one: string, other: string): boolean =>
  checkTelephone(one).normalised === checkTelephone(other).normalised;

/** By which of the registered contacts somebody can be reached who names this one. */
function wayOf({ words }: Folder, contact: string): Way | null {
  const email = words.find<string>(contactIds.email);
  if (contact.includes('@')) return email !== null && sameEmail(email, contact) ? 'email' : null;
  const mobile = words.find<string>(contactIds.sms);
  return mobile !== null && sameTelephone(mobile, contact) ? 'sms' : null;
}

interface Found {
  readonly folder: Folder;
  readonly way: Way;
}

/** The petition whose registered contact this is; nothing alike for a wrong number and contact. */
async function findByContact(
  tx: Tx,
  deps: PetitionDeps,
  petitionId: string,
  contact: string,
): Promise<Found | null> {
  const folder = await openFolder(tx, deps.vault, petitionId);
  const way = folder === null ? null : wayOf(folder, contact);
  return folder === null || way === null ? null : { folder, way };
}

/**
 * P-3: sends a one-time word to the registered contact, when it is the one that was named; at most
 * one in ten minutes by each way. Nobody is told whether it was.
 * @param options.language in which the message is written
 * @param options.now epoch ms
 */
export async function askForWord(
  deps: PetitionDeps,
  { number, contact }: LostCode,
  { language, now }: { readonly language: 'zh-CN' | 'en'; readonly now: number },
): Promise<void> {
  const actor = await petitionerOf(deps, number);
  const { petitionId } = actor;
  await deps.db.withActor(scopeOf(actor), 'write', async (tx) => {
    const found = await findByContact(tx, deps, petitionId, contact);
    if (found === null) return;
    const { petition } = found.folder;
    const organisation = await deps.organisation(tx);
    const window = wordWindow(now);
    await enqueueMessage(tx, {
      streamId: petitionId,
      messageId: deriveId(deps.keys, 'system:lost-code', petitionId, `${found.way}:${window}`),
      unitId: petition.office,
      recipient: {
        kind: 'petitioner',
        ...(found.way === 'sms'
          ? { smsAddressId: contactIds.sms }
          : { emailAddressId: contactIds.email }),
      },
      template: 'code-word',
      language,
      // Its life is short, and somebody waits for it in front of the page.
      urgent: true,
      named: seersOf(petition),
      params: {
        office: organisation.find(petition.office)?.name ?? '',
        number: petition.number,
      },
    });
  });
}

/**
 * Makes the word as the message leaves, so that it stands in no outbox.
 * @returns null when there is no such petition
 */
export const makeWord =
  (deps: Pick<PetitionDeps, 'keys'>) =>
  async (tx: Tx, petitionId: string): Promise<string | null> => {
    const version = await findCodeVersion(tx, petitionId);
    return version === null
      ? null
      : oneTimeWord(deps.keys, petitionId, version, tx.openedAt.getTime());
  };

/**
 * P-3: replaces the look-up code for whoever has the one-time word; the old code and the word are
 * void then, and the registered contacts are told.
 * @param word as typed
 * @param options.commandKey the same press twice gives the same code
 * @returns number and new code; refused: `lost-code-word`, alike for a wrong number, contact and word
 */
export async function replaceLostCode(
  deps: PetitionDeps,
  { number, contact, word }: LostCode & { readonly word: string },
  { commandKey, now }: { readonly commandKey: string; readonly now: number },
): Promise<Result<{ readonly number: string; readonly lookupCode: string }, Refusal>> {
  const actor = await petitionerOf(deps, number);
  const { petitionId } = actor;
  const commandId = deriveId(deps.keys, `petitioner:${petitionId}`, 'lost-code', commandKey);
  // Commands that were done are known to writers alone.
  const proved = await deps.db.withActor(scopeOf(actor), 'write', async (tx) => {
    const found = await findByContact(tx, deps, petitionId, contact);
    if (found === null) return null;
    const { petition } = found.folder;
    const fits = (version: number): boolean =>
      isOneTimeWord(deps.keys, petitionId, version, word, now);
    // A press sent twice finds the code replaced: its word was that of the version before.
    const before = petition.codeVersion - 1;
    const done = fits(before) && (await findCommand(tx, petitionId, commandId)) !== null;
    return fits(petition.codeVersion) || done ? petition : null;
  });
  if (proved === null) return refuse('lost-code-word');
  const done = await runCommand(deps, petitionId, 'replaceLookupCode', {}, { actor, commandId });
  if (!done.ok) return done;
  const version = await deps.db.withActor(scopeOf(actor), 'read', (tx) =>
    findCodeVersion(tx, petitionId),
  );
  return ok({
    number: proved.number,
    lookupCode: lookupCode(deps.keys, petitionId, version ?? proved.codeVersion),
  });
}
