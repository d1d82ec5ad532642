import { superiorsOf } from '../../../kernel/units.ts';
import type { PaperData } from '../../papers/index.ts';
import { paperKinds } from '../../papers/index.ts';
import type { Demand, DemandAnswer, Paper } from '../petition.ts';
import { signerOf } from './decisions.ts';
import {
  attachmentsOf,
  clockOf,
  common,
  dayOf,
  linesOf,
  nameOf,
  personOf,
  printedDay,
  read,
  readOr,
  referredTo,
  today,
} from './facts.ts';
import type { PaperSource } from './source.ts';
import { paperWords, serviceWords } from './words.ts';

const answersOf = (paper: Paper | undefined): readonly DemandAnswer[] =>
  paper?.effect?.kind === 'opinion' ? paper.effect.demands : [];

const answerTo = (demand: Demand, paper: Paper | undefined): DemandAnswer | undefined =>
  answersOf(paper).find(({ demandId }) => demandId === demand.id);

/**
 * The bodies that the form of a review offers, else the one above (Reg. 35); where none is known, the article's own words.
 */
export function reviewBodiesOf(source: PaperSource): string[] {
  const lawful = source.reviewBodies ?? [];
  if (lawful.length > 0) return lawful.map((id) => nameOf(source, id));
  const above = superiorsOf(source.organisation, source.paper.issuer)
    .filter(({ active }) => active)
    .slice(0, 1)
    .map(({ id }) => nameOf(source, id));
  return above.length > 0 ? above : [paperWords.higherBody];
}

export function opinion(source: PaperSource): PaperData<'opinion'> {
  const { petition, paper } = source;
  const referred = referredTo(source);
  return {
    ...common(source),
    ...(referred === undefined ? {} : { referred }),
    acceptedOn: dayOf(clockOf(source, 'handling')?.startedAt ?? paper.draftedAt),
    demands: petition.demands.map((demand) => {
      const answer = answerTo(demand, paper);
      const execution = answer?.execution ?? null;
      return {
        text: readOr(source, demand.text),
        facts: readOr(source, answer?.facts ?? null),
        legalBasis: linesOf(readOr(source, answer?.basis ?? null)),
        outcome: answer?.outcome ?? 'explained',
        opinion: readOr(source, answer?.answer ?? null),
        ...(execution === null
          ? {}
          : {
              execution: `由${readOr(source, execution.responsible)}负责，${printedDay(execution.dueDate)}前落实。`,
            }),
      };
    }),
    reviewBodies: reviewBodiesOf(source),
  };
}

const settledWords = { settled: '事项已经解决', partly: '事项部分解决', unsettled: '事项尚未解决' };
const viewWords = {
  satisfied: '信访人表示满意',
  accepts: '信访人表示接受',
  dissatisfied: '信访人表示不满意',
};

function viewOf(source: PaperSource): string {
  const { matterSettled, petitionerView } = source.petition.outcome;
  const settled = matterSettled === null ? '' : `${settledWords[matterSettled]}，`;
  const view = petitionerView === null ? '信访人尚未表示意见' : viewWords[petitionerView];
  return `${settled}${view}。`;
}

/** What was supported, by whom, until when, and whether it is done (P-8). */
function executionOf(source: PaperSource): string {
  const lines = source.petition.demands.flatMap(({ execution }, index) => {
    if (execution === null) return [];
    const { responsible, dueDate, doneAt } = execution;
    const state = doneAt === null ? '正在落实' : `已于${printedDay(dayOf(doneAt))}落实`;
    const who = read(source, responsible) || paperWords.noText;
    return [`第${index + 1}项诉求：由${who}负责，${printedDay(dueDate)}前落实，${state}。`];
  });
  return lines.length === 0 ? '没有需要另行落实的事项。' : lines.join('\n');
}

/** Reg. 22: the assigned unit's report; its own words are the account of the investigation. */
export function conclusionReport(source: PaperSource): PaperData<'conclusion-report'> {
  const { petition, paper } = source;
  const link = petition.chain.findLast(
    ({ to, mode }) => to === paper.issuer && (mode === 'assign' || mode === 'pass-down'),
  );
  const letter = petition.papers.find(
    ({ kind, draftedAt, issuer }) =>
      kind === 'assignment' && (draftedAt === link?.at || issuer === link?.from),
  );
  const answer = petition.papers.findLast(
    ({ kind, stage }) => kind === 'opinion' && (stage === 'served' || stage === 'sealed'),
  );
  return {
    ...common(source),
    unit: nameOf(source, link?.from ?? petition.office),
    assigned: {
      number: letter?.number || paperWords.byTheSystem,
      on: dayOf(link?.at ?? petition.registeredAt),
    },
    demands: petition.demands.map((demand) => ({
      text: readOr(source, demand.text),
      outcome: demand.outcome ?? 'explained',
      opinion: readOr(source, answerTo(demand, answer)?.answer ?? null),
    })),
    investigation: readOr(source, paper.text),
    answer: {
      title: paperKinds.opinion.title.zh,
      ...(answer?.number ? { number: answer.number } : {}),
      servedOn: answer?.servedAt == null ? today(source) : dayOf(answer.servedAt),
      means: serviceWords[answer?.servedBy ?? 'hand'],
    },
    execution: executionOf(source),
    petitionerView: viewOf(source),
    signer: signerOf(source),
    drafter: personOf(source, paper.draftedBy),
    attachments: attachmentsOf(source),
  };
}
