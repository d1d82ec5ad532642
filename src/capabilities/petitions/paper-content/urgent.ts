import type { PaperData } from '../../papers/index.ts';
import { common, dayOf, nameOf, read, readOr, demandsOf } from './facts.ts';
import type { PaperSource } from './source.ts';

/** Reg. 25: to the leadership first; everybody else who is told gets a copy. */
export function urgentReport(source: PaperSource): PaperData<'urgent-report'> {
  const { petition, paper } = source;
  const report = petition.urgentReports.find(({ paperId }) => paperId === paper.id);
  const [first, ...others] = report?.addressees ?? [];
  const measures = read(source, paper.text, 'measures');
  return {
    ...common(source),
    unit: nameOf(source, first?.unit ?? petition.office),
    copies: others.map(({ unit }) => nameOf(source, unit)).slice(0, 20),
    level: report?.level ?? 'urgent',
    later: report?.later ?? false,
    reportedOn: dayOf(report?.at ?? paper.draftedAt),
    persons: petition.personCount,
    demands: demandsOf(source),
    situation: readOr(source, paper.text),
    ...(measures === '' ? {} : { measures }),
  };
}
