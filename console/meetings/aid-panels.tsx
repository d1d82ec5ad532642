import type { WayView } from '../../src/capabilities/case-sponsorship/ways-out/view.ts';
import { formatMoment } from '../shell/format.ts';
import { useSpeech } from '../shell/words-context.tsx';
import { fill } from '../words/words.ts';

type Aid = NonNullable<WayView['aid']>;

const yuanOf = (fen: number): string =>
  (fen / 100).toLocaleString('en-US', {
    minimumFractionDigits: fen % 100 === 0 ? 0 : 2,
    maximumFractionDigits: 2,
  });

/** What is asked for on which basis, and who approves it in which order. */
export function AidPanels({ way, aid }: { readonly way: WayView; readonly aid: Aid }) {
  const { words } = useSpeech();
  const { waysOut: say } = words;
  return (
    <>
      <section className="panel" aria-labelledby="aid">
        <h2 id="aid">{say.aid}</h2>
        <dl className="facts">
          <div>
            <dt>{say.kindName}</dt>
            <dd>{say.kind[aid.kind]}</dd>
          </div>
          <div>
            <dt>{say.amount}</dt>
            <dd className="figure">{fill(say.yuan, { amount: yuanOf(aid.amount) })}</dd>
          </div>
          <div>
            <dt>{say.circumstances}</dt>
            <dd className="letter-text">{aid.circumstances}</dd>
          </div>
          <div>
            <dt>{say.basis}</dt>
            <dd className="letter-text">{aid.basis}</dd>
          </div>
        </dl>
        <p className="quiet">{say.choose.free}</p>
      </section>
      <Approvals way={way} aid={aid} />
    </>
  );
}

/** The chain of approval: what each step said; the first that is not taken waits. */
function Approvals({ way, aid }: { readonly way: WayView; readonly aid: Aid }) {
  const { words, language } = useSpeech();
  const { waysOut: say } = words;
  const nameOf = (name: { readonly zh: string; readonly en: string }): string =>
    language === 'en' ? name.en : name.zh;
  const waiting = way.status === 'approving' ? way.approvals.length : -1;
  return (
    <section className="panel" aria-labelledby="approvals">
      <h2 id="approvals">{say.approvals}</h2>
      <ol className="bullets">
        {aid.steps.map(({ id, name, unit }, at) => {
          const taken = way.approvals[at];
          return (
            <li key={id}>
              <p>
                {nameOf(name)} · {unit} ·{' '}
                {taken === undefined ? (
                  <span className="quiet">{at === waiting ? say.waits : say.notTaken}</span>
                ) : (
                  <>
                    {taken.refused ? say.refused : say.approved} · {taken.by}{' '}
                    <span className="figure">{formatMoment(taken.at)}</span>
                  </>
                )}
              </p>
              {taken !== undefined && <p className="letter-text">{taken.words}</p>}
            </li>
          );
        })}
      </ol>
      {way.sheet !== null && (
        <p className="row">
          <span>
            {say.sheet} <span className="figure">{way.sheet.number}</span>
          </span>
          {(['pdf', 'docx'] as const).map((format) => (
            <a
              key={format}
              href={`/api/v1/ways-out/${way.id}/sheet?format=${format}`}
              target="_blank"
              rel="noreferrer"
            >
              {format.toUpperCase()}
            </a>
          ))}
        </p>
      )}
    </section>
  );
}
