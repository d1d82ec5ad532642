import type { PetitionEvent, RecordedPetitionEvent } from './events.ts';
import type { Paper, PaperKind, Petition, SealedText, Status } from './petition.ts';

/** What one matter may be to another (P-13). */
export const relationKinds = [
  'repeat-of',
  'same-matter',
  'merged-into',
  'split-from',
  'member-of',
] as const;
export type RelationKind = (typeof relationKinds)[number];

/** Kinds that people make by saying so; the others come of merging, splitting and joining. */
export const statedKinds = ['repeat-of', 'same-matter'] as const;
export type StatedKind = (typeof statedKinds)[number];

/** A relation as one of its two petitions knows it; undone, it stays readable with who and why. */
export interface Relation {
  readonly id: string;
  readonly kind: RelationKind;
  /** `from`: this one is the repeat, the part, the member; `to`: the other one is. */
  readonly side: 'from' | 'to';
  readonly other: string;
  readonly at: number;
  readonly actor: string;
  readonly reason: SealedText | null;
  /** Whether the program had shown the two as alike before a person decided. */
  readonly suggested: boolean;
  readonly undone: {
    readonly at: number;
    readonly actor: string;
    readonly reason: SealedText | null;
  } | null;
}

/** A member's place in a group: whom it follows, and which of the head's papers it got as its own. */
export interface GroupPlace {
  readonly head: string;
  readonly relationId: string;
  /** The round that it is in with its head; a later one, after a review, is its own again. */
  readonly round: number;
  readonly received: readonly { readonly headPaperId: string; readonly paperId: string }[];
}

type Moment = Pick<RecordedPetitionEvent, 'seq' | 'at' | 'actor'>;

const add = (
  petition: Petition,
  { at, actor }: Moment,
  made: Omit<Relation, 'at' | 'actor' | 'undone'>,
): Petition => ({
  ...petition,
  relations: [...petition.relations, { ...made, at, actor, undone: null }],
});

const undo = (
  petition: Petition,
  { at, actor }: Moment,
  reason: SealedText | null,
  fits: (relation: Relation) => boolean,
): Petition => ({
  ...petition,
  relations: petition.relations.map((relation) =>
    relation.undone === null && fits(relation)
      ? { ...relation, undone: { at, actor, reason } }
      : relation,
  ),
});

/** A notice that a merge no longer stands behind is not sent any more. */
const withoutNotice = (papers: readonly Paper[]): readonly Paper[] =>
  papers.map((paper) =>
    paper.kind === 'merge-notice' &&
    ['drafted', 'checked', 'signed', 'sealed'].includes(paper.stage)
      ? { ...paper, stage: 'void' }
      : paper,
  );

/** Whether something happened at a head that its members have to follow. */
const isNews = (before: Petition, after: Petition, { type }: PetitionEvent): boolean =>
  type === 'PaperSealed' ||
  before.status !== after.status ||
  before.holder !== after.holder ||
  before.round !== after.round;

/**
 * What an event does to the relations of its petition, besides its own effect.
 * @param before the petition before the event, of which `petition` is made
 */
export function related(
  before: Petition,
  petition: Petition,
  event: PetitionEvent,
  moment: Moment,
): Petition {
  const told =
    petition.groupHead && isNews(before, petition, event)
      ? { ...petition, groupNews: moment.seq }
      : petition;
  return change(told, event, moment);
}

function change(petition: Petition, event: PetitionEvent, moment: Moment): Petition {
  switch (event.type) {
    case 'PetitionRegistered':
      return event.data.splitFrom === null
        ? petition
        : add(petition, moment, {
            id: `${petition.id}:split`,
            kind: 'split-from',
            side: 'from',
            other: event.data.splitFrom,
            reason: null,
            suggested: false,
          });
    case 'PetitionMerged':
      return add(petition, moment, {
        id: `${petition.id}:merge-${moment.seq}`,
        kind: 'merged-into',
        side: 'from',
        other: event.data.into,
        reason: event.data.explanation,
        suggested: false,
      });
    case 'PetitionAbsorbed':
      return add(petition, moment, {
        id: `${event.data.petition}:absorbed-${moment.seq}`,
        kind: 'merged-into',
        side: 'to',
        other: event.data.petition,
        reason: null,
        suggested: false,
      });
    case 'PetitionSplit':
      return event.data.parts.reduce(
        (state, part) =>
          add(state, moment, {
            id: `${part}:split`,
            kind: 'split-from',
            side: 'to',
            other: part,
            reason: event.data.explanation,
            suggested: false,
          }),
        petition,
      );
    case 'PetitionRelated':
      return add(petition, moment, { ...event.data, id: event.data.relationId });
    case 'RelationUndone':
      return undo(petition, moment, event.data.reason, ({ id }) => id === event.data.relationId);
    case 'MergeUndone':
      return undo(
        {
          ...petition,
          status: event.data.status,
          conclusion: null,
          papers: withoutNotice(petition.papers),
        },
        moment,
        event.data.reason,
        ({ kind, side }) => kind === 'merged-into' && side === 'from',
      );
    case 'AbsorptionUndone':
      return undo(
        {
          ...petition,
          absorbed: petition.absorbed.filter((id) => id !== event.data.petition),
        },
        moment,
        event.data.reason,
        ({ kind, side, other }) =>
          kind === 'merged-into' && side === 'to' && other === event.data.petition,
      );
    case 'GroupFormed':
      return { ...petition, groupHead: true, groupNews: moment.seq };
    case 'GroupDissolved':
      return { ...petition, groupHead: false, groupNews: moment.seq };
    case 'GroupJoined':
      return {
        ...add(petition, moment, {
          id: event.data.relationId,
          kind: 'member-of',
          side: 'from',
          other: event.data.head,
          reason: event.data.reason,
          suggested: event.data.suggested,
        }),
        group: {
          head: event.data.head,
          relationId: event.data.relationId,
          round: petition.round,
          received: [],
        },
      };
    case 'GroupLeft':
      return undo(
        { ...petition, group: null },
        moment,
        event.data.reason,
        ({ id }) => id === event.data.relationId,
      );
    case 'GroupAnswerReceived':
      return petition.group === null
        ? petition
        : {
            ...petition,
            group: { ...petition.group, received: [...petition.group.received, event.data] },
          };
    case 'HeadFollowed':
      return followed(petition, event.data, moment.at);
    default:
      return petition;
  }
}

/** Whether what is decided for this petition is decided at the head of its group. */
export const isCarried = ({ group, round }: Petition): boolean =>
  group !== null && group.round === round;

/** Where a member stands when its head stands somewhere; a decided head changes it by papers. */
export function placeUnder(status: Status): 'registered' | 'referred' | 'handling' | null {
  switch (status) {
    case 'registered':
      return 'registered';
    case 'referred':
    case 'objected':
    case 'adjudication':
      return 'referred';
    case 'handling':
    case 'issued':
      return 'handling';
    default:
      return null;
  }
}

function followed(
  petition: Petition,
  data: Extract<PetitionEvent, { type: 'HeadFollowed' }>['data'],
  at: number,
): Petition {
  const again = petition.status === 'concluded';
  const round = again ? petition.round + 1 : petition.round;
  return {
    ...petition,
    status: data.status,
    holder: data.holder,
    conclusion: null,
    round,
    group: petition.group === null ? null : { ...petition.group, round },
    demands: again
      ? petition.demands.map((demand) => ({ ...demand, outcome: null }))
      : petition.demands,
    readers: [...new Set([...petition.readers, data.holder])],
    chain:
      petition.holder === data.holder
        ? petition.chain
        : [
            ...petition.chain,
            {
              from: petition.holder,
              to: data.holder,
              mode: 'refer',
              at,
              dueDate: null,
              returned: false,
            },
          ],
  };
}

/** Papers of a head that speak to everybody in the group; the others are between it and its own. */
const shared: ReadonlySet<PaperKind> = new Set<PaperKind>([
  'acceptance-notice',
  'refusal',
  'no-longer-accepted',
  'redirection',
  'extension',
  'opinion',
]);

/** Papers of a head that every member gets as its own, in the order of their seals. */
export const groupAnswersOf = (head: Petition): readonly Paper[] =>
  head.papers
    .filter(({ kind, stage }) => shared.has(kind) && (stage === 'sealed' || stage === 'served'))
    .toSorted((left, right) => (left.sealedAt ?? 0) - (right.sealedAt ?? 0));
