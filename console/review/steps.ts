import {
  reviewServiceWays,
  type ReviewInputType,
  type ReviewServiceWay,
} from '../../src/capabilities/review/contract.ts';
import type { ReviewView } from '../../src/capabilities/review/view.ts';

/** One field of a step; what it is called stands in the words. */
export interface StepField {
  readonly name: string;
  /** Which word names it; the last part of its name unless told. */
  readonly word: string;
  readonly kind: 'text' | 'date' | 'choice' | 'person';
  readonly options?: readonly { readonly value: string; readonly label?: string }[];
  /** Asked only where this way of service is chosen. */
  readonly way?: ReviewServiceWay;
  /** The demand that a group of fields is about. */
  readonly about?: string;
}

const text = (name: string, word = name): StepField => ({ name, word, kind: 'text' });
/** What a way of service needs beside the words of the proof. */
const fact = (name: string, way: ReviewServiceWay): StepField => ({
  name,
  word: name,
  kind: 'text',
  way,
});
const date = (name: string): StepField => ({ name, word: name, kind: 'date' });
const choice = (name: string, values: readonly string[], word = name): StepField => ({
  name,
  word,
  kind: 'choice',
  options: values.map((value) => ({ value })),
});

const findings = ['upheld', 'changed', 'handle-again'] as const;

/** What a step asks for. */
export function fieldsOf(type: ReviewInputType, review: ReviewView): readonly StepField[] {
  switch (type) {
    case 'chooseBody':
      return [
        {
          name: 'body',
          word: 'body',
          kind: 'choice',
          options: review.bodies.map(({ id, name }) => ({ value: id, label: name })),
        },
      ];
    case 'decideLateness':
      return [choice('admitted', ['true', 'false']), text('reason')];
    case 'refuseReview':
      return [
        choice('reason', ['not-reviewable', 'not-entitled', 'other-body', 'late']),
        text('explanation'),
      ];
    case 'chooseReviewOfficer':
      return [{ name: 'userId', word: 'userId', kind: 'person' }];
    case 'withdrawOfficial':
      return [{ name: 'userId', word: 'userId', kind: 'person' }, text('reason')];
    case 'recordInquiry':
      return [text('record'), date('heldOn')];
    case 'recordHearing':
      return [date('from'), date('to')];
    case 'orderHearing':
    case 'withdrawReview':
    case 'returnPaper':
      return [text('reason')];
    case 'servePaper':
      return [
        choice('way', reviewServiceWays),
        date('servedOn'),
        fact('mailNumber', 'post'),
        fact('witness', 'left'),
        fact('place', 'announcement'),
        text('proof'),
      ];
    case 'draftDecision':
      return [
        ...review.demands.flatMap((demand, at) => [
          { ...choice(`points.${at}.finding`, findings, 'finding'), about: demand.id },
          text(`points.${at}.facts`, 'facts'),
          text(`points.${at}.basis`, 'basis'),
          text(`points.${at}.answer`, 'answer'),
        ]),
        text('conclusion'),
      ];
    default:
      return [];
  }
}

type Values = Readonly<Record<string, string>>;

/** What was typed, in the shape of the contract. */
export function inputOf(
  type: ReviewInputType,
  values: Values,
  review: ReviewView,
  paperId: string | null,
): unknown {
  const paper = paperId === null ? {} : { paperId };
  if (type === 'decideLateness') return { ...values, admitted: values['admitted'] === 'true' };
  if (type === 'withdrawReview') return { ...values, signed: true };
  if (type !== 'draftDecision') return { ...paper, ...values };
  const points = review.demands.map((demand, at) => ({
    demandId: demand.id,
    finding: values[`points.${at}.finding`] ?? 'upheld',
    facts: values[`points.${at}.facts`] ?? '',
    basis: values[`points.${at}.basis`] ?? '',
    answer: values[`points.${at}.answer`] ?? '',
  }));
  // The whole follows from the parts; the rules say the same.
  const found = points.map(({ finding }) => finding);
  const outcome = found.includes('handle-again')
    ? 'handle-again'
    : found.includes('changed')
      ? 'changed'
      : 'upheld';
  return { outcome, points, conclusion: values['conclusion'] ?? '' };
}
