import type { Actor } from '../../../kernel/actor.ts';
import { actorId } from '../../../kernel/actor.ts';
import type { Calendar } from '../../../kernel/calendar.ts';
import type { CountedInstead, LocalProfile } from '../../../kernel/local-profiles.ts';
import { addDays, localDateOf, type LocalDate } from '../../../kernel/local-date.ts';
import type { Refused, RefusalCode, RefusalParams, Refusal } from '../../../kernel/refusals.ts';
import { refuse } from '../../../kernel/refusals.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import type { UnitDirectory, UnitFact, UnitKind } from '../../../kernel/units.ts';
import { defaultPractice, type Practice } from '../afterwards/practice.ts';
import type { OwnDaysOfEvent } from '../afterwards/events.ts';
import { isBarred } from '../accused.ts';
import type { CommandOf, CommandType } from '../command.ts';
import type { PetitionEvent, PetitionEventOf, PetitionEventType } from '../events.ts';
import { ownDaysOf, type Standing } from '../own-days.ts';
import {
  isAccusation,
  type PaperEffect,
  type PaperKind,
  type Petition,
  type SealedText,
} from '../petition.ts';

/** What the rules are told besides the petition: who asks, when, by which calendar and units. */
export interface Context {
  readonly actor: Actor;
  /** Epoch ms. */
  readonly now: number;
  readonly calendar: Calendar;
  readonly units: UnitDirectory;
  /** Whether a person holds a post at a unit now: only those may be put in charge there (P-6). */
  readonly holdsPost: (userId: string, unitId: string) => boolean;
  /** Named local profiles (P-9); left out, none is applied anew. */
  readonly profiles?: readonly LocalProfile[];
  /** What the office has set for itself; left out, the practice that comes with the program. */
  readonly practice?: Practice;
}

/** The office's own days for a period around the conclusion, as an event keeps them. */
export const ownDays = (
  petition: Standing,
  context: Context,
  period: CountedInstead,
): OwnDaysOfEvent => ownDaysOf(context.profiles, petition, period, today(context));

export const practiceOf = (context: Context): Practice => context.practice ?? defaultPractice;

export type Decision = Result<PetitionEvent[], Refusal>;

/** A rule for one command on an existing petition. */
export type Rule<T extends CommandType> = (
  petition: Petition,
  command: CommandOf<T>,
  context: Context,
) => Decision;

/** Makes one event with its data checked against its type. */
export const event = <T extends PetitionEventType>(
  type: T,
  data: PetitionEventOf<T>['data'],
): PetitionEvent => ({ type, data }) as PetitionEvent;

export const decided = (...events: PetitionEvent[]): Decision => ok(events);

export const no = (code: RefusalCode, params?: RefusalParams, field?: string): Refused =>
  refuse(code, params, field);

/** Reasons shorter than this tell the petitioner nothing. */
export const shortestExplanation = 5;

/** Refuses an explanation too short to be one. */
export function findExplanationFault(text: SealedText, field: string): Refused | null {
  return text.length >= shortestExplanation
    ? null
    : no('explanation-required', { limit: shortestExplanation }, field);
}

export const today = (context: Context): LocalDate => localDateOf(context.now);

export const daysFromToday = (context: Context, days: number): LocalDate =>
  addDays(today(context), days);

/** The unit in whose name the actor acts; the system and the petitioner act for the holder. */
export const actingUnit = (context: Context, petition: Petition): string =>
  context.actor.kind === 'staff' ? context.actor.unitId : petition.holder;

export const actorOf = (context: Context): string => actorId(context.actor);

/** Looks up an active unit, or says which unit took its place. */
export function activeUnit(
  context: Context,
  id: string,
  field: string,
): { readonly ok: true; readonly unit: UnitFact } | Refused {
  const unit = context.units.find(id);
  if (unit === undefined) return no('unit-unknown', {}, field);
  if (!unit.active) {
    const successor = unit.successorId === null ? undefined : context.units.find(unit.successorId);
    return no('unit-inactive', { unit: unit.name, successor: successor?.name ?? '' }, field);
  }
  return { ok: true, unit };
}

/**
 * P-6: who is put in charge of a matter belongs to a unit that has it, never to one that is accused,
 * not even by another post.
 * @param units the units in question
 */
export function findOutsiderFault(
  petition: Petition,
  context: Context,
  userId: string,
  units: readonly string[],
  field: string,
): Refused | null {
  const accused =
    isAccusation(petition) && petition.accusedUnits.some((unit) => context.holdsPost(userId, unit));
  const belongs = units.some(
    (unit) => !isBarred(petition, context.units, unit) && context.holdsPost(userId, unit),
  );
  return belongs && !accused ? null : no('handler-outside-unit', {}, field);
}

/** What only an appeal, suggestion or the like of one purpose may become (Reg. 30, P-4). */
export function findKindFault(petition: Petition): Refused | null {
  if (isAccusation(petition)) return no('accusation-only-handover');
  return petition.mixed ? no('mixed-purpose') : null;
}

/** Bodies of their own procedure, which no petition office refers to: people are directed there. */
const outsideKinds: readonly UnitKind[] = ['court', 'procuratorate', 'arbitration-body'];

/** P-5: the responsible office stands inside the system, also while an outside body has the matter. */
export const findOutsideFault = (unit: UnitFact, field: string): Refused | null =>
  outsideKinds.includes(unit.kind) ? no('target-outside-system', { unit: unit.name }, field) : null;

/** The draft of a paper; the drafter is the actor. */
export const draft = (
  paperId: string,
  kind: PaperKind,
  issuer: string,
  text: SealedText | null = null,
  effect: PaperEffect | null = null,
): PetitionEvent => event('PaperDrafted', { paperId, kind, issuer, text, effect });
