import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link, useParams, useSearchParams } from 'react-router';
import type { LetterView } from '../../src/capabilities/leader-letters/view.ts';
import { limits } from '../../src/capabilities/leader-letters/limits.ts';
import { displayPetitionNumber } from '../../src/kernel/petition-number.ts';
import { api } from '../shell/api.ts';
import { formatMoment } from '../shell/format.ts';
import { usePageTitle } from '../shell/page-title.ts';
import { ProblemNote } from '../shell/problem-note.tsx';
import { ShortForm, type ShortField } from '../shell/short-form.tsx';
import { Waiting } from '../shell/waiting.tsx';
import { useWords } from '../shell/words-context.tsx';
import { keysOf, wordFor, type Words } from '../words/words.ts';

type Step = LetterView['steps'][number];

const keyOf = (id: string) => ['letter', id] as const;
const addresses: Readonly<Record<Step, string>> = {
  readLetter: 'readings',
  instruct: 'instructions',
};

function fieldsOf(step: Step, say: Words['letters']): readonly ShortField[] {
  const { label } = say;
  if (step === 'readLetter') {
    return [
      {
        name: 'mark',
        kind: 'choice',
        label: label.mark,
        required: true,
        first: 'seen',
        options: keysOf(say.mark).map((value) => ({ value, label: say.mark[value] })),
      },
      { name: 'words', kind: 'area', label: label.words, limit: limits.words },
    ];
  }
  return [
    { name: 'unit', kind: 'unit', label: label.unit, required: true },
    { name: 'text', kind: 'area', label: label.text, required: true, limit: limits.text },
    { name: 'dueDate', kind: 'date', label: label.dueDate, required: true },
    {
      name: 'told',
      kind: 'choice',
      label: label.told,
      help: say.toldHelp,
      required: true,
      first: 'yes',
      options: [
        { value: 'yes', label: say.yes },
        { value: 'no', label: say.no },
      ],
    },
  ];
}

/** One letter before its reader: what it says, who read it, what was instructed and came of it. */
export function LetterPage() {
  const { id = '' } = useParams();
  const { letters: say } = useWords();
  const query = useQuery({
    queryKey: keyOf(id),
    queryFn: ({ signal }) => api.get<LetterView>(`/letters/${id}`, { signal }),
  });
  usePageTitle(query.data?.petition.title ?? say.title);
  if (query.isError) {
    return (
      <>
        <h1 className="unseen">{say.title}</h1>
        <ProblemNote error={query.error} onRetry={() => void query.refetch()} />
      </>
    );
  }
  if (query.data === undefined) return <Waiting lines={12} />;
  return <Opened letter={query.data} />;
}

function Opened({ letter }: { readonly letter: LetterView }) {
  const { letters: say } = useWords();
  const [params, setParams] = useSearchParams();
  const client = useQueryClient();
  const step = letter.steps.find((each) => each === params.get('do'));
  const leave = () => setParams({}, { replace: true });
  return (
    <>
      <div className="page-head">
        <h1>{letter.petition.title}</h1>
      </div>
      <p>
        {say.status[letter.status]} · {say.before[letter.before]} ·{' '}
        <Link to={`/petitions/${letter.petition.id}`}>
          {displayPetitionNumber(letter.petition.number)}
        </Link>{' '}
        · {letter.holder.name}
      </p>
      <div className="row">
        {letter.steps.map((each, at) => (
          <Button
            key={each}
            type={at === 0 ? 'primary' : 'default'}
            onClick={() => setParams({ do: each })}
          >
            {say.step[each]}
          </Button>
        ))}
      </div>
      {step !== undefined && (
        <section className="panel" aria-labelledby="step">
          <h2 id="step">{say.step[step]}</h2>
          <ShortForm
            key={step}
            draft={`letter:${letter.id}:${step}`}
            fields={fieldsOf(step, say)}
            label={say.step[step]}
            send={(input, key) =>
              api.post(
                `/letters/${letter.id}/${addresses[step]}`,
                { expectedVersion: letter.version, input },
                { key },
              )
            }
            onLeave={leave}
            onDone={() => {
              void client.invalidateQueries({ queryKey: keyOf(letter.id) });
              void client.invalidateQueries({ queryKey: ['list'] });
              leave();
            }}
          />
        </section>
      )}
      {letter.reason !== null && (
        <section className="panel" aria-labelledby="reason">
          <h2 id="reason">{say.reason}</h2>
          <p className="letter-text">{letter.reason}</p>
        </section>
      )}
      <section className="panel" aria-labelledby="text">
        <h2 id="text">{say.text}</h2>
        <p className="letter-text">{letter.text}</p>
      </section>
      <Came letter={letter} />
    </>
  );
}

function Came({ letter }: { readonly letter: LetterView }) {
  const { letters: say, commitments } = useWords();
  return (
    <>
      <section className="panel" aria-labelledby="instructions">
        <h2 id="instructions">{say.instructions}</h2>
        {letter.instructions.length === 0 && <p className="quiet">{say.noInstructions}</p>}
        <ul className="plain-list">
          {letter.instructions.map((given) => (
            <li key={given.commitmentId}>
              <Link to={`/commitments/${given.commitmentId}`}>{given.text || given.dueDate}</Link>
              <p>
                {given.by} {formatMoment(given.at)} → {given.unit.name} ·{' '}
                <span className="figure">{given.dueDate}</span> ·{' '}
                {given.overdue ? say.overdue : wordFor(commitments.status, given.status)} ·{' '}
                {given.told ? say.told : say.internal}
              </p>
            </li>
          ))}
        </ul>
      </section>
      <section className="panel" aria-labelledby="readings">
        <h2 id="readings">{say.readings}</h2>
        {letter.readings.length === 0 && <p className="quiet">{say.noReadings}</p>}
        <ul className="plain-list">
          {letter.readings.map(({ at, by, mark, words }) => (
            <li key={at}>
              {by} <span className="figure">{formatMoment(at)}</span> {say.mark[mark]} {words}
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
