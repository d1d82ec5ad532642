import { Link } from 'react-router';
import type {
  AssessmentLine,
  AssessmentPage,
} from '../../src/capabilities/disputes/decisions/view.ts';
import { Choice } from '../shell/choice.tsx';
import { formatMoment } from '../shell/format.ts';
import { usePageTitle } from '../shell/page-title.ts';
import { PagedTable, useFilters, usePagedList } from '../shell/paged-list.tsx';
import { useWords } from '../shell/words-context.tsx';
import { keysOf } from '../words/words.ts';

const filters = ['kind', 'status', 'result'] as const;

/** Assessments of decisions that concern the own unit; what is filtered stands in the address. */
export function DecisionsPage() {
  const { decisions: say } = useWords();
  usePageTitle(say.title);
  const { asked, set } = useFilters(filters);
  const list = usePagedList<AssessmentLine, AssessmentPage>('/decisions', asked);
  const options = <K extends string>(words: Readonly<Record<K, string>>) =>
    keysOf(words).map((value) => ({ value, label: words[value] }));
  const choices = [
    { name: 'kind', options: options(say.kind) },
    { name: 'status', options: options(say.status) },
    { name: 'result', options: options(say.result) },
  ] as const;
  return (
    <>
      <div className="page-head">
        <h1>{say.title}</h1>
        <nav className="head-links" aria-label={say.title}>
          {list.first?.mayRecord === true && <Link to="/disputes/decisions/new">{say.record}</Link>}
          <Link to="/disputes">{say.disputes}</Link>
        </nav>
      </div>
      <p className="quiet">{say.intro}</p>
      <div className="filters" role="search" aria-label={say.filter}>
        {choices.map(({ name, options: offered }) => (
          <Choice
            key={name}
            compact
            label={say.column[name]}
            empty={say.any}
            value={asked[name]}
            options={offered}
            onChange={set(name)}
          />
        ))}
      </div>
      <PagedTable list={list} label={say.title} say={say}>
        {list.items.map((decision) => (
          <tr key={decision.id}>
            <td className="long-words">
              <Link to={`/disputes/decisions/${decision.id}`}>{decision.title}</Link>
            </td>
            <td>{say.kind[decision.kind]}</td>
            <td>{decision.unit.name}</td>
            <td>{decision.assessor.name}</td>
            <td>{say.status[decision.status]}</td>
            <td>
              {decision.result !== null && say.result[decision.result]}
              {decision.expired && <span className="tag">{say.expired}</span>}
            </td>
            <td className="figure">{formatMoment(decision.recordedAt)}</td>
          </tr>
        ))}
      </PagedTable>
    </>
  );
}
