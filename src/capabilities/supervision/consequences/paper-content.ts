import { composePaper, type PaperData, type PaperDocument } from '../../papers/index.ts';
import {
  fit,
  frameOf,
  nameOf,
  paperFacts,
  read,
  readOr,
  type CasePaperSource,
  type Wording,
} from '../../petitions/index.ts';
import type { Consequence, Terms } from './case.ts';
import { basisOf } from './settings.ts';

/** All that the paper of a consequence may speak of. */
export type ConsequenceSource = CasePaperSource & { readonly state: Consequence };

type Data = PaperData<'circulated-notice'>;

/** Whom it is about: the unit, or the holder of a post in it. */
const subjectOf = (source: ConsequenceSource): string => {
  const post = read(source, source.state.post);
  return fit(`${nameOf(source, source.state.unit)}${post}`, 200);
};

function evidenceOf({ state }: ConsequenceSource): string[] {
  const { petitions, letters, item } = state;
  return [
    `信访事项${petitions.length + 1}件`,
    ...(letters.length === 0 ? [] : [`督办函件${letters.length}组`]),
    ...(item === null ? [] : ['督办件1件']),
  ];
}

function dataOf(source: ConsequenceSource, unit: string): Data {
  const { state, paper } = source;
  const { law, article } = basisOf[state.kind];
  const statement = read(source, state.heard?.words ?? null);
  return {
    unit,
    subject: subjectOf(source),
    contact: paperFacts(source).contact,
    reason: readOr(source, state.reason),
    basis: { law, article },
    ...(statement === '' ? {} : { statement }),
    decision: readOr(source, paper.text),
    evidence: evidenceOf(source),
  };
}

/**
 * What the paper of a consequence says (G-1); it names no petitioner and no petition. Pure.
 * @param wording the office's own passages
 */
export function consequenceDocumentOf(
  source: ConsequenceSource,
  wording: Wording = {},
): PaperDocument {
  const { state } = source;
  const frame = frameOf(source);
  const data = dataOf(source, nameOf(source, state.unit));
  const terms: Terms = state.terms ?? { kind: 'circulated-notice' };
  switch (terms.kind) {
    case 'interview': {
      const { heldOn, place } = terms;
      const more = { heldOn, place: readOr(source, place) };
      return composePaper('interview-notice', { ...data, ...more }, frame, wording);
    }
    case 'circulated-notice':
      return composePaper('circulated-notice', { ...data, unit: '各有关单位' }, frame, wording);
    case 'warning':
      return composePaper(
        'supervision-warning',
        { ...data, correctBy: terms.correctBy },
        frame,
        wording,
      );
    case 'listing': {
      const { from, to, correctBy } = terms;
      return composePaper('listing-notice', { ...data, from, to, correctBy }, frame, wording);
    }
  }
}
