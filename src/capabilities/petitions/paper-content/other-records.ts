import type { PaperData } from '../../papers/index.ts';
import { common, read } from './facts.ts';
import type { PaperSource } from './source.ts';

type Common = keyof ReturnType<typeof common>;

/**
 * Papers that another record wrote: what they say beyond the petition lies sealed with the draft
 * and is checked by the template when the paper is composed.
 */
function fromRecord<
  K extends 'hearing-notice' | 'hearing-conclusion' | 'mediation-agreement' | 'settlement',
>(source: PaperSource): PaperData<K> {
  const facts = JSON.parse(read(source, source.paper.text, 'facts') || '{}') as Omit<
    PaperData<K>,
    Common
  >;
  return { ...common(source), ...facts } as PaperData<K>;
}

export const hearingNotice = (source: PaperSource) => fromRecord<'hearing-notice'>(source);
export const hearingConclusion = (source: PaperSource) => fromRecord<'hearing-conclusion'>(source);
export const mediationAgreement = (source: PaperSource) =>
  fromRecord<'mediation-agreement'>(source);
export const settlement = (source: PaperSource) => fromRecord<'settlement'>(source);
