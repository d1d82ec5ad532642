import { composePaper, type PaperDocument } from '../../papers/index.ts';
import {
  frameBy,
  type CasePaperSource,
  type OrganisationSnapshot,
  type Wording,
} from '../../petitions/index.ts';
import type { Recommendation } from './recommendation.ts';

/** What a recommendation is written from. */
export interface RecommendationSource extends Pick<CasePaperSource, 'number' | 'verify' | 'now'> {
  readonly recommendation: Recommendation;
  /** What lies sealed of it, by id. */
  readonly opened: ReadonlyMap<string, unknown>;
  readonly organisation: Pick<OrganisationSnapshot, 'find' | 'contactOf'>;
}

/** A recommendation as a paper (Reg. 40); without code and number, a draft of it. */
export function recommendationDocument(
  source: RecommendationSource,
  wording: Wording,
): PaperDocument {
  const { recommendation, opened, organisation } = source;
  const { office, unit, kind, subject, reasons, proposal, period } = recommendation;
  const nameOf = (id: string): string => organisation.find(id)?.name ?? id;
  const textOf = ({ id }: { readonly id: string }): string =>
    (opened.get(id) as { readonly text?: string } | undefined)?.text ?? '';
  return composePaper(
    'recommendation',
    {
      unit: nameOf(unit),
      kind,
      subject: textOf(subject),
      reasons: textOf(reasons),
      proposal: textOf(proposal),
      answerBy: period.days,
      basis: period.source,
      contact: { phone: organisation.contactOf(office).phone || '—' },
    },
    frameBy(nameOf(office), source),
    wording,
  );
}
