import { Link } from 'react-router';
import type {
  EvidenceView,
  OccurrenceView,
} from '../../src/capabilities/supervision/must-checks/view.ts';
import { displayPetitionNumber } from '../../src/kernel/petition-number.ts';
import { dayOf, formatMoment } from '../shell/format.ts';
import { useSpeech, useWords } from '../shell/words-context.tsx';
import { fill, wordFor, type Words } from '../words/words.ts';

type Peers = Extract<EvidenceView, { readonly kind: 'peers' }>;

const percent = (share: number): string => `${Math.round(share * 1000) / 10} %`;

/** One hit as a sentence, made from its data. */
function sentenceOf(
  evidence: Exclude<EvidenceView, Peers>,
  { supervision: { says, ground }, inspections, terms }: Words,
): string {
  switch (evidence.kind) {
    case 'clock':
      return fill(says.clock, {
        period: wordFor(terms.period, evidence.period),
        started: dayOf(evidence.startedAt),
        due: evidence.dueDate,
      });
    case 'promise':
      return fill(says.promise, { due: evidence.dueDate });
    case 'ground':
      return fill(says.ground, { ground: ground[evidence.ground], words: evidence.words });
    case 'finding':
      return fill(says[evidence.correctBy === null ? 'finding' : 'findingDue'], {
        found: inspections.finding.kind[evidence.found],
        due: evidence.correctBy ?? '',
        words: evidence.words,
      });
    case 'repeat': {
      const number = evidence.number === null ? '' : displayPetitionNumber(evidence.number);
      return fill(says.repeat, { at: formatMoment(evidence.at), number });
    }
    default:
      return fill(says[evidence.kind], { at: formatMoment(evidence.at) });
  }
}

/** Everything that the comparison was made of, so that anybody can reckon it again. */
function PeerFigures({ figures }: { readonly figures: Peers }) {
  const { words, language } = useSpeech();
  const { supervision, terms } = words;
  const say = supervision.peers;
  const { from, to, own, pooled, peers, parameters, pooledRate } = figures;
  const { margin, z, minimumSteps, minimumPeers, source, certainty } = parameters;
  const count = ({ due, kept }: Peers['own']): string =>
    fill(say.count, { due, kept, share: percent(due === 0 ? 0 : kept / due) });
  const rows: readonly (readonly [string, string])[] = [
    [say.own, count(own)],
    [fill(say.pooled, { peers }), count(pooled)],
    [say.upper, percent(figures.upperBound)],
    [fill(say.line, { margin: percent(margin) }), percent(pooledRate - margin)],
  ];
  return (
    <>
      <p>
        {fill(say.intro, {
          from,
          to,
          kind: wordFor(terms.unitKind, figures.unitKind),
          level: wordFor(terms.level, figures.level),
        })}
      </p>
      <dl className="facts">
        {rows.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd className="figure">{value}</dd>
          </div>
        ))}
      </dl>
      <p className="quiet">{fill(say.formula, { z, steps: minimumSteps, peers: minimumPeers })}</p>
      <p className="quiet">
        {fill(say.source, {
          source: language === 'zh-CN' ? source.zh : source.en,
          certainty: terms.certainty[certainty],
        })}
      </p>
    </>
  );
}

function Evidence({ evidence }: { readonly evidence: EvidenceView }) {
  const words = useWords();
  if (evidence.kind === 'peers') return <PeerFigures figures={evidence} />;
  return (
    <p className="letter-text">
      {sentenceOf(evidence, words)}{' '}
      {(evidence.kind === 'promise' || evidence.kind === 'denied') && (
        <Link to={`/commitments/${evidence.commitmentId}`}>{words.supervision.commitment}</Link>
      )}
      {evidence.kind === 'finding' && (
        <Link to={`/supervision/inspections/${evidence.inspectionId}`}>
          {words.supervision.inspection}
        </Link>
      )}
      {evidence.kind === 'repeat' && evidence.number !== null && (
        <Link to={`/petitions/${evidence.by}`}>{words.supervision.petition}</Link>
      )}
    </p>
  );
}

/** All hits of an item, numbered; what has ended since is said beside it. */
export function Occurrences({ found }: { readonly found: readonly OccurrenceView[] }) {
  const { supervision: say } = useWords();
  return (
    <ol className="plain-list">
      {found.map(({ number, foundAt, evidence, ended }) => (
        <li key={number}>
          <p className="quiet figure">{fill(say.found, { number, at: formatMoment(foundAt) })}</p>
          <Evidence evidence={evidence} />
          {ended !== null && (
            <p className="quiet">{fill(say.ended[ended.cause], { at: formatMoment(ended.at) })}</p>
          )}
        </li>
      ))}
    </ol>
  );
}
