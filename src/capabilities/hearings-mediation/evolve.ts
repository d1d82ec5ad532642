import type {
  DeliberationEvent,
  HearingEvent,
  MediationEvent,
  ProceedingEvent,
  Recorded,
  ReEvaluationEvent,
} from './events.ts';
import { isSideOf } from './tally.ts';
import type {
  Confirmation,
  Deliberation,
  Hearing,
  Mediation,
  PanelMember,
  Proceeding,
  ReEvaluation,
} from './proceeding.ts';

interface Moment {
  readonly id: string;
  readonly seq: number;
  readonly at: number;
}

const seatsOf = (seats: readonly { memberId: string; kind: PanelMember['kind'] }[]) =>
  seats.map(({ memberId, kind }): PanelMember => ({
    memberId,
    kind,
    state: 'seated',
    objection: null,
    reason: null,
  }));

function convened(
  data: Extract<HearingEvent, { type: 'HearingConvened' }>['data'],
  moment: Moment,
): Hearing {
  return {
    kind: 'hearing',
    id: moment.id,
    version: moment.seq,
    petitionId: data.petitionId,
    unit: data.unit,
    begunAt: moment.at,
    stage: 'convened',
    subject: data.subject,
    topic: data.topic,
    open: data.open,
    closedReason: data.closedReason,
    schedule: null,
    parties: data.parties,
    panel: [],
    draws: [],
    notices: [],
    noticeServedOn: null,
    waiver: null,
    openedOn: null,
    days: [],
    came: [],
    exhibits: [],
    record: null,
    votes: [],
    conclusion: null,
    conclusionPaper: null,
    cancelled: null,
  };
}

function changePanel(
  hearing: Hearing,
  memberId: string,
  change: Partial<PanelMember>,
): readonly PanelMember[] {
  return hearing.panel.map((member) =>
    member.memberId === memberId && member.state === 'seated' ? { ...member, ...change } : member,
  );
}

/** A hearing after one more event. */
function evolveHearing(hearing: Hearing, event: HearingEvent): Hearing {
  switch (event.type) {
    case 'HearingConvened':
      return hearing;
    case 'HearingScheduled':
      // Another day needs another notice.
      return {
        ...hearing,
        schedule: event.data,
        stage: 'convened',
        noticeServedOn: null,
        waiver: null,
      };
    case 'PartyNamed':
      return { ...hearing, parties: [...hearing.parties, event.data.party] };
    case 'PanelDrawn':
      return {
        ...hearing,
        panel: seatsOf(event.data.seats),
        draws: [...hearing.draws, event.data],
      };
    case 'PanelMemberReplaced': {
      const { memberId, cause, reason, draw } = event.data;
      const left = changePanel(hearing, memberId, {
        state: cause,
        reason,
        objection: cause === 'objected' ? 'upheld' : null,
      });
      return {
        ...hearing,
        panel: [...left, ...seatsOf(draw.seats)],
        draws: [...hearing.draws, draw],
      };
    }
    case 'PanelObjectionRaised':
      return {
        ...hearing,
        panel: changePanel(hearing, event.data.memberId, {
          objection: 'open',
          reason: event.data.reason,
        }),
      };
    case 'PanelObjectionRejected':
      return {
        ...hearing,
        panel: changePanel(hearing, event.data.memberId, {
          objection: 'rejected',
          reason: event.data.reason,
        }),
      };
    case 'NoticeDrafted':
      return { ...hearing, notices: [...hearing.notices, event.data.paperId] };
    case 'NoticeServed':
      return { ...hearing, stage: 'noticed', noticeServedOn: event.data.on };
    case 'NoticeWaived':
      return { ...hearing, stage: 'noticed', waiver: event.data };
    case 'ExhibitAdded': {
      const { exhibitId: id, ...exhibit } = event.data;
      return { ...hearing, exhibits: [...hearing.exhibits, { id, ...exhibit }] };
    }
    case 'HearingOpened':
      return { ...hearing, stage: 'open', openedOn: event.data.on };
    case 'HearingClosed':
      return { ...hearing, stage: 'closed', ...event.data };
    case 'VoteCast':
      return {
        ...hearing,
        votes: [
          ...hearing.votes.filter(({ memberId }) => memberId !== event.data.memberId),
          event.data,
        ],
      };
    case 'HearingConcluded':
      return {
        ...hearing,
        stage: 'concluded',
        conclusion: event.data.conclusion,
        conclusionPaper: event.data.paperId,
      };
    case 'HearingCancelled':
      return { ...hearing, stage: 'cancelled', cancelled: event.data.reason };
  }
}

function proposed(
  data: Extract<MediationEvent, { type: 'MediationProposed' }>['data'],
  moment: Moment,
): Mediation {
  return {
    kind: 'mediation',
    id: moment.id,
    version: moment.seq,
    petitionId: data.petitionId,
    unit: data.unit,
    begunAt: moment.at,
    stage: 'proposed',
    way: data.kind,
    topic: data.topic,
    parties: data.parties,
    mediatorId: data.mediatorId,
    mediatorName: data.mediatorName,
    consents: {},
    sessions: [],
    agreement: null,
    failure: null,
    confirmation: null,
  };
}

function stageAfterConsent(mediation: Mediation, consents: Mediation['consents']) {
  if (Object.values(consents).some(({ given }) => !given)) return 'refused' as const;
  const all = mediation.parties.filter(isSideOf).every(({ id }) => consents[id]?.given === true);
  return all ? ('agreed' as const) : mediation.stage;
}

const confirming = (mediation: Mediation, change: Partial<Confirmation>): Mediation =>
  mediation.confirmation === null
    ? mediation
    : { ...mediation, confirmation: { ...mediation.confirmation, ...change } };

const windowUntil = (confirmBy: Confirmation['confirmBy']): Confirmation => ({
  state: 'window',
  confirmBy,
  warned: false,
  appliedOn: null,
  court: null,
  caseNumber: null,
  decidedOn: null,
  note: null,
});

/** A mediation after one more event. */
function evolveMediation(mediation: Mediation, event: MediationEvent): Mediation {
  switch (event.type) {
    case 'MediationProposed':
      return mediation;
    case 'MediatorNamed':
      return { ...mediation, ...event.data };
    case 'ConsentRecorded': {
      const { partyId, ...consent } = event.data;
      const consents = { ...mediation.consents, [partyId]: consent };
      return { ...mediation, consents, stage: stageAfterConsent(mediation, consents) };
    }
    case 'SessionHeld': {
      const { sessionId: id, ...session } = event.data;
      return { ...mediation, sessions: [...mediation.sessions, { id, ...session }] };
    }
    case 'AgreementReached': {
      const { confirmBy, ...agreement } = event.data;
      return {
        ...mediation,
        stage: 'settled',
        agreement,
        // Only what a mediator brought about goes to the court (人民调解法 33); a settlement binds alone.
        confirmation: agreement.form === 'settlement' ? null : windowUntil(confirmBy),
      };
    }
    case 'MediationFailed':
      return { ...mediation, stage: 'failed', failure: event.data.reason };
    case 'ConfirmationApplied':
      // Records of earlier releases may have one of a settlement.
      return confirming(
        { ...mediation, confirmation: mediation.confirmation ?? windowUntil(event.data.on) },
        {
          state: 'applied',
          appliedOn: event.data.on,
          court: event.data.court,
        },
      );
    case 'ConfirmationDecided':
      return confirming(mediation, {
        state: event.data.result,
        caseNumber: event.data.caseNumber,
        decidedOn: event.data.on,
        note: event.data.note,
      });
    case 'ConfirmationRecounted':
      // Whoever was warned of another day is warned again.
      return confirming(mediation, { confirmBy: event.data.confirmBy, warned: false });
    case 'ConfirmationWarned':
      return confirming(mediation, { warned: true });
    case 'ConfirmationMissed':
      return confirming(mediation, { state: 'missed' });
  }
}

function evolveReEvaluation(state: ReEvaluation, event: ReEvaluationEvent): ReEvaluation {
  switch (event.type) {
    case 'ReEvaluationRequested':
      return state;
    case 'ReEvaluationAnswered':
      return { ...state, stage: 'answered', answer: event.data };
    case 'ReEvaluationExplained':
      return { ...state, stage: 'explained', explained: event.data };
  }
}

function evolveDeliberation(state: Deliberation, event: DeliberationEvent): Deliberation {
  switch (event.type) {
    case 'DeliberationProposed':
      return state;
    case 'DeliberationAnswered':
      return {
        ...state,
        stage: event.data.given ? 'agreed' : 'refused',
        consent: event.data,
      };
    case 'DeliberationHeld':
      return { ...state, stage: 'held', held: event.data };
  }
}

function begun(event: ProceedingEvent, moment: Moment): Proceeding | null {
  const base = { id: moment.id, version: moment.seq, begunAt: moment.at };
  switch (event.type) {
    case 'HearingConvened':
      return convened(event.data, moment);
    case 'MediationProposed':
      return proposed(event.data, moment);
    case 'ReEvaluationRequested':
      return {
        ...base,
        ...event.data,
        kind: 're-evaluation',
        stage: 'requested',
        answer: null,
        explained: null,
      };
    case 'DeliberationProposed':
      return {
        ...base,
        ...event.data,
        kind: 'deliberation',
        stage: 'proposed',
        consent: null,
        held: null,
      };
    default:
      return null;
  }
}

/** Carries a proceeding over one event; the first one begins it. */
export function evolve(
  id: string,
  state: Proceeding | null,
  event: Recorded<ProceedingEvent>,
): Proceeding | null {
  if (state === null) return begun(event, { id, seq: event.seq, at: event.at });
  // The stream's kind says which events it can hold; the compiler cannot follow that.
  const after: Proceeding =
    state.kind === 'hearing'
      ? evolveHearing(state, event as HearingEvent)
      : state.kind === 'mediation'
        ? evolveMediation(state, event as MediationEvent)
        : state.kind === 're-evaluation'
          ? evolveReEvaluation(state, event as ReEvaluationEvent)
          : evolveDeliberation(state, event as DeliberationEvent);
  return { ...after, version: event.seq };
}

/** A proceeding as its record has it; nothing of an empty one. */
export const fold = (id: string, events: readonly Recorded<ProceedingEvent>[]): Proceeding | null =>
  events.reduce<Proceeding | null>((state, event) => evolve(id, state, event), null);
