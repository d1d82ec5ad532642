import { decided, event, no, type Context, type Decision, type Rule } from './context.ts';
import type { CommandOf } from '../command.ts';
import { isAccusation, type Petition } from '../petition.ts';

/** Reg. 19, 22: what comes in is registered, whatever it is; the receipt is the number itself (P-3). */
export function register(command: CommandOf<'register'>, context: Context): Decision {
  const { registration } = command;
  const faulty = registration.accusedUnits.some((id) => context.units.find(id) === undefined);
  if (faulty) return no('unit-unknown', {}, 'accusedUnits');
  return decided(event('PetitionRegistered', registration));
}

/** Classification may follow registration (P-2). Purpose is fixed once the petition has left. */
export const classify: Rule<'classify'> = (petition, command, context) => {
  const changesAccusation =
    (petition.purpose === 'accusation') !== (command.purpose === 'accusation');
  if (changesAccusation && petition.status !== 'registered' && petition.chain.length > 1) {
    return no('reclassify-late');
  }
  for (const id of command.accusedUnits) {
    if (context.units.find(id) === undefined) return no('unit-unknown', {}, 'accusedUnits');
  }
  const own = context.actor.kind === 'staff' ? [context.actor.userId] : [];
  return decided(
    event('PetitionClassified', {
      purpose: command.purpose,
      category: command.category,
      urgency: command.urgency,
      regionCode: command.regionCode,
      accusedUnits: command.purpose === 'accusation' ? command.accusedUnits : [],
      // Whoever finds that it is an accusation goes on seeing it, besides the named handlers.
      named: command.purpose === 'accusation' ? [...new Set([...command.named, ...own])] : [],
    }),
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
export const nameHandler: Rule<'nameHandler'> = (petition, command) => {
  if (!isAccusation(petition)) return no('accusation-only-handover');
  return decided(event('HandlerNamed', { userId: command.userId }));
};

export const chooseOfficer: Rule<'chooseOfficer'> = (petition, command) =>
  petition.withdrawnOfficials.includes(command.userId)
    ? no('official-withdrawn', {}, 'userId')
    : decided(event('OfficerChosen', { userId: command.userId }));

/** Reg. 28(3): whoever withdrew does nothing more in the matter. */
export function hasWithdrawn(petition: Petition, context: Context): boolean {
  return (
    context.actor.kind === 'staff' && petition.withdrawnOfficials.includes(context.actor.userId)
  );
}
