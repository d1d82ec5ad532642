import type { Calendar } from '../../../kernel/calendar.ts';
import { dueOf } from '../../../kernel/clocks.ts';
import { startOfDay, type LocalDate } from '../../../kernel/local-date.ts';
import { ruleOf } from '../../../kernel/periods.ts';
import { refuse } from '../../../kernel/refusals.ts';
import type { Beginnings, MediationStep } from '../command.ts';
import type { MediationEvent } from '../events.ts';
import type { Mediation } from '../proceeding.ts';
import { isSideOf } from '../tally.ts';
import {
  decided,
  findFutureFault,
  findReasonFault,
  today,
  type Context,
  type Decision,
} from './context.ts';

type StepOf<T extends MediationStep['type']> = Extract<MediationStep, { type: T }>;
type Rule<T extends MediationStep['type']> = (
  mediation: Mediation,
  step: StepOf<T>,
  context: Context,
) => Decision<MediationEvent>;

/** Days before its end on which somebody is told that the window closes (assumption). */
export const warnDays = 7;

/** The last day on which both can go to the court (人民调解法 33). */
export function confirmUntil(effectiveOn: LocalDate, calendar: Calendar): LocalDate {
  const run = { startedAt: startOfDay(effectiveOn).getTime(), pauses: [], extensions: [] };
  return dueOf(ruleOf('judicial-confirmation'), run, calendar).dueDate;
}

export function propose(command: Beginnings['mediation']): Decision<MediationEvent> {
  const { type: _, ...data } = command;
  if (data.parties.filter(isSideOf).length < 2) return refuse('mediation-one-side', {}, 'parties');
  if (
    data.parties.some(
      ({ unit, name, role }) => role !== 'petitioner' && unit === null && name === null,
    )
  ) {
    return refuse('party-without-name', {}, 'parties');
  }
  return findReasonFault(data.topic, 'topic') ?? decided({ type: 'MediationProposed', data });
}

/** Reg. 33: nobody is mediated against their will; each consent has its day and its proof. */
const recordConsent: Rule<'recordConsent'> = (mediation, step, context) => {
  const { type: _, ...data } = step;
  const party = mediation.parties.find(({ id }) => id === data.partyId);
  if (party === undefined || !isSideOf(party)) return refuse('party-unknown', {}, 'partyId');
  if (mediation.consents[party.id] !== undefined) return refuse('consent-given');
  if (data.proof === null) return refuse('consent-proof', {}, 'proof');
  return (
    findFutureFault(data.on, context, '同意日期', 'on') ??
    findReasonFault(data.proof, 'proof') ??
    decided({ type: 'ConsentRecorded', data })
  );
};

/** With number and code: the record itself is the proof. */
const answerProposal: Rule<'answerProposal'> = (mediation, { given }, context) => {
  const party = mediation.parties.find(({ role }) => role === 'petitioner');
  if (party === undefined) return refuse('party-unknown');
  if (mediation.consents[party.id] !== undefined) return refuse('consent-given');
  return decided({
    type: 'ConsentRecorded',
    data: { partyId: party.id, given, on: today(context), proof: null },
  });
};

const nameMediator: Rule<'nameMediator'> = (_, { mediatorId, mediatorName }) =>
  mediatorId === null && mediatorName === null
    ? refuse('mediator-missing', {}, 'mediatorId')
    : decided({ type: 'MediatorNamed', data: { mediatorId, mediatorName } });

const holdSession: Rule<'holdSession'> = (mediation, step, context) => {
  const { type: _, ...data } = step;
  if (mediation.mediatorId === null && mediation.mediatorName === null) {
    return refuse('mediator-missing');
  }
  if (data.came.some((id) => !mediation.parties.some((party) => party.id === id))) {
    return refuse('party-unknown', {}, 'came');
  }
  const consented = Object.values(mediation.consents).map(({ on }) => on);
  if (consented.some((on) => data.on < on)) return refuse('session-before-consent', {}, 'on');
  return (
    findFutureFault(data.on, context, '调解日期', 'on') ?? decided({ type: 'SessionHeld', data })
  );
};

const agree: Rule<'agree'> = (mediation, step, context) => {
  const { type: _, ...data } = step;
  if (mediation.sessions.length === 0) return refuse('session-missing');
  const confirmBy = confirmUntil(data.effectiveOn, context.calendar);
  return (
    findFutureFault(data.effectiveOn, context, '生效日期', 'effectiveOn') ??
    findReasonFault(data.terms, 'terms') ??
    decided({ type: 'AgreementReached', data: { ...data, confirmBy } })
  );
};

const fail: Rule<'fail'> = (_, { reason }) =>
  findReasonFault(reason, 'reason') ?? decided({ type: 'MediationFailed', data: { reason } });

const applyConfirmation: Rule<'applyConfirmation'> = (mediation, step, context) => {
  const { confirmation } = mediation;
  const { on, court, together } = step;
  if (mediation.agreement?.form === 'settlement') return refuse('confirmation-settlement');
  if (confirmation === null || !['window', 'missed'].includes(confirmation.state)) {
    return refuse('confirmation-applied');
  }
  if (!together) return refuse('confirmation-both', {}, 'together');
  if (context.units.find(court)?.kind !== 'court') return refuse('confirmation-court', {}, 'court');
  if (on > confirmation.confirmBy) {
    return refuse('confirmation-late', { until: confirmation.confirmBy }, 'on');
  }
  return (
    findFutureFault(on, context, '申请日期', 'on') ??
    decided({ type: 'ConfirmationApplied', data: { on, court } })
  );
};

const recordConfirmation: Rule<'recordConfirmation'> = (mediation, step, context) => {
  const { type: _, ...data } = step;
  const { confirmation } = mediation;
  if (confirmation?.state !== 'applied') return refuse('confirmation-none');
  if (confirmation.appliedOn !== null && data.on < confirmation.appliedOn) {
    return refuse('confirmation-before-application', {}, 'on');
  }
  return (
    findFutureFault(data.on, context, '裁定日期', 'on') ??
    decided({ type: 'ConfirmationDecided', data })
  );
};

/** By job: the days of the window follow a newly published calendar (P-9, CC 203). */
const recountWindow: Rule<'recountWindow'> = (mediation, { calendarVersion }, context) => {
  const { confirmation, agreement } = mediation;
  if (confirmation?.state !== 'window' || agreement === null) return decided();
  const confirmBy = confirmUntil(agreement.effectiveOn, context.calendar);
  return confirmBy === confirmation.confirmBy
    ? decided()
    : decided({ type: 'ConfirmationRecounted', data: { confirmBy, calendarVersion } });
};

/** By job, once, while there is still time. */
const warnWindow: Rule<'warnWindow'> = ({ confirmation }) =>
  confirmation?.state === 'window' && !confirmation.warned
    ? decided({ type: 'ConfirmationWarned', data: { confirmBy: confirmation.confirmBy } })
    : decided();

/** By job: a window that nobody used is recorded as such (M-3). */
const missWindow: Rule<'missWindow'> = ({ confirmation }, _, context) =>
  confirmation?.state === 'window' && today(context) > confirmation.confirmBy
    ? decided({ type: 'ConfirmationMissed', data: { confirmBy: confirmation.confirmBy } })
    : decided();

const rules: { readonly [T in MediationStep['type']]: Rule<T> } = {
  recordConsent,
  answerProposal,
  nameMediator,
  holdSession,
  agree,
  fail,
  applyConfirmation,
  recordConfirmation,
  recountWindow,
  warnWindow,
  missWindow,
};

/** The compiler cannot see that a step meets its own rule; the table above proves it. */
export const decideMediation = (
  mediation: Mediation,
  step: MediationStep,
  context: Context,
): Decision<MediationEvent> =>
  (rules[step.type] as Rule<MediationStep['type']>)(mediation, step, context);
