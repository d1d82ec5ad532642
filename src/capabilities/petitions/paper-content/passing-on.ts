import type { PaperData } from '../../papers/index.ts';
import { isAccusation, type LinkMode } from '../petition.ts';
import {
  attachmentsOf,
  common,
  dayOf,
  demandsOf,
  linkOf,
  nameOf,
  read,
  readOr,
  today,
} from './facts.ts';
import type { PaperSource } from './source.ts';

const instruction = (source: PaperSource) => {
  const text = read(source, source.paper.text);
  return text === '' ? {} : { instruction: text };
};

const receiverOf = (source: PaperSource, ...modes: readonly LinkMode[]): string =>
  nameOf(source, linkOf(source, ...modes)?.to ?? source.petition.holder);

export const referral = (source: PaperSource): PaperData<'referral'> => ({
  ...common(source),
  ...instruction(source),
  unit: receiverOf(source, 'refer'),
  demands: demandsOf(source),
  attachments: attachmentsOf(source),
});

export const assignment = (source: PaperSource): PaperData<'assignment'> => ({
  ...common(source),
  ...instruction(source),
  unit: receiverOf(source, 'assign'),
  demands: demandsOf(source),
  reportOn: linkOf(source, 'assign')?.dueDate ?? today(source),
  attachments: attachmentsOf(source),
});

export const handover = (source: PaperSource): PaperData<'handover'> => ({
  ...common(source),
  ...instruction(source),
  unit: receiverOf(source, 'hand-over'),
  ground: isAccusation(source.petition) ? 'accusation' : 'law-and-litigation',
  attachments: attachmentsOf(source),
});

/** Each decision answers one objection; the papers stand in the order of the objections. */
export function objectionDecision(source: PaperSource): PaperData<'objection-decision'> {
  const { petition, paper } = source;
  const papers = petition.papers.filter(({ kind }) => kind === 'objection-decision');
  const place = papers.findIndex(({ id }) => id === paper.id);
  const objection = petition.objections[place] ?? petition.objections.at(-1);
  return {
    ...common(source),
    unit: nameOf(source, objection?.by ?? petition.holder),
    objectedOn: dayOf(objection?.at ?? paper.draftedAt),
    objection: readOr(source, objection?.reasons ?? null),
    agreed: objection?.upheld === true,
    reason: readOr(source, paper.text),
  };
}

export function adjudication(source: PaperSource): PaperData<'adjudication'> {
  const { petition, organisation, paper } = source;
  const handler = linkOf(source, 'refer')?.to ?? petition.holder;
  const returned = petition.returnedBy.map((unit) => nameOf(source, unit));
  const mainHandler = nameOf(source, handler);
  const disputing = returned.length > 0 ? returned.slice(0, 20) : [mainHandler];
  return {
    ...common(source),
    unit: [...new Set([mainHandler, ...disputing])].slice(0, 4).join('、').slice(0, 300),
    disputing,
    decidedBy:
      organisation.find(paper.issuer)?.kind === 'joint-meeting-office'
        ? 'joint-meeting'
        : 'common-superior',
    mainHandler,
    coHandlers: petition.tasks
      .filter(({ unit, doneAt }) => doneAt === null && unit !== handler)
      .map(({ unit }) => nameOf(source, unit))
      .slice(0, 20),
    reason: readOr(source, paper.text),
  };
}
