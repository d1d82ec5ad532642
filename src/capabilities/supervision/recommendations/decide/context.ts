import type { Actor } from '../../../../kernel/actor.ts';
import type { Calendar } from '../../../../kernel/calendar.ts';
import { localDateOf, type LocalDate } from '../../../../kernel/local-date.ts';
import type { Refusal } from '../../../../kernel/refusals.ts';
import type { Result } from '../../../../kernel/result.ts';
import type { UnitDirectory } from '../../../../kernel/units.ts';

/** What the rules are told besides the record. */
export interface Context {
  /** Epoch ms. */
  readonly now: number;
  readonly actor: Actor;
  /** The actor as the record knows it. */
  readonly by: string;
  readonly calendar: Calendar;
  readonly organisation: UnitDirectory & {
    postsOf(userId: string): readonly { readonly role: string }[];
  };
}

export type Decided<Event> = Result<readonly Event[], Refusal>;

export const today = ({ now }: Pick<Context, 'now'>): LocalDate => localDateOf(now);

/** What a command says, as its event keeps it. */
export const dataOf = <C extends { readonly type: string }>(command: C): Omit<C, 'type'> => {
  const { type: _, ...data } = command;
  return data;
};
