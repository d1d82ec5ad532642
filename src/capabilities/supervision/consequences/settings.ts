import type { LegalBasis } from '../../../kernel/clocks.ts';
import type { Certainty } from '../../../kernel/periods.ts';

/** What can follow for a unit that does not do its duty (U-5). */
export const consequenceKinds = ['interview', 'circulated-notice', 'warning', 'listing'] as const;
export type ConsequenceKind = (typeof consequenceKinds)[number];

/** The paper by which each is told. */
export const paperOf = {
  interview: 'interview-notice',
  'circulated-notice': 'circulated-notice',
  warning: 'supervision-warning',
  listing: 'listing-notice',
} as const satisfies Record<ConsequenceKind, string>;
export type ConsequencePaperKind = (typeof paperOf)[ConsequenceKind];

export interface Basis extends LegalBasis {
  readonly certainty: Certainty;
}

const appraisal: Basis = {
  law: '信访工作条例',
  lawEn: 'Regulation on Petition Work',
  article: '第三十九条',
  certainty: 'seen',
};

/** Reg. 39 names three of them; a warning is known from a text about the accountability measures. */
export const basisOf: Readonly<Record<ConsequenceKind, Basis>> = {
  interview: appraisal,
  'circulated-notice': appraisal,
  listing: appraisal,
  warning: {
    law: '信访工作责任制实施办法',
    lawEn: 'Measures for the responsibility system of petition work',
    article: '有关规定',
    certainty: 'secondary',
  },
};

/** Kinds that demand a correction by a day, which somebody outside the unit verifies. */
export const demandsCorrection = (kind: ConsequenceKind): boolean =>
  kind === 'warning' || kind === 'listing';
