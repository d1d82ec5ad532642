import { randomBytes } from 'node:crypto';
import type { Actor } from '../../../kernel/actor.ts';
import { refuse } from '../../../kernel/refusals.ts';
import { CommandRefused, setStream, type Tx } from '../../../platform/database/index.ts';
import { newId, openItems, Sealer, type CaseKey } from '../../../platform/vault/index.ts';
import {
  openVisible,
  tellOfPetition,
  draftPaperFor,
  type Folder,
  type OrganisationSnapshot,
  type PetitionDeps,
} from '../../petitions/index.ts';
import { deriveId } from '../../../platform/vault/index.ts';
import type { HearingSubject, ProceedingEvent } from '../events.ts';
import type { Proceeding } from '../proceeding.ts';
import { openRoster, type OpenedMember } from '../queries/roster.ts';
import { wordingOf } from '../queries/wording.ts';
import type { Composing } from './compose.ts';
import { draftOf } from './drafts.ts';
import { WordSealer } from './words.ts';

export interface ProceedingOptions {
  readonly actor: Actor;
  /** Chosen by the sender: the same id does the command once. */
  readonly commandId: string;
  /** The version that the sender saw; left out, the newest is taken. */
  readonly expectedVersion?: number | undefined;
  /** Who staged the uploads. */
  readonly uploadOwner?: string;
  /** Moment of the command in the demo, epoch ms. */
  readonly at?: number | undefined;
}

/** What every command on a proceeding needs of its petition. */
export interface Around {
  readonly folder: Folder;
  readonly organisation: OrganisationSnapshot;
  readonly roster: readonly OpenedMember[];
  readonly now: number;
}

/**
 * Passes the petition and reads the roster.
 * @throws CommandRefused with `not-found`, or `proceeding-not-for-accusation`
 */
export async function lookAround(
  tx: Tx,
  deps: PetitionDeps,
  petitionId: string,
  { actor, at }: ProceedingOptions,
): Promise<Around> {
  const folder = await openVisible(tx, deps, actor, petitionId);
  if (folder === null) throw new CommandRefused(refuse('not-found'));
  // L-5: an accusation is nobody's matter but its named handlers'; there is no panel for it.
  if (folder.petition.purpose === 'accusation') {
    throw new CommandRefused(refuse('proceeding-not-for-accusation'));
  }
  const organisation = await deps.organisation(tx);
  const roster = await openRoster(tx, deps);
  await setStream(tx, petitionId);
  return { folder, organisation, roster, now: at ?? tx.openedAt.getTime() };
}

/** What composing works with; `opened` is what lies sealed in the proceeding already. */
export function composingOf(
  deps: PetitionDeps,
  { folder, organisation, roster, now }: Around,
  own: {
    readonly streamId: string;
    readonly key: CaseKey;
    readonly unit: string;
    readonly subject: HearingSubject;
    readonly opened: ReadonlyMap<string, unknown>;
    readonly attached?: readonly string[];
  },
): { readonly composing: Composing; readonly sealer: Sealer } {
  const { streamId, key, unit, subject, opened } = own;
  const sealer = new Sealer({ vault: deps.vault, key, streamId, nextId: newId });
  const wording = wordingOf(folder, organisation, roster, opened);
  return {
    sealer,
    composing: {
      petitionId: folder.petition.id,
      folder,
      organisation,
      roster,
      words: new WordSealer(sealer),
      nameOf: wording.partyName,
      nextId: newId,
      attached: own.attached ?? [],
      newSeed: () => randomBytes(8).toString('hex'),
      now,
      unit,
      subject,
    },
  };
}

/** Events that the petitioner is told of, beside the papers that tell by themselves. */
const news = new Set<ProceedingEvent['type']>([
  'HearingScheduled',
  'HearingCancelled',
  'MediationProposed',
  'DeliberationProposed',
  'ConfirmationRecounted',
]);

/**
 * What a command brings about on the petition: papers and messages. The petition's stream is the
 * one that is open afterwards.
 */
export async function followOn(
  tx: Tx,
  deps: PetitionDeps,
  { folder, organisation, roster }: Around,
  done: {
    readonly after: Proceeding;
    readonly events: readonly ProceedingEvent[];
    readonly key: CaseKey;
    readonly options: ProceedingOptions;
  },
): Promise<void> {
  const { after, events, key, options } = done;
  const { actor, commandId, at } = options;
  const opened = await openItems(tx, deps, after.id, key);
  const wording = wordingOf(folder, organisation, roster, opened);
  const idOf = (what: string): string => deriveId(deps.keys, 'system:proceedings', what, commandId);
  const petitionId = folder.petition.id;
  for (const event of events) {
    const paper = draftOf(after, event, wording);
    if (paper === null) continue;
    await draftPaperFor(tx, deps, petitionId, paper, {
      actor,
      commandId: idOf('paper'),
      ...(at === undefined ? {} : { at }),
    });
  }
  if (!events.some(({ type }) => news.has(type))) return;
  await setStream(tx, petitionId);
  await tellOfPetition(tx, deps, folder.petition, { petitioner: true }, idOf('news'));
}
