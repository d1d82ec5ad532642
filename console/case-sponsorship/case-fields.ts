import type { SponsoredStep } from '../../src/capabilities/case-sponsorship/sponsored/contract.ts';
import { limits } from '../../src/capabilities/case-sponsorship/sponsored/limits.ts';
import type {
  PostsView,
  SponsoredView,
} from '../../src/capabilities/case-sponsorship/sponsored/view.ts';
import type { ShortField } from '../shell/short-form.tsx';
import { useSpeech } from '../shell/words-context.tsx';
import { keysOf } from '../words/words.ts';
import { optionsOf, usePeople } from './people.ts';

/** Steps of the case itself, and what is made beside it from the same page. */
export type CaseStep = SponsoredStep | 'giveTask' | 'promise';

type Typed = Readonly<Record<string, unknown>>;
const measureKinds = [
  'law',
  'policy',
  'economic',
  'administrative',
  'mediation',
  'explanation',
  'aid',
] as const;

/** What a form's fields mean to the server. */
export function inputOf(step: CaseStep, typed: Typed): Typed {
  if (step === 'writePlan') {
    const { matterKnot, mindKnot } = typed;
    const measures = measureKinds.flatMap((kind) =>
      typeof typed[kind] === 'string' ? [{ kind, words: typed[kind] }] : [],
    );
    return { matterKnot, mindKnot, measures };
  }
  if (step === 'giveTask') {
    const { holder, name = '', telephone = '', ...task } = typed;
    return { ...task, holder: holder === undefined ? { name, telephone } : { userId: holder } };
  }
  return typed;
}

/** The fields of each step's form. */
export function useCaseFields(
  item: SponsoredView,
  posts: PostsView['posts'],
  wanted: boolean,
): (step: CaseStep) => readonly ShortField[] {
  const { words, language } = useSpeech();
  const { sponsored: say } = words;
  const people = usePeople(wanted);
  const { label, help } = say;
  const area = { kind: 'area', required: true, limit: limits.words } as const;
  const reason = { ...area, name: 'reason', label: label.reason, help: help.reason };
  const leader: ShortField = {
    name: 'leader',
    kind: 'choice',
    label: label.leader,
    required: true,
    options: optionsOf(people, true),
  };
  const milestone: ShortField = {
    name: 'milestone',
    kind: 'choice',
    label: label.milestone,
    required: true,
    options: item.milestones
      .filter(({ state }) => state !== 'done')
      .map(({ id, what, date }) => ({ value: id, label: `${date} ${what}` })),
  };
  const date = (name: string, text: string): ShortField => ({
    name,
    kind: 'date',
    label: text,
    required: true,
  });
  const said = (text: string, more: Partial<ShortField> = {}): ShortField => ({
    ...area,
    name: 'words',
    label: text,
    ...more,
  });
  const choice = (name: string, text: string, from: Readonly<Record<string, string>>) => ({
    name,
    kind: 'choice' as const,
    label: text,
    required: true,
    options: keysOf(from).map((value) => ({ value, label: from[value] ?? value })),
  });
  const fields: Readonly<Record<CaseStep, readonly ShortField[]>> = {
    acceptCharge: [],
    declineCharge: [reason],
    writePlan: [
      {
        ...area,
        name: 'matterKnot',
        label: label.matterKnot,
        ...(item.plan === null ? {} : { first: item.plan.matterKnot }),
      },
      {
        ...area,
        name: 'mindKnot',
        label: label.mindKnot,
        ...(item.plan === null ? {} : { first: item.plan.mindKnot }),
      },
      ...measureKinds.map((kind): ShortField => {
        const before = item.plan?.measures.find((each) => each.kind === kind)?.words;
        return {
          name: kind,
          kind: 'area',
          label: say.measure[kind],
          limit: limits.words,
          ...(before === undefined ? {} : { first: before }),
        };
      }),
    ],
    addMilestone: [
      { ...area, name: 'what', label: label.what, limit: limits.task },
      { name: 'responsible', kind: 'text', label: label.responsible, required: true },
      date('date', label.date),
      { name: 'told', kind: 'area', label: label.told, help: help.told, limit: limits.public },
    ],
    reportMilestone: [
      { ...milestone, help: help.milestone },
      choice('outcome', label.outcome, say.outcome),
      { name: 'doneOn', kind: 'date', label: label.doneOn },
      said(label.words),
    ],
    moveMilestone: [milestone, date('date', label.newDate), reason],
    addNote: [said(label.words, { limit: limits.note })],
    handOver: [leader, { ...reason, help: help.handOver }],
    acknowledgeHandOver: [],
    refuseHandOver: [reason],
    withdrawHandOver: [],
    proposeEnding: [
      choice('result', label.result, say.result),
      said(label.words, { help: help.ending }),
    ],
    verifyEnding: [said(label.words, { help: help.verify })],
    returnEnding: [said(label.back)],
    takeUpAgain: [leader, reason],
    giveTask: [
      {
        name: 'post',
        kind: 'choice',
        label: label.post,
        required: true,
        options: posts.map(({ code, label: name }) => ({
          value: code,
          label: language === 'zh-CN' ? name.zh : name.en,
        })),
      },
      {
        name: 'holder',
        kind: 'choice',
        label: label.holder,
        help: help.holder,
        options: optionsOf(people, false),
      },
      { name: 'name', kind: 'text', label: label.name },
      { name: 'telephone', kind: 'text', label: label.telephone },
      { ...area, name: 'task', label: label.task, help: help.task, limit: limits.task },
      date('dueDate', label.dueDate),
    ],
    promise: [
      { ...area, name: 'text', label: label.text, help: help.promise },
      date('dueDate', label.dueDate),
    ],
  };
  return (step) => fields[step];
}
