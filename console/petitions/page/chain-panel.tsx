import type { PetitionView } from '../../../src/capabilities/petitions/view.ts';
import { formatDay, formatMoment } from '../../shell/format.ts';
import { useSpeech } from '../../shell/words-context.tsx';
import { fill, wordFor } from '../../words/words.ts';

/** Who held it when: every hand it went through, and the report on its way back. */
export function ChainPanel({ petition }: { readonly petition: PetitionView }) {
  const { words, language } = useSpeech();
  const { petition: say, terms } = words;
  const { chain, report } = petition;
  if (chain.length === 0 && report === null) return null;
  return (
    <section className="panel">
      <h2>{say.chain}</h2>
      <ol className="chain">
        {chain.map((link) => (
          <li key={`${link.at}-${link.to}`}>
            {fill(link.from === link.to ? say.chainReceived : say.chainLink, {
              from: link.from,
              to: link.to,
            })}
            <span className="line-sub figure">
              {terms.linkMode[link.mode]} · {formatMoment(link.at)}
              {link.dueDate !== null &&
                ` · ${fill(say.chainDue, { date: formatDay(link.dueDate, language) })}`}
            </span>
          </li>
        ))}
      </ol>
      {report !== null && (
        <p>
          {say.report}: {fill(say.reportLine, { from: report.from, to: report.to })}
          <span className="tag">{wordFor(terms.report, report.stage)}</span>
        </p>
      )}
    </section>
  );
}
