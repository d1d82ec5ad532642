import { Link, useParams } from 'react-router';
import type { ConsequenceStep } from '../../src/capabilities/supervision/consequences/contract.ts';
import { limits } from '../../src/capabilities/supervision/consequences/limits.ts';
import type {
  ConsequenceFileView,
  ConsequenceNoteView,
  ConsequenceView,
} from '../../src/capabilities/supervision/consequences/view.ts';
import { displayPetitionNumber } from '../../src/kernel/petition-number.ts';
import { todayInShanghai } from '../shell/date-typing.ts';
import { formatMoment, formatSize } from '../shell/format.ts';
import { OpenedRecord } from '../shell/opened-record.tsx';
import type { ShortField } from '../shell/short-form.tsx';
import { useSpeech, useWords } from '../shell/words-context.tsx';
import type { Words } from '../words/words.ts';
import { DueDay } from './letters-due.tsx';
import { serviceFields } from './letters-fields.ts';
import { StepsPanel, type OpenStep } from './letters-steps.tsx';

const keyOf = (id: string) => ['consequence', id] as const;

/** One consequence: why, what the unit said, what was decided, and what came of it. */
export function ConsequencePage() {
  const { id = '' } = useParams();
  const { consequences: say } = useWords();
  return (
    <OpenedRecord<ConsequenceView>
      queryKey={keyOf(id)}
      path={`/supervision/consequences/${id}`}
      title={say.title}
      titleOf={({ kind, unit }) => `${say.kind[kind]} ${unit.name}`}
    >
      {(view) => <Opened view={view} />}
    </OpenedRecord>
  );
}

const area = { kind: 'area', required: true, limit: limits.words } as const;

/** The days that a decision of each kind needs. */
function termFields(
  view: ConsequenceView,
  { label }: Words['consequences'],
): readonly ShortField[] {
  const day = (name: 'heldOn' | 'from' | 'to' | 'correctBy'): ShortField => ({
    name,
    kind: 'date',
    required: true,
    label: label[name],
    first: view.terms?.[name] ?? '',
  });
  switch (view.kind) {
    case 'interview':
      return [
        day('heldOn'),
        {
          name: 'place',
          kind: 'text',
          required: true,
          label: label.place,
          first: view.terms?.place ?? '',
          limit: limits.place,
        },
      ];
    case 'circulated-notice':
      return [];
    case 'warning':
      return [day('correctBy')];
    case 'listing':
      return [day('from'), day('to'), day('correctBy')];
  }
}

function fieldsOf(
  step: ConsequenceStep,
  view: ConsequenceView,
  words: Words,
  today: string,
): readonly ShortField[] {
  const { label, help } = words.consequences;
  const files: ShortField = { name: 'uploads', kind: 'uploads', label: label.files };
  const on: ShortField = {
    name: 'on',
    kind: 'date',
    required: true,
    label: label.on,
    first: today,
  };
  const note: ShortField = { ...area, name: 'words', label: label.words, limit: limits.reason };
  switch (step) {
    case 'makeStatement':
      return [{ ...area, name: 'words', label: label.statement }, files];
    case 'draftDecision': {
      const first = view.papers.at(-1)?.words ?? '';
      const notice = view.kind === 'circulated-notice' ? { help: help.notice } : {};
      return [
        { ...area, name: 'words', label: label.decision, first, ...notice },
        ...termFields(view, words.consequences),
      ];
    }
    case 'recordCarriedOut':
      return [on, note];
    case 'reportCorrection':
      return [on, { ...area, name: 'words', label: label.correction }, files];
    case 'returnCorrection':
    case 'lift':
    case 'drop':
      return [note];
    case 'returnPaper':
      return [{ ...note, name: 'reason' }];
    case 'servePaper':
      return serviceFields(words.supervisionLetters, today);
    default:
      return [];
  }
}

const openSteps = (view: ConsequenceView): readonly OpenStep<ConsequenceStep>[] => [
  ...view.papers.flatMap((paper) => paper.steps.map((step) => ({ step, paperId: paper.id }))),
  ...view.steps.map((step) => ({ step })),
];

function Opened({ view }: { readonly view: ConsequenceView }) {
  const words = useWords();
  const { consequences: say } = words;
  const today = todayInShanghai(Date.now());
  return (
    <>
      <div className="page-head">
        <h1 className="long-words">
          {say.kind[view.kind]} · {view.unit.name} {view.post}
        </h1>
      </div>
      <p>
        {say.status[view.status]} <DueDay due={view.due} />
      </p>
      <div className="petition">
        <div className="petition-main">
          <StepsPanel
            steps={openSteps(view)}
            next={view.next}
            names={say.step}
            fieldsOf={(step) => fieldsOf(step, view, words, today)}
            path={`/supervision/consequences/${view.id}/steps`}
            expectedVersion={view.version}
            queryKey={keyOf(view.id)}
          />
          <Reason view={view} />
          <Papers view={view} />
          <Outcome view={view} />
        </div>
        <div className="petition-side">
          <Facts view={view} />
        </div>
      </div>
    </>
  );
}

function Files(props: { readonly id: string; readonly files: readonly ConsequenceFileView[] }) {
  return (
    <ul className="attachments">
      {props.files.map(({ id, name, size }) => (
        <li key={id}>
          <a
            href={`/api/v1/supervision/consequences/${props.id}/files/${id}`}
            target="_blank"
            rel="noreferrer"
          >
            {name}
          </a>{' '}
          <span className="quiet figure">{formatSize(size)}</span>
        </li>
      ))}
    </ul>
  );
}

function Reason({ view }: { readonly view: ConsequenceView }) {
  const { consequences: say } = useWords();
  return (
    <section className="panel" aria-labelledby="reason">
      <h2 id="reason">{say.label.reason}</h2>
      <p className="letter-text">{view.reason}</p>
      <h3>{say.heardTitle}</h3>
      {view.heard === null ? (
        <p className="quiet">{say.notHeard}</p>
      ) : (
        <>
          <p>
            {say.heard[view.heard.how]}{' '}
            <span className="figure">{formatMoment(view.heard.at)}</span>
          </p>
          <p className="letter-text">{view.heard.words}</p>
          <Files id={view.id} files={view.heard.files} />
        </>
      )}
    </section>
  );
}

function Papers({ view }: { readonly view: ConsequenceView }) {
  const { consequences: say, terms } = useWords();
  if (view.papers.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="papers">
      <h2 id="papers">{say.decisionTitle}</h2>
      {view.papers.map((paper) => (
        <div key={paper.id}>
          <p>
            <a
              href={`/api/v1/supervision/consequences/${view.id}/papers/${paper.id}?format=pdf`}
              target="_blank"
              rel="noreferrer"
            >
              {terms.paperKind[paper.kind]}
            </a>{' '}
            <span className="quiet">
              {terms.paperStage[paper.stage]} {paper.number}
            </span>
          </p>
          <p className="letter-text">{paper.words}</p>
        </div>
      ))}
    </section>
  );
}

function Note(props: {
  readonly id: string;
  readonly what: string;
  readonly note: ConsequenceNoteView;
}) {
  const { note } = props;
  return (
    <li>
      <p className="strong">
        {props.what} <span className="figure">{note.on}</span> {note.by}
      </p>
      <p className="letter-text">{note.words}</p>
      <Files id={props.id} files={note.files} />
    </li>
  );
}

function Outcome({ view }: { readonly view: ConsequenceView }) {
  const { consequences: say } = useWords();
  const { corrections, sentBack, done, dropped } = view;
  if (corrections.length === 0 && done === null && dropped === null) return null;
  return (
    <section className="panel" aria-labelledby="outcome">
      <h2 id="outcome">{say.outcome}</h2>
      <ul className="plain-list">
        {corrections.map((note) => (
          <Note key={note.at} id={view.id} what={say.step.reportCorrection} note={note} />
        ))}
        {sentBack.map((note) => (
          <Note key={note.at} id={view.id} what={say.step.returnCorrection} note={note} />
        ))}
        {done !== null && <Note id={view.id} what={say.status.done} note={done} />}
        {dropped !== null && <Note id={view.id} what={say.status.dropped} note={dropped} />}
      </ul>
    </section>
  );
}

function Facts({ view }: { readonly view: ConsequenceView }) {
  const { language, words } = useSpeech();
  const { consequences: say, terms, supervisionLetters } = words;
  const { basis, terms: days } = view;
  const law = language === 'zh-CN' ? basis.law : basis.lawEn;
  const rows: readonly (readonly [string, string | null])[] = [
    [say.label.unit, view.unit.name],
    [supervisionLetters.office, view.office.name],
    [say.basis, `${law} ${basis.article}`],
    [say.certainty, terms.certainty[basis.certainty]],
    [say.proposedBy, `${view.proposedBy} ${formatMoment(view.proposedAt)}`],
    [say.label.heldOn, days?.heldOn ?? null],
    [say.label.place, days?.place ?? null],
    [say.label.from, days?.from ?? null],
    [say.label.to, days?.to ?? null],
    [say.label.correctBy, days?.correctBy ?? null],
    [say.inForceOn, view.inForceOn],
  ];
  return (
    <section className="panel" aria-labelledby="facts">
      <h2 id="facts">{say.facts}</h2>
      <dl className="facts">
        <div>
          <dt>{say.column.number}</dt>
          <dd>
            {[view.petition, ...view.petitions].map(({ id, number }) => (
              <Link key={id} to={`/petitions/${id}`}>
                {displayPetitionNumber(number)}{' '}
              </Link>
            ))}
          </dd>
        </div>
        {view.letters.length > 0 && (
          <div>
            <dt>{supervisionLetters.title}</dt>
            <dd>
              {view.letters.map((id, at) => (
                <Link key={id} to={`/supervision/letters/${id}`}>
                  {supervisionLetters.panel} {at + 1}{' '}
                </Link>
              ))}
            </dd>
          </div>
        )}
        {rows.map(([label, value]) =>
          value === null ? null : (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ),
        )}
      </dl>
    </section>
  );
}
