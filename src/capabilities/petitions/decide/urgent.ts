import {
  actingUnit,
  activeUnit,
  decided,
  draft,
  event,
  findExplanationFault,
  no,
  type Context,
  type Rule,
} from './context.ts';
import type { Refused } from '../../../kernel/refusals.ts';
import type { PetitionEvent } from '../events.ts';
import { isAccusation, type Petition } from '../petition.ts';
import { unansweredBy, unreceivedBy, type Addressee } from '../urgent.ts';

/*
 * Reg. 25 wants major and urgent matters reported promptly. So a report is with its addressees the
 * moment it is made; its paper is checked, signed and sealed afterwards and confirms it. To let the
 * matter wait for signatures would defeat the article.
 */

function findAddresseeFault(
  addressees: readonly Addressee[],
  petition: Petition,
  context: Context,
): Refused | null {
  const own = actingUnit(context, petition);
  for (const { unit } of addressees) {
    const found = activeUnit(context, unit, 'departments');
    if (!found.ok) return found;
    if (unit === own) return no('urgent-own-unit', {}, 'departments');
  }
  return addressees.length === 0 ? no('urgent-nobody') : null;
}

/** Upwards, sideways and to the departments at once; who was told is tracked to the reply. */
export const reportUrgent: Rule<'reportUrgent'> = (petition, command, context) => {
  // L-5: an accusation is not shown to whole units, however urgent it is.
  if (isAccusation(petition)) return no('urgent-accusation');
  if (petition.urgentReports.length > 0) return no('urgent-reported');
  const { reportId, level, text, paperId, addressees } = command;
  const fault =
    findExplanationFault(text, 'text') ?? findAddresseeFault(addressees, petition, context);
  if (fault) return fault;
  return decided(
    event('UrgentReported', { reportId, level, text, paperId, addressees, later: false }),
    draft(paperId, 'urgent-report', actingUnit(context, petition), text),
  );
};

/** 续报: how it goes on, to everybody who was told before. */
export const followUpUrgent: Rule<'followUpUrgent'> = (petition, command, context) => {
  if (isAccusation(petition)) return no('urgent-accusation');
  const [first] = petition.urgentReports;
  if (first === undefined) return no('urgent-none');
  const { reportId, text, paperId } = command;
  const fault = findExplanationFault(text, 'text');
  if (fault) return fault;
  const own = actingUnit(context, petition);
  const addressees = first.addressees
    .filter(({ unit }) => unit !== own)
    .map(({ unit, capacity }) => ({ unit, capacity }));
  return decided(
    event('UrgentReported', {
      reportId,
      level: first.level,
      text,
      paperId,
      addressees,
      later: true,
    }),
    draft(paperId, 'urgent-report', actingUnit(context, petition), text),
  );
};

const received = (petition: Petition, unit: string): PetitionEvent[] =>
  unreceivedBy(petition, unit).map(({ id }) => event('UrgentReceived', { reportId: id, unit }));

/** An addressee has it; the moment is kept. */
export const confirmUrgent: Rule<'confirmUrgent'> = (petition, _, context) => {
  const events = received(petition, actingUnit(context, petition));
  return events.length === 0 ? no('urgent-not-awaited') : decided(...events);
};

/** What an addressee does about it; whoever answers has received it. */
export const replyUrgent: Rule<'replyUrgent'> = (petition, command, context) => {
  const unit = actingUnit(context, petition);
  const [report] = unansweredBy(petition, unit);
  if (report === undefined) return no('urgent-not-awaited');
  return (
    findExplanationFault(command.reply, 'reply') ??
    decided(
      ...received(petition, unit),
      event('UrgentReplied', { reportId: report.id, unit, reply: command.reply }),
    )
  );
};
