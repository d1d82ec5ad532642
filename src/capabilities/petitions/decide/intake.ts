import {
  decided,
  event,
  findOutsiderFault,
  no,
  type Context,
  type Decision,
  type Rule,
} from './context.ts';
import { isAccusedUnit } from '../accused.ts';
import type { CommandOf } from '../command.ts';
import type { PetitionEvent } from '../events.ts';
import { shortPathOf, type ShortPath } from '../short-paths.ts';
import { findPendingDecision, isAccusation, type Petition } from '../petition.ts';

/**
 * Reg. 19, 22: what comes in is registered, whatever it is; the receipt is the number itself (P-3).
 * An accusation against the body that took it in goes to the petition office at once (P-6).
 */
export function register(command: CommandOf<'register'>, context: Context): Decision {
  const { registration } = command;
  const { accusedUnits } = registration;
  if (hasUnknownUnit(accusedUnits, context)) return no('unit-unknown', {}, 'accusedUnits');
  if (registration.purpose !== 'accusation') {
    const path = shortPathOf(registration.purpose);
    return decided(
      event('PetitionRegistered', registration),
      ...(path === null ? [] : [event('ShortPathOpened', { path, since: context.now })]),
    );
  }
  const barred = (unit: string): boolean => isAccusedUnit(context.units, accusedUnits, unit);
  const moves = barred(registration.holder) && !barred(registration.office);
  return decided(
    event('PetitionRegistered', {
      ...registration,
      holder: moves ? registration.office : registration.holder,
      // Without named handlers it would exist for nobody: then whoever took it in is the first.
      named: registration.named.length > 0 ? registration.named : ownName(accusedUnits, context),
    }),
  );
}

const unique = (users: readonly string[]): string[] => [...new Set(users)];

const hasUnknownUnit = (ids: readonly string[], context: Context): boolean =>
  ids.some((id) => context.units.find(id) === undefined);

/** Whoever reads that it is an accusation goes on seeing it, unless of the accused unit. */
const ownName = (accusedUnits: readonly string[], { actor, units }: Context): string[] =>
  actor.kind === 'staff' && !isAccusedUnit(units, accusedUnits, actor.unitId) ? [actor.userId] : [];

/** Once it has left, those who have it have read it: then it is split, not renamed. */
const hasLeft = (petition: Petition): boolean =>
  petition.status === 'handling' || (petition.status === 'referred' && petition.chain.length > 1);

/** P-18: with its purpose a petition gets or loses the clock of a short path, from the beginning on. */
const pathFor = (petition: Petition, path: ShortPath | null): PetitionEvent[] =>
  petition.shortPath === path
    ? []
    : [event('ShortPathOpened', { path, since: petition.registeredAt })];

/** Classification may follow registration (P-2). Purpose is fixed once the petition has left. */
export const classify: Rule<'classify'> = (petition, command, context) => {
  const accusation = command.purpose === 'accusation';
  if (isAccusation(petition) !== accusation) {
    if (hasLeft(petition)) return no('reclassify-late');
    if (findPendingDecision(petition) !== undefined) return no('opinion-open');
  }
  const { accusedUnits } = command;
  if (hasUnknownUnit(accusedUnits, context)) return no('unit-unknown', {}, 'accusedUnits');
  const classified = {
    purpose: command.purpose,
    category: command.category,
    urgency: command.urgency,
    regionCode: command.regionCode,
    mixed: command.mixed ?? false,
  };
  if (!accusation) {
    return decided(
      event('PetitionClassified', { ...classified, accusedUnits: [], named: [] }),
      ...pathFor(petition, shortPathOf(command.purpose, classified.mixed)),
    );
  }
  const barred = (unit: string): boolean => isAccusedUnit(context.units, accusedUnits, unit);
  // P-6: an accused office must pass it on, unclassified, to the office above it.
  if (barred(petition.office)) return no('accused-unit', {}, 'accusedUnits');
  const named = unique([
    ...petition.named,
    ...command.named,
    ...ownName(accusedUnits, context),
  ]).filter((userId) => !petition.withdrawnOfficials.includes(userId));
  if (named.length === 0) return no('input-required', { field: '检举控告承办人' }, 'named');
  return decided(
    event('PetitionClassified', { ...classified, accusedUnits, named }),
    ...pathFor(petition, null),
    ...(barred(petition.holder)
      ? [
          event('PetitionHanded', {
            to: petition.office,
            mode: 'refer' as const,
            toOffice: true,
            dueDate: null,
            instruction: null,
          }),
        ]
      : []),
  );
};

/** Reg. 21: the petitioner may add at any time; it answers an open request for more. */
export const addMaterial: Rule<'addMaterial'> = (petition, command, context) => {
  if (command.text === null && command.attachments.length === 0) {
    return no('input-required', { field: '补充内容' }, 'text');
  }
  return decided(
    event('MaterialAdded', {
      by: context.actor.kind === 'petitioner' ? 'petitioner' : 'staff',
      text: command.text,
      attachments: command.attachments,
      answersSupplement: petition.supplementAsked,
    }),
  );
};

/** P-3: a lost code is replaced; the old one opens nothing from then on. */
export const replaceLookupCode: Rule<'replaceLookupCode'> = (petition) =>
  decided(event('LookupCodeReplaced', { codeVersion: petition.codeVersion + 1 }));

/** L-5: an accusation is seen by named people; who sees it may name another. */
export const nameHandler: Rule<'nameHandler'> = (petition, command, context) => {
  if (!isAccusation(petition)) return no('accusation-only-handover');
  if (petition.withdrawnOfficials.includes(command.userId)) {
    return no('official-withdrawn', {}, 'userId');
  }
  const units = [petition.holder, petition.office];
  return (
    findOutsiderFault(petition, context, command.userId, units, 'userId') ??
    decided(event('HandlerNamed', { userId: command.userId }))
  );
};

/** P-6: the holder's own people handle it. */
export const chooseOfficer: Rule<'chooseOfficer'> = (petition, command, context) => {
  if (petition.withdrawnOfficials.includes(command.userId)) {
    return no('official-withdrawn', {}, 'userId');
  }
  return (
    findOutsiderFault(petition, context, command.userId, [petition.holder], 'userId') ??
    decided(event('OfficerChosen', { userId: command.userId }))
  );
};

/** Reg. 28(3): whoever withdrew does nothing more in the matter. */
export function hasWithdrawn(petition: Petition, context: Context): boolean {
  return (
    context.actor.kind === 'staff' && petition.withdrawnOfficials.includes(context.actor.userId)
  );
}
