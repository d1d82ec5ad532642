import { Link, useParams } from 'react-router';
import type { LetterView } from '../../src/capabilities/leader-letters/view.ts';
import { limits } from '../../src/capabilities/leader-letters/limits.ts';
import { displayPetitionNumber } from '../../src/kernel/petition-number.ts';
import { formatMoment } from '../shell/format.ts';
import { OpenedRecord } from '../shell/opened-record.tsx';
import { RecordSteps } from '../shell/record-steps.tsx';
import type { ShortField } from '../shell/short-form.tsx';
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
  return (
    <OpenedRecord<LetterView>
      queryKey={keyOf(id)}
      path={`/letters/${id}`}
      title={say.title}
      titleOf={({ petition }) => petition.title}
    >
      {(letter) => <Opened letter={letter} />}
    </OpenedRecord>
  );
}

function Opened({ letter }: { readonly letter: LetterView }) {
  const { letters: say } = useWords();
  return (
    <>
      <div className="page-head">
        <h1>{letter.petition.title}</h1>
      </div>
      <div className="petition">
        <div className="petition-main">
          {letter.reason !== null && (
            <section className="panel" aria-labelledby="reason">
              <h2 id="reason">{say.reason}</h2>
              <p className="letter-text">{letter.reason}</p>
            </section>
          )}
          <section className="panel" aria-labelledby="text">
            <h2 id="text">{say.text}</h2>
            <p className="letter-text letter-large">{letter.text}</p>
          </section>
          <Steps letter={letter} />
          <Instructions letter={letter} />
        </div>
        <div className="petition-side">
          <Facts letter={letter} />
          <Readings letter={letter} />
        </div>
      </div>
    </>
  );
}

/** What the reader does next, below the letter, which stays in sight. */
function Steps({ letter }: { readonly letter: LetterView }) {
  const { letters: say } = useWords();
  return (
    <RecordSteps
      steps={letter.steps}
      names={say.step}
      fieldsOf={(step) => fieldsOf(step, say)}
      addressOf={(step) => `/letters/${letter.id}/${addresses[step]}`}
      expectedVersion={letter.version}
      queryKey={keyOf(letter.id)}
    />
  );
}

function Facts({ letter }: { readonly letter: LetterView }) {
  const { letters: say } = useWords();
  const { petition, unit, before, status, laidAt, holder } = letter;
  return (
    <section className="panel" aria-labelledby="facts">
      <h2 id="facts">{say.from}</h2>
      <dl className="facts">
        <div>
          <dt>{say.column.petition}</dt>
          <dd>
            <Link to={`/petitions/${petition.id}`}>{displayPetitionNumber(petition.number)}</Link>
          </dd>
        </div>
        <div>
          <dt>{say.column.status}</dt>
          <dd>{say.status[status]}</dd>
        </div>
        <div>
          <dt>{say.before[before]}</dt>
          <dd>{unit.name}</dd>
        </div>
        <div>
          <dt>{say.column.laid}</dt>
          <dd className="figure">{formatMoment(laidAt)}</dd>
        </div>
        <div>
          <dt>{say.column.holder}</dt>
          <dd>{holder.name}</dd>
        </div>
      </dl>
    </section>
  );
}

function Instructions({ letter }: { readonly letter: LetterView }) {
  const { letters: say, commitments } = useWords();
  return (
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
  );
}

function Readings({ letter }: { readonly letter: LetterView }) {
  const { letters: say } = useWords();
  return (
    <section className="panel" aria-labelledby="readings">
      <h2 id="readings">{say.readings}</h2>
      {letter.readings.length === 0 && <p className="quiet">{say.noReadings}</p>}
      <ul className="plain-list">
        {letter.readings.map(({ at, by, mark, words }) => (
          <li key={at}>
            <p>
              {by} <span className="figure">{formatMoment(at)}</span> {say.mark[mark]}
            </p>
            {words !== '' && <p className="letter-text">{words}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}
