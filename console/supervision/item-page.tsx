import { Link, useParams } from 'react-router';
import { limits } from '../../src/capabilities/supervision/must-checks/limits.ts';
import type { ItemView, WrittenView } from '../../src/capabilities/supervision/must-checks/view.ts';
import { displayPetitionNumber } from '../../src/kernel/petition-number.ts';
import { formatMoment } from '../shell/format.ts';
import { OpenedRecord } from '../shell/opened-record.tsx';
import { RecordSteps } from '../shell/record-steps.tsx';
import type { ShortField } from '../shell/short-form.tsx';
import { useWords } from '../shell/words-context.tsx';
import { fill, type Words } from '../words/words.ts';
import { Occurrences } from './evidence.tsx';
import { RecommendLink } from './recommend-link.tsx';

type Step = ItemView['steps'][number];

const keyOf = (id: string) => ['supervision-item', id] as const;
const addresses: Readonly<Record<Step, string>> = {
  answerItem: 'answers',
  closeItem: 'closing',
  returnAnswer: 'returns',
};

function fieldsOf(step: Step, { label, help }: Words['supervision']): readonly ShortField[] {
  return [
    {
      name: 'words',
      kind: 'area',
      label: label[step],
      help: help[step],
      required: true,
      limit: limits.words,
    },
    ...(step === 'returnAnswer'
      ? [{ name: 'dueDate', kind: 'date', label: label.dueDate, required: true } as const]
      : []),
  ];
}

const titleOf = ({ petition, unit }: ItemView): string => petition?.title ?? unit.name;

/** One supervision item: what was found, what the unit answered, what was decided. */
export function SupervisionItemPage() {
  const { id = '' } = useParams();
  const { supervision: say } = useWords();
  return (
    <OpenedRecord<ItemView>
      queryKey={keyOf(id)}
      path={`/supervision-items/${id}`}
      title={say.title}
      titleOf={titleOf}
    >
      {(item) => (
        <>
          <div className="page-head">
            <h1 className="long-words">
              {say.check[item.check]}：{titleOf(item)}
            </h1>
          </div>
          <div className="petition">
            <div className="petition-main">
              <RecordSteps
                steps={item.steps}
                names={say.step}
                fieldsOf={(step) => fieldsOf(step, say)}
                addressOf={(step) => `/supervision-items/${item.id}/${addresses[step]}`}
                expectedVersion={item.version}
                queryKey={keyOf(item.id)}
              />
              <section className="panel" aria-labelledby="evidence">
                <h2 id="evidence">{say.evidence}</h2>
                <p className="quiet">{say.rule[item.check]}</p>
                <Occurrences found={item.occurrences} />
              </section>
              <Answers item={item} />
              <Decisions item={item} />
            </div>
            <div className="petition-side">
              <Facts item={item} />
              <RecommendLink on="item" id={item.id} />
            </div>
          </div>
        </>
      )}
    </OpenedRecord>
  );
}

const Said = ({ what, said }: { readonly what: string; readonly said: WrittenView }) => (
  <li>
    <p>
      {what} {said.by} <span className="figure">{formatMoment(said.at)}</span>
    </p>
    <p className="letter-text">{said.words}</p>
  </li>
);

function Answers({ item }: { readonly item: ItemView }) {
  const { supervision: say } = useWords();
  return (
    <section className="panel" aria-labelledby="answers">
      <h2 id="answers">{say.answers}</h2>
      {item.answers.length === 0 && <p className="quiet">{say.noAnswers}</p>}
      <ul className="plain-list">
        {item.answers.map((answer) => (
          <Said key={answer.at} what={answer.late ? say.late : ''} said={answer} />
        ))}
      </ul>
    </section>
  );
}

function Decisions({ item }: { readonly item: ItemView }) {
  const { supervision: say } = useWords();
  const said = [
    ...item.returned.map((each) => ({
      what: fill(say.returnedUntil, { due: each.dueDate }),
      said: each,
    })),
    ...item.closings.map((each) => ({ what: say.status.closed, said: each })),
  ].toSorted((one, other) => one.said.at - other.said.at);
  return (
    <section className="panel" aria-labelledby="decisions">
      <h2 id="decisions">{say.decisions}</h2>
      {said.length === 0 && <p className="quiet">{say.noDecisions}</p>}
      <ul className="plain-list">
        {said.map((each) => (
          <Said key={each.said.at} {...each} />
        ))}
      </ul>
    </section>
  );
}

function Facts({ item }: { readonly item: ItemView }) {
  const { supervision: say } = useWords();
  const rows: readonly (readonly [string, string])[] = [
    [say.column.status, say.status[item.status]],
    [say.column.unit, item.unit.name],
    [say.office, item.office.name],
    [say.column.due, `${item.dueDate}${item.overdue ? ` ${say.overdue}` : ''}`],
    [say.openedAt, formatMoment(item.openedAt)],
    [say.times, String(item.raised.length)],
    [say.orderedBy, item.orderedBy === '' ? say.bySystem : item.orderedBy],
  ];
  return (
    <section className="panel" aria-labelledby="facts">
      <h2 id="facts">{say.facts}</h2>
      <dl className="facts">
        {item.petition !== null && (
          <div>
            <dt>{say.petition}</dt>
            <dd>
              <Link to={`/petitions/${item.petition.id}`}>
                {displayPetitionNumber(item.petition.number)}
              </Link>
            </dd>
          </div>
        )}
        {rows.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
