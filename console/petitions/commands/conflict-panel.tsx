import { Button } from 'antd';
import type { PetitionView } from '../../../src/capabilities/petitions/view.ts';
import { formatDay, formatMoment } from '../../shell/format.ts';
import { useSpeech } from '../../shell/words-context.tsx';
import { fill, wordFor } from '../../words/words.ts';

/** The petition as it was read and as it is now, side by side; what was typed stands below. */
export function ConflictPanel(props: {
  readonly before: PetitionView;
  readonly after: PetitionView;
  readonly onAgree: () => void;
}) {
  const { words, language } = useSpeech();
  const { petition: say, terms, events } = words;
  const { before, after } = props;
  const { none } = say.conflict;
  const facts = (view: PetitionView): readonly (readonly [string, string])[] => [
    [say.status, terms.status[view.status]],
    [say.holder, view.holder.name],
    [say.officer, view.officer?.name ?? none],
    [words.fields.label.purpose, view.purpose === null ? none : terms.purpose[view.purpose]],
    [say.clocks, view.clock === null ? none : formatDay(view.clock.dueDate, language)],
    [say.papers, String(view.papers.length)],
    [say.attachments, String(view.attachments.length)],
  ];
  const old = new Map(facts(before));
  const last = Math.max(0, ...before.timeline.map(({ seq }) => seq));
  const happened = after.timeline.filter(({ seq }) => seq > last);
  const side = (view: PetitionView, title: string, marked: boolean) => (
    <section>
      <h3>{fill(title, { version: view.version })}</h3>
      <dl className="facts">
        {facts(view).map(([name, value]) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt>{name}</dt>
            <dd className={marked && old.get(name) !== value ? 'changed' : ''}>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
  return (
    <div className="conflict" role="alert">
      <h2>{say.conflict.title}</h2>
      <p>{say.conflict.explain}</p>
      <div className="conflict-sides">
        {side(before, say.conflict.before, false)}
        {side(after, say.conflict.after, true)}
      </div>
      {happened.length > 0 && (
        <section>
          <h3>{say.conflict.happened}</h3>
          <ul>
            {happened.map((entry) => (
              <li key={entry.seq}>
                {formatMoment(entry.at)} {entry.actor} {wordFor(events.type, entry.type)}
                {entry.text !== null && <p className="timeline-text">{entry.text}</p>}
              </li>
            ))}
          </ul>
        </section>
      )}
      <div>
        <Button type="primary" onClick={props.onAgree}>
          {say.conflict.goOn}
        </Button>
      </div>
    </div>
  );
}
