import { evolvePapers, isPending } from '../../kernel/paper-flow.ts';
import { evolveAfterwards, isAfterwards, traceOf } from './afterwards/evolve.ts';
import { born } from './birth.ts';
import { advanceClocks } from './clocks.ts';
import type { PetitionEvent, RecordedPetitionEvent } from './events.ts';
import {
  handed,
  isWithoutReport,
  reportLinkOf,
  returnedHandOver,
  succeeded,
  undone,
  unique,
} from './holding.ts';
import { type Objection, type Paper, type Petition } from './petition.ts';
import { related } from './related.ts';
import { handledAgain, noted, roundOpened } from './rounds.ts';
import { pathChanged } from './short-paths.ts';
import { localChanged } from './local-clocks.ts';
import { urgentChanged } from './urgent.ts';
import { workOrderChanged } from './work-order.ts';
import { agendaChanged } from './agenda.ts';
import { climbed, decidedFor } from './competence-state.ts';
import { raisedChanged } from './raised.ts';

type Moment = Pick<RecordedPetitionEvent, 'seq' | 'at' | 'actor' | 'calendarVersion'>;

const withPaper = (petition: Petition, paperId: string, news: Partial<Paper>): Petition => ({
  ...petition,
  papers: petition.papers.map((paper) => (paper.id === paperId ? { ...paper, ...news } : paper)),
});

/** Decisions that were being written when another one came first are not decided any more. */
const dropPending = (papers: readonly Paper[]): readonly Paper[] =>
  papers.map((paper) => (isPending(paper) ? { ...paper, stage: 'void' } : paper));

const answered = (petition: Petition, upheld: boolean): readonly Objection[] =>
  petition.objections.map((objection) =>
    objection.upheld === null ? { ...objection, upheld } : objection,
  );

function opinionIssued(petition: Petition, paperId: string): Petition {
  const effect = petition.papers.find((paper) => paper.id === paperId)?.effect;
  const answers = effect?.kind === 'opinion' ? effect.demands : [];
  return {
    ...petition,
    status: 'issued',
    extensionRequested: null,
    papers: dropPending(petition.papers),
    demands: petition.demands.map((demand) => {
      const answer = answers.find((each) => each.demandId === demand.id);
      if (answer === undefined) return demand;
      return {
        ...demand,
        outcome: answer.outcome,
        execution:
          answer.execution === null
            ? null
            : {
                responsible: answer.execution.responsible,
                dueDate: answer.execution.dueDate,
                doneAt: null,
              },
      };
    }),
  };
}

/** The event's own effect, before clocks and version. */
function change(petition: Petition, event: PetitionEvent, moment: Moment): Petition {
  if (isAfterwards(event)) return evolveAfterwards(petition, event, moment);
  switch (event.type) {
    case 'PetitionRegistered':
      return petition;
    case 'PetitionClassified':
      return {
        ...petition,
        purpose: event.data.purpose,
        mixed: event.data.mixed ?? false,
        category: event.data.category,
        urgency: event.data.urgency,
        regionCode: event.data.regionCode,
        named: event.data.named,
        accusedUnits: event.data.accusedUnits,
      };
    case 'MaterialAdded':
      return {
        ...petition,
        attachments: [...petition.attachments, ...event.data.attachments],
        supplementAsked: event.data.answersSupplement ? false : petition.supplementAsked,
      };
    case 'LookupCodeReplaced':
      return { ...petition, codeVersion: event.data.codeVersion };
    case 'HandlerNamed':
      return { ...petition, named: unique([...petition.named, event.data.userId]) };
    case 'OfficerChosen':
      return { ...petition, officer: event.data.userId };
    case 'PetitionHanded':
      return handed(petition, event.data, moment.at);
    case 'PetitionMerged':
      return { ...petition, beforeMerge: petition.status };
    case 'PetitionSplit':
    case 'PetitionRelated':
    case 'RelationUndone':
    case 'MergeUndone':
    case 'AbsorptionUndone':
    case 'GroupFormed':
    case 'GroupDissolved':
    case 'GroupJoined':
    case 'GroupLeft':
    case 'HeadFollowed':
    case 'GroupAnswerReceived':
    case 'RouteResultRecorded':
    case 'TalkRecorded':
      return petition;
    case 'ExecutionDone':
      return {
        ...petition,
        demands: petition.demands.map((demand) =>
          demand.id === event.data.demandId && demand.execution !== null
            ? {
                ...demand,
                execution: { ...demand.execution, doneAt: event.data.doneAt ?? moment.at },
              }
            : demand,
        ),
      };
    case 'ExecutionReopened':
      return {
        ...petition,
        demands: petition.demands.map((demand) =>
          demand.id === event.data.demandId && demand.execution !== null
            ? { ...demand, execution: { ...demand.execution, doneAt: null } }
            : demand,
        ),
      };
    case 'PetitionAbsorbed':
      return { ...petition, absorbed: unique([...petition.absorbed, event.data.petition]) };
    case 'RouteStarted':
      return {
        ...petition,
        status: 'route',
        route: { way: event.data.way, dueDate: event.data.dueDate },
      };
    case 'ObjectionRaised':
      return {
        ...petition,
        status: 'objected',
        objections: [
          ...petition.objections,
          { by: petition.holder, at: moment.at, reasons: event.data.reasons, upheld: null },
        ],
      };
    case 'ObjectionRejected':
      return { ...petition, status: 'referred', objections: answered(petition, false) };
    case 'ObjectionUpheld':
      return {
        ...petition,
        status: event.data.superior === null ? 'registered' : 'adjudication',
        holder: event.data.superior ?? event.data.returnTo,
        returnedBy: unique([...petition.returnedBy, petition.holder]),
        objections: answered(petition, true),
        chain: undone(petition.chain, event.data.returnTo),
        superior: event.data.superior,
        readers: unique([
          ...petition.readers,
          ...(event.data.superior === null ? [] : [event.data.superior]),
        ]),
      };
    case 'HandOverReturned':
      return {
        ...petition,
        ...returnedHandOver(petition, event.data),
        awaitingReceipt: false,
      };
    case 'ObjectionClimbed':
      return climbed(petition, event.data);
    case 'CompetenceDecided':
      return decidedFor(petition, event.data, moment.at);
    case 'RaiseProposed':
    case 'RaiseRefused':
    case 'PetitionRaised':
    case 'PetitionLowered':
      return raisedChanged(petition, event, moment.at);
    case 'AgendaSuggested':
    case 'AgendaNoted':
      return agendaChanged(petition, event, moment.at);
    case 'PetitionAccepted':
      return { ...petition, status: 'handling', officer: event.data.officer };
    case 'TaskGiven':
      return {
        ...petition,
        tasks: [
          ...petition.tasks,
          {
            id: event.data.taskId,
            unit: event.data.unit,
            text: event.data.text,
            dueDate: event.data.dueDate,
            doneAt: null,
          },
        ],
        readers: unique([...petition.readers, event.data.unit]),
      };
    case 'TaskDone':
      return {
        ...petition,
        tasks: petition.tasks.map((task) =>
          task.id === event.data.taskId ? { ...task, doneAt: moment.at } : task,
        ),
      };
    case 'SupplementAsked':
      return {
        ...petition,
        supplementAsked: true,
        clarifications: petition.clarifications + (event.data.clarification ? 1 : 0),
      };
    case 'OfficialWithdrew':
      return {
        ...petition,
        withdrawnOfficials: unique([...petition.withdrawnOfficials, event.data.userId]),
        officer: petition.officer === event.data.userId ? null : petition.officer,
        named: petition.named.filter((userId) => userId !== event.data.userId),
      };
    case 'ExtensionRequested':
      return { ...petition, extensionRequested: event.data };
    case 'ExtensionRefused':
      return {
        ...withPaper(petition, event.data.paperId, { stage: 'void' }),
        extensionRequested: null,
      };
    case 'ExtensionGranted':
      return { ...petition, extended: true, extensionRequested: null };
    case 'PaperDrafted':
    case 'PaperChecked':
    case 'PaperSigned':
    case 'PaperSealed':
    case 'PaperRendered':
    case 'PaperAnnounced':
      return { ...petition, papers: evolvePapers(petition.papers, event, moment) };
    case 'PaperServed':
      return {
        ...petition,
        papers: evolvePapers(petition.papers, event, moment),
        attachments: [...petition.attachments, ...(event.data.photographs ?? [])],
      };
    case 'PaperReturned':
      return {
        ...petition,
        papers: evolvePapers(petition.papers, event, moment),
        extensionRequested:
          petition.extensionRequested?.paperId === event.data.paperId
            ? null
            : petition.extensionRequested,
      };
    case 'OpinionIssued':
      return opinionIssued(petition, event.data.paperId);
    case 'RedirectionIssued': {
      const effect = petition.papers.find((paper) => paper.id === event.data.paperId)?.effect;
      return {
        ...petition,
        status: 'redirecting',
        awaitingReceipt: effect?.kind === 'redirect' && effect.awaitsReceipt,
      };
    }
    case 'ReceiptConfirmed':
      return { ...petition, awaitingReceipt: false };
    case 'OutcomeRecorded':
      return { ...petition, outcome: event.data };
    case 'ReportFiled':
      return {
        ...petition,
        report: { link: event.data.link, stage: 'filed', paperId: event.data.paperId },
      };
    case 'ReportQuestioned':
      return petition.report === null
        ? petition
        : { ...petition, report: { ...petition.report, stage: 'questioned' } };
    case 'ReportAccepted': {
      const above = reportLinkOf(petition.chain.slice(0, event.data.link));
      return {
        ...petition,
        report:
          above !== null
            ? { link: above, stage: 'due', paperId: null }
            : {
                link: event.data.link,
                stage: 'accepted',
                paperId: petition.report?.paperId ?? null,
              },
      };
    }
    case 'ReportReturned':
      return { ...handledAgain(petition), status: 'handling', roundCause: null };
    case 'ReaderAdmitted':
      return { ...petition, readers: unique([...petition.readers, event.data.unit]) };
    case 'RoundOpened':
      return roundOpened(petition, event.data);
    case 'ReviewNoted':
      return { ...petition, reviews: noted(petition.reviews, event.data) };
    case 'ProcedureEnded':
      return {
        ...petition,
        procedureEnded: { at: moment.at, caseId: event.data.caseId },
      };
    case 'WithdrawalRequested':
      return { ...petition, withdrawal: { at: moment.at, signed: event.data.signed } };
    case 'WithdrawalRevoked':
      return { ...petition, withdrawal: null };
    case 'PetitionConcluded': {
      const link = isWithoutReport(event.data.form) ? null : reportLinkOf(petition.chain);
      return {
        ...petition,
        status: 'concluded',
        conclusion: { ...event.data, at: moment.at },
        extensionRequested: null,
        raiseProposal: null,
        agenda: null,
        papers: dropPending(petition.papers),
        // The confirmation of a withdrawal is written after it took effect.
        withdrawal: event.data.form === 'withdrawn' ? petition.withdrawal : null,
        report: link === null ? petition.report : { link, stage: 'due', paperId: null },
      };
    }
    case 'ClocksRecounted':
      return petition;
    case 'ProfileApplied':
      return petition;
    case 'UrgentReported':
    case 'UrgentReceived':
    case 'UrgentReplied':
      return urgentChanged(petition, event, moment.at);
    case 'WorkOrderSentBack':
    case 'WorkOrderConfirmed':
    case 'WorkOrderReturned':
      return workOrderChanged(petition, event, moment.at);
    case 'ShortPathOpened':
    case 'SuggestionDecided':
    case 'ContributionHonoured':
    case 'BrieflyAnswered':
    case 'SimpleStarted':
    case 'SimpleEnded':
      return pathChanged(petition, event, moment.at);
    case 'HolderSucceeded':
      return succeeded(petition, event.data);
  }
}

/**
 * Carries a petition over one recorded event.
 * @param id the stream
 * @param petition the state before, null at birth
 * @param event the recorded event
 */
export function evolve(
  id: string,
  petition: Petition | null,
  event: RecordedPetitionEvent,
): Petition {
  const before =
    petition ??
    (event.type === 'PetitionRegistered' ? born(id, event.data, event) : noBirth(id, event.type));
  const traced = { ...localChanged(before, event, event.at), afterwards: traceOf(before, event) };
  return {
    ...related(before, change(traced, event, event), event, event),
    clocks: advanceClocks(before, event, event.at),
    version: event.seq,
    calendarVersion: event.calendarVersion,
  };
}

function noBirth(id: string, type: string): never {
  throw new Error(`Stream ${id} begins with ${type}, not with PetitionRegistered`);
}

/** Folds a whole stream; null when it is empty. */
export function fold(id: string, events: readonly RecordedPetitionEvent[]): Petition | null {
  return events.reduce<Petition | null>((petition, event) => evolve(id, petition, event), null);
}
