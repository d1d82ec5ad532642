import { Link, useParams } from 'react-router';
import type { LettersStep } from '../../src/capabilities/supervision/letters/contract.ts';
import type { LettersView, LetterView } from '../../src/capabilities/supervision/letters/view.ts';
import { displayPetitionNumber } from '../../src/kernel/petition-number.ts';
import { todayInShanghai } from '../shell/date-typing.ts';
import { formatMoment, formatSize } from '../shell/format.ts';
import { OpenedRecord } from '../shell/opened-record.tsx';
import { useWords } from '../shell/words-context.tsx';
import { fill, wordFor } from '../words/words.ts';
import { DueDay } from './letters-due.tsx';
import { fieldsOf } from './letters-fields.ts';
import { StepsPanel, type OpenStep } from './letters-steps.tsx';

const keyOf = (id: string) => ['supervision-letters', id] as const;

/** One ladder: the letters, what was answered, and what comes next. */
export function LettersPage() {
  const { id = '' } = useParams();
  const { supervisionLetters: say } = useWords();
  return (
    <OpenedRecord<LettersView>
      queryKey={keyOf(id)}
      path={`/supervision/letters/${id}`}
      title={say.title}
      titleOf={({ name, unit }) => `${name} ${unit.name}`}
    >
      {(view) => <Opened view={view} />}
    </OpenedRecord>
  );
}

const openSteps = (view: LettersView): readonly OpenStep<LettersStep>[] => [
  ...view.letters.flatMap(({ paper }) => paper.steps.map((step) => ({ step, paperId: paper.id }))),
  ...view.allowances.flatMap(({ command, allowed }) => (allowed ? [{ step: command }] : [])),
];

/** A choice travels as text; the rules count steps. */
const inputOf = (step: LettersStep, typed: Record<string, unknown>): Record<string, unknown> =>
  step === 'raiseLetter' ? { ...typed, to: Number(typed['to']) } : typed;

function Opened({ view }: { readonly view: LettersView }) {
  const words = useWords();
  const { supervisionLetters: say } = words;
  const today = todayInShanghai(Date.now());
  return (
    <>
      <div className="page-head">
        <h1 className="long-words">
          {view.name} · {view.unit.name}
        </h1>
      </div>
      <p>
        {say.status[view.status]} <DueDay due={view.due} />
      </p>
      {view.draftDue !== null && (
        <p>
          {say.draftDue} <DueDay due={view.draftDue} />
        </p>
      )}
      <div className="petition">
        <div className="petition-main">
          <StepsPanel
            steps={openSteps(view)}
            next={view.next}
            names={say.step}
            fieldsOf={(step) => fieldsOf(step, view, words, today)}
            inputOf={inputOf}
            path={`/supervision/letters/${view.id}/steps`}
            expectedVersion={view.version}
            queryKey={keyOf(view.id)}
          />
          {view.letters.toReversed().map((letter) => (
            <LetterPanel key={letter.paper.id} view={view} letter={letter} />
          ))}
          <Story view={view} />
        </div>
        <div className="petition-side">
          <Facts view={view} />
        </div>
      </div>
    </>
  );
}

function LetterPanel(props: { readonly view: LettersView; readonly letter: LetterView }) {
  const { view, letter } = props;
  const { supervisionLetters: say, terms } = useWords();
  const { paper } = letter;
  const heading = `letter-${paper.id}`;
  return (
    <section className="panel" aria-labelledby={heading}>
      <h2 id={heading}>
        {letter.name} <span className="tag">{say.letterState[letter.state]}</span>
      </h2>
      <p>
        {fill(say.to, { unit: letter.addressee.name })} ·{' '}
        <a
          href={`/api/v1/supervision/letters/${view.id}/papers/${paper.id}?format=pdf`}
          target="_blank"
          rel="noreferrer"
        >
          {say.openPaper}
        </a>{' '}
        <span className="quiet">
          {terms.paperStage[paper.stage]} {paper.number}
        </span>
      </p>
      {paper.bySystem && paper.stage !== 'void' && <p className="restored">{say.bySystem}</p>}
      {letter.reason !== null && (
        <p>
          {say.label.reason}：{letter.reason}
        </p>
      )}
      {paper.words !== '' && <p className="letter-text">{paper.words}</p>}
      {letter.servedOn !== null && (
        <p>
          {fill(say.served, { day: letter.servedOn })}{' '}
          {letter.inTime === null ? (
            <DueDay due={letter.due} />
          ) : (
            <span className="tag">{letter.inTime ? say.inTime : say.late}</span>
          )}
        </p>
      )}
      {letter.answers.map((answer) => (
        <div key={answer.at}>
          <p className="strong">
            {fill(say.answeredBy, { unit: answer.unit.name })} {answer.by}{' '}
            <span className="figure">{answer.receivedOn ?? formatMoment(answer.at)}</span>
          </p>
          <p className="letter-text">{answer.words}</p>
          <ul className="attachments">
            {answer.files.map(({ id, name, size }) => (
              <li key={id}>
                <a
                  href={`/api/v1/supervision/letters/${view.id}/files/${id}`}
                  target="_blank"
                  rel="noreferrer"
                >
                  {name}
                </a>{' '}
                <span className="quiet figure">{formatSize(size)}</span>
              </li>
            ))}
          </ul>
          {answer.judged !== null && (
            <p>
              {answer.judged.accepted ? say.accepted : say.returned} {answer.judged.by}：
              {answer.judged.words}
            </p>
          )}
        </div>
      ))}
    </section>
  );
}

function Facts({ view }: { readonly view: LettersView }) {
  const { supervisionLetters: say } = useWords();
  return (
    <section className="panel" aria-labelledby="facts">
      <h2 id="facts">{say.facts}</h2>
      <dl className="facts">
        <div>
          <dt>{say.column.number}</dt>
          <dd>
            <Link to={`/petitions/${view.petition.id}`}>
              {displayPetitionNumber(view.petition.number)}
            </Link>
          </dd>
        </div>
        <div>
          <dt>{say.column.unit}</dt>
          <dd>{view.unit.name}</dd>
        </div>
        <div>
          <dt>{say.office}</dt>
          <dd>{view.office.name}</dd>
        </div>
        {view.withdrawal !== null && (
          <div>
            <dt>{say.status.withdrawn}</dt>
            <dd>{view.withdrawal}</dd>
          </div>
        )}
      </dl>
      <h3>{say.ladder}</h3>
      <ol className="plain-list">
        {view.steps.map(({ kind, name, days, source }) => (
          <li key={kind}>
            {fill(say.rung, { name, days })} <span className="quiet">{source}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Story({ view }: { readonly view: LettersView }) {
  const { supervisionLetters: say } = useWords();
  return (
    <section className="panel" aria-labelledby="story">
      <h2 id="story">{say.timeline}</h2>
      <ol className="plain-list">
        {view.timeline.map(({ seq, at, type, actor, unit }) => (
          <li key={seq}>
            <span className="figure">{formatMoment(at)}</span> {wordFor(say.event, type)} {unit}{' '}
            {actor === 'system' ? say.system : actor}
          </li>
        ))}
      </ol>
    </section>
  );
}
