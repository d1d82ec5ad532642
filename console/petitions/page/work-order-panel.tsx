import type { PetitionView } from '../../../src/capabilities/petitions/view.ts';
import { formatMoment } from '../../shell/format.ts';
import { useWords } from '../../shell/words-context.tsx';

/** What went back to the 12345 hotline under its own number, and what the hotline said (P-1). */
export function WorkOrderPanel({ petition }: { readonly petition: PetitionView }) {
  const { petition: say, terms } = useWords();
  const reports = petition.workOrderReports;
  if (reports.length === 0) return null;
  return (
    <section className="panel">
      <h2>{say.workOrder}</h2>
      <ul className="plain-list">
        {reports.toReversed().map(({ id, kind, stage, at, answeredAt, text, reason }) => (
          <li key={id}>
            <p>
              <strong>{terms.reportKind[kind]}</strong>{' '}
              <span className="tag">{terms.reportStage[stage]}</span>{' '}
              <span className="quiet">{formatMoment(answeredAt ?? at)}</span>
            </p>
            <p className="letter-text">{text}</p>
            {reason !== null && <p className="letter-text">{reason}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}
