import type { Actor } from '../../../kernel/actor.ts';
import { CommandRefused, type Tx } from '../../../platform/database/index.ts';
import type { CaseKey, Sealer } from '../../../platform/vault/index.ts';
import { checkWords, type OrganisationSnapshot } from '../../petitions/index.ts';
import type { SealedText } from '../../../kernel/sealed.ts';
import type { Meeting } from '../meeting.ts';
import type { MeetingDeps } from './deps.ts';

/** What composing a command has at hand, under the meeting's lock. */
export interface Composing {
  readonly tx: Tx;
  readonly deps: MeetingDeps;
  readonly meeting: Meeting;
  readonly organisation: OrganisationSnapshot;
  readonly sealer: Sealer;
  readonly key: CaseKey;
  /** Epoch ms. */
  readonly now: number;
  /** The id of what the command makes: the same when it is sent again. */
  readonly madeId: string;
  readonly actor: Actor;
}

/** Checked words, sealed. */
export function sealWords(
  { sealer }: Pick<Composing, 'sealer'>,
  value: string,
  field: string,
  limit: number,
): SealedText {
  const checked = checkWords(value, field, limit);
  if (!checked.ok) throw new CommandRefused(checked);
  return sealer.text(checked.value);
}

/** The same for words that may be left out. */
export const optionalWords = (
  from: Pick<Composing, 'sealer'>,
  value: string | undefined,
  field: string,
  limit: number,
): SealedText | null =>
  value === undefined || value.trim() === '' ? null : sealWords(from, value, field, limit);
