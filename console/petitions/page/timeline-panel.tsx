import type { PetitionView, TimelineEntry } from '../../../src/capabilities/petitions/view.ts';
import { formatMoment } from '../../shell/format.ts';
import { useWords } from '../../shell/words-context.tsx';
import { wordFor, type Words } from '../../words/words.ts';

/** Every event with person, unit and time, newest first. */
export function TimelinePanel({ petition }: { readonly petition: PetitionView }) {
  const { petition: say } = useWords();
  const newestFirst = petition.timeline.toSorted((one, other) => other.seq - one.seq);
  return (
    <section className="panel">
      <h2>{say.timeline}</h2>
      <ol className="timeline" reversed>
        {newestFirst.map((entry) => (
          <Entry key={entry.seq} entry={entry} />
        ))}
      </ol>
    </section>
  );
}

function Entry({ entry }: { readonly entry: TimelineEntry }) {
  const words = useWords();
  const { events, petition: say } = words;
  const facts = Object.entries(entry.facts).filter(([, value]) => value !== '');
  return (
    <li>
      <time dateTime={new Date(entry.at).toISOString()}>{formatMoment(entry.at)}</time>
      <div>
        <strong>{wordFor(events.type, entry.type)}</strong>
        {entry.public && <span className="tag">{say.public}</span>}
        <span className="line-sub">
          {[actorIn(words, entry.actor), entry.unit].filter((part) => part !== '').join(' · ')}
        </span>
        {facts.length > 0 && (
          <span className="line-facts">
            {facts
              .map(([name, value]) => `${wordFor(events.fact, name)} ${valueOf(words, value)}`)
              .join(' · ')}
          </span>
        )}
        {entry.text !== null && entry.text !== '' && <p className="timeline-text">{entry.text}</p>}
      </div>
    </li>
  );
}

/** People by name; the petitioner and the system come as codes. */
const actorIn = ({ events }: Words, actor: string): string =>
  actor === 'petitioner' || actor === 'system' ? events.by[actor] : actor;

/** Facts carry codes; the first group of words that knows one says it. */
function valueOf({ terms, events, afterwards }: Words, value: string): string {
  const groups: readonly Readonly<Record<string, string>>[] = [
    terms.paperKind,
    terms.linkMode,
    terms.serviceWay,
    terms.conclusionForm,
    terms.conclusionReason,
    terms.simpleGround,
    terms.urgentLevel,
    terms.reportKind,
    terms.agendaQuestion,
    terms.agendaCause,
    terms.agendaStage,
    terms.meetingSource,
    terms.channel,
    terms.purpose,
    terms.urgency,
    terms.outcome,
    terms.settled,
    terms.view,
    terms.reviewStage,
    terms.reviewState,
    terms.roundReason,
    afterwards.exclusion,
    terms.relation,
    terms.status,
    events.cause,
    afterwards.followUpWay,
    afterwards.followUpResult,
    afterwards.contestDecision,
    events.by,
  ];
  return groups.find((group) => Object.hasOwn(group, value))?.[value] ?? value;
}
