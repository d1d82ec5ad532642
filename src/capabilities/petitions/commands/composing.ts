import { localDate, type LocalDate } from '../../../kernel/local-date.ts';
import { CommandRefused } from '../../../platform/database/index.ts';
import type { Command } from '../command.ts';
import type { CommandInput, PublicCommandType } from '../contract.ts';
import { checkWords } from '../intake-check.ts';
import { limits } from '../limits.ts';
import type { AttachmentRef, Petition, SealedText } from '../petition.ts';
import type { OrganisationSnapshot } from './deps.ts';
import type { Sealer } from '../../../platform/vault/index.ts';

/** What turns typed input into a command: sealing, ids, and what only the store knows. */
export interface Composing {
  readonly petition: Petition;
  readonly sealer: Sealer;
  readonly organisation: OrganisationSnapshot;
  readonly actorUserId: string | null;
  readonly actorUnitId: string | null;
  readonly nextId: () => string;
  readonly attachments: readonly AttachmentRef[];
  /** Facts of another stream that a paper needs; sealed with the words it will bear. */
  readonly beside?: Readonly<Record<string, string>>;
}

export type Compose<T extends PublicCommandType> = (
  input: CommandInput<T>,
  with_: Composing,
) => Command;

/** Seals checked words; throws what is refused of them. */
export function sealWords(
  { sealer }: Composing,
  value: string,
  field: string,
  limit: number,
  more: Readonly<Record<string, string>> = {},
): SealedText {
  const checked = checkWords(value, field, limit);
  if (!checked.ok) throw new CommandRefused(checked);
  return sealer.text(checked.value, more);
}

/** Seals an explanation. */
export const explain = (with_: Composing, value: string, field: string): SealedText =>
  sealWords(with_, value, field, limits.explanation);

/** Seals words that may be missing. */
export const optional = (
  with_: Composing,
  value: string | undefined,
  field: string,
): SealedText | null =>
  value === undefined || value.trim() === '' ? null : explain(with_, value, field);

/** Facts that a paper names, sealed beside the words; what was left out is not there. */
export const besides = (
  facts: Readonly<Record<string, string | number | undefined>>,
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(facts).flatMap(([name, value]) =>
      value === undefined || String(value).trim() === '' ? [] : [[name, String(value).trim()]],
    ),
  );

export const dateOf = (value: string): LocalDate => localDate(value);
