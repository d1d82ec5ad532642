import type { Addressee, Capacity } from '../urgent.ts';
import { limits } from '../limits.ts';
import { besides, explain, sealWords, type Compose, type Composing } from './composing.ts';

type UrgentTypes = 'reportUrgent' | 'followUpUrgent' | 'confirmUrgent' | 'replyUrgent';

/**
 * Whom Reg. 25 has told: the local leadership, the joint-meeting office, the departments concerned;
 * a petition office also its superior, any other body the petition office.
 */
function addresseesOf(
  { petition, organisation, actorUnitId }: Composing,
  departments: readonly string[],
): readonly Addressee[] {
  const own = actorUnitId ?? petition.holder;
  const place = organisation.find(petition.office)?.regionCode ?? petition.regionCode;
  const fromOffice = own === petition.office;
  const found: readonly (readonly [string | undefined, Capacity])[] = [
    [organisation.unitOfKind('leadership', place), 'leadership'],
    [organisation.unitOfKind('joint-meeting-office', place), 'joint-meeting'],
    fromOffice
      ? [organisation.petitionOfficeAbove(petition.office), 'superior-office']
      : [petition.office, 'petition-office'],
    ...departments.map((unit) => [unit, 'department'] as const),
  ];
  const told = new Map<string, Addressee>();
  for (const [unit, capacity] of found) {
    const known = unit === undefined || told.has(unit);
    // Who reports is not told; a department chosen by mistake is refused by the rule.
    if (!known && (unit !== own || capacity === 'department')) told.set(unit, { unit, capacity });
  }
  return [...told.values()];
}

/** How what is typed about an urgent matter becomes commands of the rules. */
export const urgentComposers: { readonly [T in UrgentTypes]: Compose<T> } = {
  reportUrgent: (input, with_) => ({
    type: 'reportUrgent',
    reportId: with_.nextId(),
    level: input.level,
    text: sealWords(
      with_,
      input.text,
      'text',
      limits.explanation,
      besides({ measures: input.measures }),
    ),
    paperId: with_.nextId(),
    addressees: addresseesOf(with_, input.departments),
  }),
  followUpUrgent: (input, with_) => ({
    type: 'followUpUrgent',
    reportId: with_.nextId(),
    text: sealWords(
      with_,
      input.text,
      'text',
      limits.explanation,
      besides({ measures: input.measures }),
    ),
    paperId: with_.nextId(),
  }),
  confirmUrgent: () => ({ type: 'confirmUrgent' }),
  replyUrgent: (input, with_) => ({
    type: 'replyUrgent',
    reply: explain(with_, input.reply, 'reply'),
  }),
};
