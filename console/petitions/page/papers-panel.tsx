import { Link } from 'react-router';
import type { PaperView, PetitionView } from '../../../src/capabilities/petitions/view.ts';
import { formatMoment } from '../../shell/format.ts';
import { useWords } from '../../shell/words-context.tsx';
import { fill } from '../../words/words.ts';
import { stepAddress } from '../steps.ts';

export const paperAddress = (petitionId: string, paperId: string, format: 'pdf' | 'docx'): string =>
  `/api/v1/petitions/${petitionId}/papers/${paperId}?format=${format}`;

/** Papers with where each stands and what this reader may do with it now. */
export function PapersPanel({ petition }: { readonly petition: PetitionView }) {
  const { petition: say } = useWords();
  return (
    <section className="panel">
      <h2>{say.papers}</h2>
      {petition.papers.length === 0 && <p className="quiet">{say.noPapers}</p>}
      {petition.papers.toReversed().map((paper) => (
        <Paper key={paper.id} paper={paper} petition={petition} />
      ))}
    </section>
  );
}

function Paper({
  paper,
  petition,
}: {
  readonly paper: PaperView;
  readonly petition: PetitionView;
}) {
  const { petition: say, terms, commands } = useWords();
  const kind = terms.paperKind[paper.kind];
  const file = (format: 'pdf' | 'docx', label: string) => (
    <a
      href={paperAddress(petition.id, paper.id, format)}
      target="_blank"
      rel="noreferrer"
      aria-label={`${kind} ${label}`}
    >
      {label}
    </a>
  );
  const at = paper.servedAt ?? paper.sealedAt;
  return (
    <div className="paper-item">
      <strong>{kind}</strong>
      <span className="tag">
        {paper.internal && paper.stage === 'sealed'
          ? say.paper.arrived
          : terms.paperStage[paper.stage]}
      </span>
      <p className="quiet">
        {[
          paper.number,
          paper.issuer.name,
          at === null ? null : formatMoment(at).slice(0, 10),
          paper.servedBy === null ? null : terms.serviceWay[paper.servedBy],
          paper.servedBy === null && paper.announcedUntil !== null
            ? fill(say.paper.announced, { until: paper.announcedUntil })
            : null,
        ]
          .filter((part) => part !== null)
          .join(' · ')}
      </p>
      <div className="row no-print">
        {file('pdf', paper.rendered ? say.paper.pdf : say.paper.preview)}
        {file('docx', say.paper.docx)}
        {!paper.internal && ['sealed', 'served'].includes(paper.stage) && (
          <a
            href={`/api/v1/petitions/${petition.id}/papers/${paper.id}/service-proof`}
            target="_blank"
            rel="noreferrer"
            aria-label={`${kind} ${say.paper.serviceProof}`}
          >
            {say.paper.serviceProof}
          </a>
        )}
      </div>
      {paper.steps.length > 0 && (
        <div className="row no-print" role="group" aria-label={fill(say.paper.steps, { kind })}>
          {paper.steps.map((step) => (
            <Link
              key={step}
              className="secondary-link small"
              to={stepAddress(petition, step, paper.id)}
            >
              {commands.name[step]}
            </Link>
          ))}
        </div>
      )}
    </div>
  );
}
