import type { ReactNode } from 'react';
import type { AssessmentView } from '../../src/capabilities/disputes/decisions/view.ts';
import { formatMoment } from '../shell/format.ts';
import { useWords } from '../shell/words-context.tsx';
import { fill } from '../words/words.ts';
import { useNamed } from './use-settings.ts';

function Part(props: {
  readonly id: string;
  readonly title: string;
  readonly empty: boolean;
  readonly children: ReactNode;
}) {
  const { decisions: say } = useWords();
  return (
    <section className="panel" aria-labelledby={props.id}>
      <h2 id={props.id}>{props.title}</h2>
      {props.empty && <p className="quiet">{say.none}</p>}
      <ul className="plain-list">{props.children}</ul>
    </section>
  );
}

/** What was asked, heard, planned, reviewed and concluded. */
export function DecisionParts({ decision }: { readonly decision: AssessmentView }) {
  const { decisions: say } = useWords();
  const named = useNamed();
  const { checks, consultations, measures, reviews, conclusions } = decision;
  return (
    <>
      <Part id="checks" title={say.checks} empty={false}>
        {checks.map(({ code, name, question, source, answer, words }) => (
          <li key={code}>
            <p>
              <strong>{named(name)}</strong> {named(question)}{' '}
              <span className="tag">{answer === null ? say.open : say.answer[answer]}</span>
            </p>
            {words !== '' && <p className="letter-text">{words}</p>}
            <p className="quiet">{fill(say.source, { source })}</p>
          </li>
        ))}
      </Part>
      <Part id="consultations" title={say.consultations} empty={consultations.length === 0}>
        {consultations.map(({ kind, heldOn, people, opinions, answer }, at) => (
          <li key={`${heldOn} ${at}`}>
            <p className="strong">
              <span className="figure">{heldOn}</span> {say.consultation[kind]}{' '}
              {fill(say.people, { count: people })}
            </p>
            <p className="letter-text">{opinions}</p>
            <p className="letter-text">
              {say.label.answered}：{answer}
            </p>
          </li>
        ))}
      </Part>
      <Part id="measures" title={say.measures} empty={measures.length === 0}>
        {measures.map(({ words, unit }) => (
          <li key={words}>
            {words} <span className="quiet">{unit}</span>
          </li>
        ))}
      </Part>
      <Part id="reviews" title={say.reviews} empty={reviews.length === 0}>
        {reviews.map(({ at, by, opinion, words, validUntil }) => (
          <li key={at}>
            <p className="strong">
              {say.legality[opinion]} {by} <span className="figure">{formatMoment(at)}</span>
            </p>
            <p className="letter-text">{words}</p>
            <p className="quiet">{fill(say.validUntil, { day: validUntil })}</p>
          </li>
        ))}
      </Part>
      <Part id="conclusions" title={say.conclusions} empty={conclusions.length === 0}>
        {conclusions.map(({ at, by, result, words, validUntil }) => (
          <li key={at}>
            <p className="strong">
              {say.result[result]} {by} <span className="figure">{formatMoment(at)}</span>
            </p>
            <p className="letter-text">{words}</p>
            <p className="quiet">{fill(say.validUntil, { day: validUntil })}</p>
          </li>
        ))}
      </Part>
    </>
  );
}
