import type { Actor } from '../../../kernel/actor.ts';
import type { Calendar } from '../../../kernel/calendar.ts';
import { daysBetween, localDateOf } from '../../../kernel/local-date.ts';
import type { OrganisationSnapshot } from '../../petitions/index.ts';
import { firstHearingDay } from '../decide/index.ts';
import type { DrawnPanel, Party, ProceedingEvent, Recorded } from '../events.ts';
import { lives } from '../lifecycle.ts';
import { mayStep } from '../policy.ts';
import type {
  Deliberation,
  Hearing,
  Mediation,
  PanelMember,
  Proceeding,
  ReEvaluation,
} from '../proceeding.ts';
import { countVotes } from '../tally.ts';
import type {
  DeliberationView,
  DrawView,
  HearingView,
  HistoryEntry,
  MediationView,
  Named,
  PartyView,
  ProceedingLine,
  ProceedingView,
  ReEvaluationView,
  SeatView,
} from '../view.ts';
import type { OpenedMember } from './roster.ts';
import type { Wording } from './wording.ts';

export interface Seeing {
  readonly line: ProceedingLine;
  readonly actor: Actor;
  /** Epoch ms. */
  readonly now: number;
  readonly calendar: Calendar;
  readonly organisation: OrganisationSnapshot;
  readonly roster: readonly OpenedMember[];
  readonly wording: Wording;
}

/** What the petitioner is not shown: how others voted, and the record of who said what. */
const isPetitioner = ({ actor }: Seeing): boolean => actor.kind === 'petitioner';

const partyOf =
  ({ wording }: Seeing) =>
  (party: Party): PartyView => ({
    id: party.id,
    role: party.role,
    name: wording.partyName(party),
  });

function seatOf(hearing: Hearing, seeing: Seeing, member: PanelMember): SeatView {
  const { roster, organisation, wording } = seeing;
  const found = roster.find(({ id }) => id === member.memberId);
  const vote = isPetitioner(seeing)
    ? undefined
    : hearing.votes.find(({ memberId }) => memberId === member.memberId);
  return {
    memberId: member.memberId,
    name: found?.name ?? '',
    kind: member.kind,
    profession: found?.profession ?? '',
    region: found === undefined ? '' : organisation.regionName(found.regionCode),
    state: member.state,
    objection: member.objection,
    reason: member.reason === null ? null : wording.text(member.reason),
    vote: vote?.vote ?? null,
    opinion: vote === undefined || vote.opinion === null ? null : wording.text(vote.opinion),
  };
}

const drawOf =
  ({ wording }: Seeing) =>
  (draw: DrawnPanel): DrawView => ({
    seed: draw.seed,
    seats: draw.wish.seats,
    kinds: draw.wish.kinds,
    candidates: draw.candidates.length,
    excluded: draw.excluded.map(({ memberId, reason }) => ({
      memberId,
      reason,
      name: wording.memberName(memberId),
    })),
  });

function hearingView(hearing: Hearing, seeing: Seeing): HearingView {
  const { wording, calendar } = seeing;
  const text = (sealed: Parameters<typeof wording.text>[0]) =>
    sealed === null ? null : wording.text(sealed);
  const hidden = isPetitioner(seeing);
  const { schedule } = hearing;
  return {
    subject: hearing.subject.kind,
    open: hearing.open,
    closedReason: text(hearing.closedReason),
    schedule:
      schedule === null
        ? null
        : { ...schedule, place: wording.text(schedule.place), bring: text(schedule.bring) },
    parties: hearing.parties.map(partyOf(seeing)),
    panel: hearing.panel.map((member) => seatOf(hearing, seeing, member)),
    draws: hidden ? [] : hearing.draws.map(drawOf(seeing)),
    noticeDrafted: hearing.notices.length > 0,
    noticeServedOn: hearing.noticeServedOn,
    firstDay:
      hearing.noticeServedOn === null ? null : firstHearingDay(hearing.noticeServedOn, calendar),
    waiver:
      hearing.waiver === null
        ? null
        : { on: hearing.waiver.on, proof: wording.text(hearing.waiver.proof) },
    days: hearing.days,
    came: hearing.came,
    exhibits: hearing.exhibits.map((exhibit) => ({
      ...exhibit,
      label: wording.text(exhibit.label),
    })),
    record: hidden ? null : text(hearing.record),
    counts: countVotes(hearing),
    conclusion: text(hearing.conclusion),
    cancelled: text(hearing.cancelled),
  };
}

function mediationView(mediation: Mediation, seeing: Seeing): MediationView {
  const { wording, organisation, now } = seeing;
  const { confirmation, agreement } = mediation;
  return {
    way: mediation.way,
    parties: mediation.parties.map(partyOf(seeing)),
    consents: Object.entries(mediation.consents).map(([partyId, consent]) => ({
      partyId,
      given: consent.given,
      on: consent.on,
      proof: consent.proof === null ? null : wording.text(consent.proof),
    })),
    mediator: wording.mediatorName(mediation) || null,
    sessions: mediation.sessions.map((session) => ({
      ...session,
      place: wording.text(session.place),
      record: wording.text(session.record),
    })),
    agreement:
      agreement === null
        ? null
        : {
            form: agreement.form,
            terms: wording.text(agreement.terms),
            effectiveOn: agreement.effectiveOn,
          },
    failure: mediation.failure === null ? null : wording.text(mediation.failure),
    confirmation:
      confirmation === null
        ? null
        : {
            state: confirmation.state,
            confirmBy: confirmation.confirmBy,
            daysLeft: daysBetween(localDateOf(now), confirmation.confirmBy),
            appliedOn: confirmation.appliedOn,
            court:
              confirmation.court === null
                ? null
                : (organisation.find(confirmation.court)?.name ?? confirmation.court),
            caseNumber: confirmation.caseNumber,
            decidedOn: confirmation.decidedOn,
            note: confirmation.note === null ? null : wording.text(confirmation.note),
          },
  };
}

const memberNamed =
  ({ wording }: Seeing) =>
  (id: string): Named => ({ id, name: wording.memberName(id) });

const reEvaluationView = (state: ReEvaluation, seeing: Seeing): ReEvaluationView => ({
  body: { id: state.body, name: seeing.organisation.find(state.body)?.name ?? state.body },
  professions: state.professions,
  reviewers: state.reviewers.map(memberNamed(seeing)),
  answer:
    state.answer === null
      ? null
      : { ...state.answer, result: seeing.wording.text(state.answer.result) },
  explained:
    state.explained === null
      ? null
      : {
          on: state.explained.on,
          expert: seeing.wording.memberName(state.explained.expertId),
          record: seeing.wording.text(state.explained.record),
        },
});

const deliberationView = (state: Deliberation, seeing: Seeing): DeliberationView => ({
  consent:
    state.consent === null
      ? null
      : {
          ...state.consent,
          proof: state.consent.proof === null ? null : seeing.wording.text(state.consent.proof),
        },
  held:
    state.held === null
      ? null
      : {
          on: state.held.on,
          place: seeing.wording.text(state.held.place),
          members: state.held.members.map(memberNamed(seeing)),
          record: isPetitioner(seeing) ? '' : seeing.wording.text(state.held.record),
          advice: seeing.wording.text(state.held.advice),
        },
});

/** Steps that the table and the policy leave open; the rules then know more. */
function stepsOf(state: Proceeding, { actor }: Seeing): string[] {
  const { stages, steps } = lives[state.kind];
  const at = stages.indexOf(state.stage);
  const open = Object.entries(steps)
    .filter(([step, cells]) => cells[at] === 'yes' && mayStep(actor, step, state))
    .map(([step]) => step);
  return open.filter((step) => isSensible(state, step));
}

/** What the table cannot know: a step that was taken already, or has nothing to work on. */
function isSensible(state: Proceeding, step: string): boolean {
  if (state.kind === 'hearing') {
    const objected = state.panel.some(({ objection }) => objection === 'open');
    if (step === 'drawPanel') return state.panel.length === 0;
    if (['replaceMember', 'objectToMember'].includes(step)) return state.panel.length > 0;
    if (step === 'rejectObjection') return objected;
    if (step === 'draftNotice') {
      return state.schedule !== null && state.panel.length > 0 && state.noticeServedOn === null;
    }
    if (step === 'waiveNotice') return state.schedule !== null && state.waiver === null;
  }
  if (state.kind === 'mediation') {
    const { confirmation, parties, consents } = state;
    if (step === 'applyConfirmation') return confirmation?.state === 'window';
    if (step === 'recordConfirmation') return confirmation?.state === 'applied';
    if (step === 'agree') return state.sessions.length > 0;
    if (step === 'answerProposal') {
      const own = parties.find(({ role }) => role === 'petitioner');
      return own !== undefined && consents[own.id] === undefined;
    }
  }
  return true;
}

const authorOf = (actor: string): HistoryEntry['by'] =>
  actor.startsWith('staff:') ? 'staff' : actor.startsWith('petitioner') ? 'petitioner' : 'system';

function historyOf(
  events: readonly Recorded<ProceedingEvent>[],
  { organisation, actor }: Seeing,
): HistoryEntry[] {
  return events.map(({ seq, type, at, unitId, actor: by }) => ({
    seq,
    type,
    at,
    by: authorOf(by),
    unit: unitId === null ? '' : (organisation.find(unitId)?.name ?? unitId),
    person:
      actor.kind === 'staff' && by.startsWith('staff:')
        ? organisation.userName(by.slice('staff:'.length))
        : '',
  }));
}

/** A proceeding as one reader sees it. */
export function viewOf(
  state: Proceeding,
  events: readonly Recorded<ProceedingEvent>[],
  seeing: Seeing,
): ProceedingView {
  const topic = state.kind === 're-evaluation' ? state.question : state.topic;
  return {
    ...seeing.line,
    version: state.version,
    topic: seeing.wording.text(topic),
    steps: stepsOf(state, seeing),
    hearing: state.kind === 'hearing' ? hearingView(state, seeing) : null,
    mediation: state.kind === 'mediation' ? mediationView(state, seeing) : null,
    reEvaluation: state.kind === 're-evaluation' ? reEvaluationView(state, seeing) : null,
    deliberation: state.kind === 'deliberation' ? deliberationView(state, seeing) : null,
    history: historyOf(events, seeing),
  };
}
