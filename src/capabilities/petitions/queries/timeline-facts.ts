import { localDateOf } from '../../../kernel/local-date.ts';
import { announcedUntil } from '../../../kernel/paper-flow.ts';
import type { AfterwardsEvents } from '../afterwards/events.ts';
import type { PetitionEventOf, PetitionEventType } from '../events.ts';
import {
  findPaper,
  type Category,
  type Paper,
  type Petition,
  type SealedItem,
} from '../petition.ts';
import { internalPapers } from '../projection.ts';

/** What an event's line is made of: names to fill its sentence, and the words somebody wrote. */
export interface EventFacts {
  readonly facts: Readonly<Record<string, string>>;
  readonly text: SealedItem | null;
  /** `line`: the petitioner reads that it happened; `words`: and what was written. */
  readonly shown: 'office' | 'line' | 'words';
}

/** Names of units, people and categories, for the facts. */
export interface Names {
  readonly unit: (id: string) => string;
  readonly user: (id: string) => string;
  readonly category: (code: string) => string;
}

type FactsOf<T extends PetitionEventType> = (
  data: PetitionEventOf<T>['data'],
  petition: Petition,
  names: Names,
) => EventFacts;

type Facts = EventFacts['facts'];

const office = (facts: Facts = {}, text: SealedItem | null = null): EventFacts => ({
  facts,
  text,
  shown: 'office',
});
const line = (facts: Facts = {}, text: SealedItem | null = null): EventFacts => ({
  facts,
  text,
  shown: 'line',
});
const wordsToo = (facts: Facts, text: SealedItem | null): EventFacts => ({
  facts,
  text,
  shown: 'words',
});

/** Papers that speak to the petitioner are part of the public story, letters between units not. */
const onPaper = (petition: Petition, paperId: string, facts: (paper: Paper) => Facts) => {
  const paper = findPaper(petition, paperId);
  if (paper === undefined) return office();
  return internalPapers.has(paper.kind) ? office(facts(paper)) : line(facts(paper));
};

const afterwards: { readonly [T in keyof AfterwardsEvents]: FactsOf<T> } = {
  MaterialNoted: () => line(),
  RatingOpened: () => line(),
  RatingExcluded: (data) => line({ exclusion: data.reason }),
  // The values stand on the page of the rating; a line of the story would lack its scale.
  PetitionRated: (data) => wordsToo({ changes: String(data.changes) }, data.reason),
  RatingReminded: () => line(),
  RatingWindowClosed: (data) => line({ rated: String(data.rated) }),
  RatingContactLogged: (data) => wordsToo({ heldOn: localDateOf(data.heldAt) }, data.record),
  BadRatingNoted: (data) => office({}, data.note),
  FollowUpScheduled: (data, _, names) => line({ unit: names.unit(data.unit) }),
  FollowUpTried: (data) =>
    line({ followUpWay: data.way, heldOn: localDateOf(data.heldAt) }, data.note),
  FollowUpRecorded: (data) =>
    wordsToo(
      {
        followUpWay: data.way,
        heldOn: localDateOf(data.heldAt),
        followUpResult: data.result,
      },
      data.words,
    ),
  ContestRaised: (data) => wordsToo({ form: data.step, signed: String(data.signed) }, data.reasons),
  ContestDecided: (data) =>
    wordsToo({ contestDecision: data.upheld ? 'upheld' : 'rejected' }, data.reasons),
};

/** One entry for each event: a new event does not compile until its line is thought of. */
export const factsOfEvents: { readonly [T in PetitionEventType]: FactsOf<T> } = {
  PetitionRegistered: (data, _, names) =>
    line({ channel: data.channel, holder: names.unit(data.holder) }),
  PetitionClassified: (data, _, names) =>
    office({
      purpose: data.purpose,
      urgency: data.urgency,
      ...(data.category === null ? {} : { category: categoryNamed(data.category, names) }),
    }),
  MaterialAdded: (data) =>
    wordsToo({ by: data.by, files: String(data.attachments.length) }, data.text),
  LookupCodeReplaced: () => line(),
  HandlerNamed: (data, _, names) => office({ user: names.user(data.userId) }),
  OfficerChosen: (data, _, names) => office({ user: names.user(data.userId) }),

  PetitionHanded: (data, _, names) =>
    line(
      {
        to: names.unit(data.to),
        mode: data.mode,
        ...(data.dueDate === null ? {} : { dueDate: data.dueDate }),
      },
      data.instruction,
    ),
  HandOverReturned: (data, _, names) =>
    line(
      {
        returnTo: names.unit(data.returnTo),
        ...(data.superior == null ? {} : { superior: names.unit(data.superior) }),
      },
      data.reason,
    ),
  PetitionMerged: (data) => wordsToo({}, data.explanation),
  PetitionAbsorbed: () => office(),
  // How many parts there are could tell of an accusation among them.
  PetitionSplit: (data) => wordsToo({}, data.explanation),
  // Why two matters are alike may speak of the other one's people.
  PetitionRelated: (data) => office({ relation: data.kind }, data.reason),
  RelationUndone: (data) => office({}, data.reason),
  MergeUndone: (data) => wordsToo({}, data.reason),
  AbsorptionUndone: (data) => office({}, data.reason),
  GroupFormed: (data) => wordsToo({}, data.reason),
  GroupDissolved: (data) => wordsToo({}, data.reason),
  GroupJoined: (data) => wordsToo({}, data.reason),
  GroupLeft: (data) => wordsToo({ cause: data.cause }, data.reason),
  HeadFollowed: (data, _, names) =>
    line({ to: names.unit(data.holder), status: data.status }, null),
  GroupAnswerReceived: () => office(),
  RouteStarted: (data) =>
    wordsToo({ way: String(data.way), dueDate: data.dueDate }, data.explanation),
  RouteResultRecorded: (data) => wordsToo({}, data.result),

  ObjectionRaised: (data) => office({}, data.reasons),
  ObjectionRejected: (data) => office({}, data.reasons),
  ObjectionUpheld: (data, _, names) =>
    office(
      {
        returnTo: names.unit(data.returnTo),
        ...(data.superior === null ? {} : { superior: names.unit(data.superior) }),
      },
      data.reasons,
    ),
  ObjectionClimbed: (data, _, names) => line({ superior: names.unit(data.superior) }),
  CompetenceDecided: (data, _, names) =>
    line(
      {
        unit: names.unit(data.unit),
        ...(data.meeting === undefined ? {} : { meetingSource: 'joint-meeting' }),
      },
      data.reasons,
    ),
  RaiseProposed: (data, _, names) => office({ to: names.unit(data.to) }, data.reason),
  RaiseRefused: (data) => office({}, data.reason),
  PetitionRaised: (data, _, names) =>
    line({ to: names.unit(data.to), ...handlerOf(data.handler, names) }, data.reason),
  PetitionLowered: (data, _, names) =>
    line({ to: names.unit(data.to), ...handlerOf(data.handler, names) }, data.reason),
  AgendaSuggested: (data, _, names) =>
    office(
      { unit: names.unit(data.unit), agendaQuestion: data.question, agendaCause: data.cause },
      data.text,
    ),
  AgendaNoted: (data) =>
    office({ agendaStage: data.stage, agendaQuestion: data.question }, data.text),

  PetitionAccepted: (data, _, names) => line({ officer: names.user(data.officer) }),
  TaskGiven: (data, _, names) =>
    office({ unit: names.unit(data.unit), dueDate: data.dueDate }, data.text),
  TaskDone: (data, petition, names) => {
    const task = petition.tasks.find((each) => each.id === data.taskId);
    return office(task === undefined ? {} : { unit: names.unit(task.unit) }, data.result);
  },
  TalkRecorded: (data) => office({ heldOn: localDateOf(data.heldAt) }, data.record),
  SupplementAsked: (data) => wordsToo({}, data.request),
  OfficialWithdrew: (data, _, names) => office({ user: names.user(data.userId) }, data.reason),
  ExtensionRequested: (data) => office({ days: String(data.days) }),
  ExtensionRefused: (data) => office({}, data.reason),
  ExtensionGranted: (data) => line({ days: String(data.days) }),

  PaperDrafted: (data) => office({ kind: data.kind }, data.text),
  PaperChecked: (data, petition) => office(kindOf(petition, data.paperId)),
  PaperSigned: (data, petition) => office(kindOf(petition, data.paperId)),
  PaperSealed: (data, petition) =>
    office({ ...kindOf(petition, data.paperId), number: data.number }),
  PaperReturned: (data, petition) => office(kindOf(petition, data.paperId), data.reason),
  PaperRendered: (data, petition) => office(kindOf(petition, data.paperId)),
  PaperAnnounced: (data, petition) => {
    const told = onPaper(petition, data.paperId, ({ kind }) => ({
      kind,
      publishedOn: localDateOf(data.publishedOn),
      until: announcedUntil(data.publishedOn),
    }));
    return { ...told, text: data.proof };
  },
  PaperServed: (data, petition) => {
    const told = onPaper(petition, data.paperId, ({ kind, number }) => ({
      kind,
      way: data.way,
      servedOn: localDateOf(data.servedOn),
      ...(number === null ? {} : { number }),
    }));
    return { ...told, text: data.proof };
  },

  OpinionIssued: () => line(),
  RedirectionIssued: () => line(),
  ReceiptConfirmed: (data, _, names) => line({ by: names.unit(data.by) }),
  ExecutionDone: (data, petition) => {
    const place = petition.demands.findIndex((demand) => demand.id === data.demandId);
    const facts = { demand: String(place + 1) };
    return data.evidence === undefined ? line(facts) : wordsToo(facts, data.evidence);
  },
  ExecutionReopened: (data, petition) => {
    const place = petition.demands.findIndex((demand) => demand.id === data.demandId);
    return line({ demand: String(place + 1) });
  },
  OutcomeRecorded: (data) =>
    office({
      ...(data.matterSettled === null ? {} : { matterSettled: data.matterSettled }),
      ...(data.petitionerView === null ? {} : { petitionerView: data.petitionerView }),
    }),
  ReportFiled: (data) => office({}, data.text),
  ReportQuestioned: (data) => office({}, data.question),
  ReportAccepted: () => office(),
  ReportReturned: (data) => line({ dueDate: data.dueDate }, data.reason),

  ProfileApplied: (data) => office(data.profile === null ? {} : { profile: data.profile.name }),
  UrgentReported: (data) => line({ level: data.level, later: String(data.later) }, data.text),
  UrgentReceived: (data, _, names) => office({ unit: names.unit(data.unit) }),
  UrgentReplied: (data, _, names) => office({ unit: names.unit(data.unit) }, data.reply),
  WorkOrderSentBack: (data) => wordsToo({ reportKind: data.kind }, data.text),
  WorkOrderConfirmed: () => office(),
  WorkOrderReturned: (data) => office({}, data.reason),
  ShortPathOpened: (data) => office(data.path === null ? {} : { purpose: data.path }),
  SuggestionDecided: (data) => line({ adoption: data.adoption }),
  ContributionHonoured: (data) => wordsToo({}, data.text),
  BrieflyAnswered: (data) => line({}, data.answer),
  SimpleStarted: (data) => line({ ground: data.ground }),
  SimpleEnded: (data) => wordsToo({}, data.reason),

  WithdrawalRequested: (data) => wordsToo({ signed: String(data.signed) }, data.reason),
  WithdrawalRevoked: () => line(),
  PetitionConcluded: (data) =>
    wordsToo(
      { form: data.form, ...(data.reason === null ? {} : { reason: data.reason }) },
      data.explanation,
    ),
  ReaderAdmitted: (data, _, names) => office({ unit: names.unit(data.unit) }),
  RoundOpened: (data, petition, names) =>
    wordsToo({ roundReason: data.reason, ...unitOfRound(data.at, petition, names) }, data.note),
  ReviewNoted: (data, _, names) =>
    line({
      stage: data.stage,
      reviewState: data.state,
      ...(data.body === null ? {} : { body: names.unit(data.body) }),
    }),
  ProcedureEnded: () => line(),
  ...afterwards,
  ClocksRecounted: (data) => office({ calendarVersion: data.calendarVersion }),
  HolderSucceeded: (data, _, names) =>
    line({ from: names.unit(data.from), to: names.unit(data.to) }),
};

const handlerOf = (handler: string | null, names: Names): Facts =>
  handler === null ? {} : { holder: names.unit(handler) };

const unitOfRound = (at: 'handling' | 'triage', petition: Petition, names: Names): Facts => ({
  unit: names.unit(at === 'handling' ? petition.holder : petition.office),
});

/** The deepest level that is known; above it everything is said by it. */
const categoryNamed = ({ first, second, third }: Category, names: Names): string =>
  names.category(third ?? second ?? first);

const kindOf = (petition: Petition, paperId: string): Facts => {
  const paper = findPaper(petition, paperId);
  return paper === undefined ? {} : { kind: paper.kind };
};
