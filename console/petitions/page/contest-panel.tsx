import type { PetitionView } from '../../../src/capabilities/petitions/view.ts';
import { formatDay, formatMoment } from '../../shell/format.ts';
import { useSpeech } from '../../shell/words-context.tsx';
import { fill } from '../../words/words.ts';

/** What the petitioner contests, and the answer to it (P-19). */
export function ContestPanel({ petition }: { readonly petition: PetitionView }) {
  const { words, language } = useSpeech();
  const { afterwards: say, terms } = words;
  const contest = petition.afterwards?.contest ?? null;
  if (contest === null) return null;
  return (
    <section className="panel">
      <h2>{say.panel.contest}</h2>
      <p>
        {fill(say.panel.contestOf, {
          step: terms.conclusionForm[contest.step],
          date: formatMoment(contest.at).slice(0, 10),
        })}
        <span className="tag">{say.contestState[contest.state]}</span>
      </p>
      {contest.reasons !== null && <p className="letter-text">{contest.reasons}</p>}
      {contest.until !== null && (
        <p className="quiet">
          {fill(say.panel.contestUntil, { date: formatDay(contest.until, language) })}
        </p>
      )}
      {contest.answer !== null && <p className="letter-text">{contest.answer}</p>}
    </section>
  );
}
