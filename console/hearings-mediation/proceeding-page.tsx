import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useRef, useState } from 'react';
import { Link, useParams } from 'react-router';
import type { ProceedingView } from '../../src/capabilities/hearings-mediation/view.ts';
import { displayPetitionNumber } from '../../src/kernel/petition-number.ts';
import { api } from '../shell/api.ts';
import { formatMoment } from '../shell/format.ts';
import { usePageTitle } from '../shell/page-title.ts';
import { ProblemNote } from '../shell/problem-note.tsx';
import { Waiting } from '../shell/waiting.tsx';
import { useWords } from '../shell/words-context.tsx';
import { fill, wordFor } from '../words/words.ts';
import { ProceedingFacts } from './facts.tsx';
import { stepForms } from './forms.ts';
import { proceedingsKey } from './proceedings-panel.tsx';
import { TypedForm } from './typed-form.tsx';

const places = {
  hearing: 'hearings',
  mediation: 'mediations',
  're-evaluation': 're-evaluations',
  deliberation: 'deliberations',
} as const;

/** One hearing, mediation, re-evaluation or deliberation: what is known, and what can be done. */
export function ProceedingPage() {
  const { id = '', proceedingId = '' } = useParams();
  const { hearings: say } = useWords();
  const queryKey = ['proceeding', id, proceedingId];
  const query = useQuery({
    queryKey,
    queryFn: ({ signal }) =>
      api.get<ProceedingView>(`/petitions/${id}/proceedings/${proceedingId}`, { signal }),
  });
  usePageTitle(query.data === undefined ? say.title : say.kind[query.data.kind]);
  if (query.isError) {
    return (
      <>
        <h1 className="unseen">{say.title}</h1>
        <ProblemNote error={query.error} onRetry={() => void query.refetch()} />
      </>
    );
  }
  if (query.data === undefined) return <Waiting lines={10} />;
  return <Opened proceeding={query.data} reload={() => query.refetch()} />;
}

function Opened(props: {
  readonly proceeding: ProceedingView;
  readonly reload: () => Promise<unknown>;
}) {
  const { proceeding, reload } = props;
  const { hearings: say, events } = useWords();
  const client = useQueryClient();
  const [step, setStep] = useState<string | null>(null);
  const [done, setDone] = useState('');
  const notice = useRef<HTMLDivElement>(null);
  const { kind, petitionId, id, version } = proceeding;
  const forms = stepForms[kind];
  const open = proceeding.steps.filter((each) => each in forms);
  const chosen = step !== null && open.includes(step) ? step : null;
  return (
    <>
      <div className="page-head">
        <h1>
          {say.kind[kind]} · {wordFor(say.stage, proceeding.stage)}
        </h1>
        <Link to={`/petitions/${petitionId}`}>
          {fill(say.petition, { number: displayPetitionNumber(proceeding.number) })}
        </Link>
      </div>
      <div ref={notice} role="status" tabIndex={-1}>
        {done !== '' && <p className="restored">{fill(say.done, { step: done })}</p>}
      </div>
      <div className="petition">
        <div className="petition-main">
          <section className="panel" aria-label={say.fact.topic}>
            <ProceedingFacts proceeding={proceeding} />
          </section>
          <section className="panel" aria-labelledby="history">
            <h2 id="history">{say.fact.history}</h2>
            <ol className="plain-list">
              {proceeding.history.toReversed().map((entry) => (
                <li key={entry.seq}>
                  <strong>{wordFor(say.event, entry.type)}</strong>{' '}
                  <span className="quiet">
                    {formatMoment(entry.at)}{' '}
                    {entry.by === 'staff' ? `${entry.unit} ${entry.person}` : events.by[entry.by]}
                  </span>
                </li>
              ))}
            </ol>
          </section>
        </div>
        <div className="petition-side">
          <section className="panel" aria-labelledby="steps">
            <h2 id="steps">{say.nextSteps}</h2>
            {open.length === 0 && <p className="quiet">{say.noSteps}</p>}
            <div className="row">
              {open.map((each) => (
                <Button
                  key={each}
                  aria-pressed={each === chosen}
                  onClick={() => {
                    setDone('');
                    setStep(each);
                  }}
                >
                  {wordFor(say.step, each)}
                </Button>
              ))}
            </div>
            {chosen !== null && (
              <>
                <h3>{wordFor(say.step, chosen)}</h3>
                <TypedForm
                  key={`${chosen}:${version}`}
                  fields={forms[chosen] ?? []}
                  proceeding={proceeding}
                  label={say.send}
                  help={(say.help as Readonly<Record<string, string>>)[chosen]}
                  send={(input, key) =>
                    api.post<{ version: number }>(
                      `/petitions/${petitionId}/${places[kind]}/${id}/steps`,
                      { expectedVersion: version, step: { type: chosen, input } },
                      { key },
                    )
                  }
                  onLeave={() => setStep(null)}
                  onDone={() => {
                    setDone(wordFor(say.step, chosen));
                    setStep(null);
                    void reload();
                    void client.invalidateQueries({ queryKey: proceedingsKey(petitionId) });
                    void client.invalidateQueries({ queryKey: ['list'] });
                    window.setTimeout(() => notice.current?.focus(), 50);
                  }}
                />
              </>
            )}
          </section>
        </div>
      </div>
    </>
  );
}
