import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import type { VisitStep } from '../../src/capabilities/case-sponsorship/ways-out/contract.ts';
import { limits } from '../../src/capabilities/case-sponsorship/ways-out/limits.ts';
import type {
  VisitLine,
  VisitPage,
} from '../../src/capabilities/case-sponsorship/ways-out/view.ts';
import { api } from '../shell/api.ts';
import { Choice } from '../shell/choice.tsx';
import { usePageTitle } from '../shell/page-title.ts';
import { PagedTable, useFilters, usePagedList } from '../shell/paged-list.tsx';
import { ShortForm, type ShortField } from '../shell/short-form.tsx';
import { useWords } from '../shell/words-context.tsx';
import { fill, type Words } from '../words/words.ts';

const addresses: Readonly<Record<VisitStep, string>> = {
  recordVisit: 'record',
  cancelVisit: 'cancellation',
};

const fieldsOf = (step: VisitStep, { label }: Words['festivalVisits']): readonly ShortField[] =>
  step === 'cancelVisit'
    ? [{ name: 'reason', kind: 'area', label: label.reason, required: true, limit: limits.reason }]
    : [
        { name: 'on', kind: 'date', label: label.on, required: true },
        { name: 'brought', kind: 'text', label: label.brought, required: true },
        { name: 'words', kind: 'area', label: label.words, limit: limits.words },
      ];

/** Visits before festivals; the one in the address stands above the list with its steps (S-5). */
export function FestivalVisitsPage() {
  const { id } = useParams();
  const { festivalVisits: say } = useWords();
  usePageTitle(say.title);
  const { asked, set } = useFilters(['festival'] as const);
  const list = usePagedList<VisitLine, VisitPage>('/festival-visits', asked);
  const chosen = list.items.find((line) => line.id === id);
  const { hasNextPage, isFetching, fetchNextPage } = list.query;
  // A line of a desk names one visit; it may stand on a later page of the list.
  const searching = id !== undefined && chosen === undefined && hasNextPage && !isFetching;
  useEffect(() => {
    if (searching) void fetchNextPage();
  }, [searching, fetchNextPage]);
  return (
    <>
      <div className="page-head">
        <h1>{say.title}</h1>
      </div>
      <p className="quiet">{say.intro}</p>
      {chosen !== undefined && <Chosen visit={chosen} />}
      <div className="filters gap-top" role="search" aria-label={say.title}>
        <Choice
          compact
          label={say.festival}
          empty={say.any}
          value={asked.festival}
          options={festivalsIn(list.first?.festivals ?? [], list.items)}
          onChange={set('festival')}
        />
      </div>
      <PagedTable list={list} label={say.title} say={say}>
        {list.items.map((line) => (
          <tr key={line.id}>
            <td>{line.festival.name}</td>
            <td className="long-words">
              <Link to={`/petitions/${line.petition.id}`}>{line.petition.title}</Link>
            </td>
            <td>{line.unit.name}</td>
            <td className="figure">{line.plannedOn}</td>
            <td>{line.goes}</td>
            <td>{say.status[line.status]}</td>
            <td>
              <span className="row">
                {line.steps.map((step) => (
                  <Link key={step} to={`/festival-visits/${line.id}?do=${step}`}>
                    {say.step[step]}
                  </Link>
                ))}
                <Link to={`/ways-out/${line.wayOutId}`}>{say.aid}</Link>
              </span>
            </td>
          </tr>
        ))}
      </PagedTable>
    </>
  );
}

/** Festivals to come and those of the lines, each once. */
function festivalsIn(coming: VisitPage['festivals'], lines: readonly VisitLine[]) {
  const all = new Map(
    [...coming, ...lines.map(({ festival }) => festival)].map(({ from, name }) => [from, name]),
  );
  return [...all].map(([from, name]) => ({ value: from, label: `${name} ${from}` }));
}

function Chosen({ visit }: { readonly visit: VisitLine }) {
  const { festivalVisits: say } = useWords();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [params] = useSearchParams();
  const step = visit.steps.find((each) => each === params.get('do'));
  const leave = () => void navigate(`/festival-visits/${visit.id}`, { replace: true });
  return (
    <section className="panel" aria-labelledby="visit">
      <h2 id="visit" className="long-words">
        {visit.festival.name} · {visit.petition.title}
      </h2>
      <p>
        {visit.unit.name} · {visit.goes} · <span className="figure">{visit.plannedOn}</span> ·{' '}
        {say.status[visit.status]}
      </p>
      {visit.visitedOn !== null && (
        <p>{fill(say.visited, { day: visit.visitedOn, brought: visit.brought })}</p>
      )}
      {visit.words !== '' && <p className="letter-text">{visit.words}</p>}
      {step === undefined ? (
        <p className="row">
          {visit.steps.map((each) => (
            <Link key={each} to={`/festival-visits/${visit.id}?do=${each}`}>
              {say.step[each]}
            </Link>
          ))}
        </p>
      ) : (
        <ShortForm
          key={`${visit.id}:${step}`}
          draft={`festival-visit:${visit.id}:${step}`}
          label={say.step[step]}
          fields={fieldsOf(step, say)}
          send={(input, key) =>
            api.post(
              `/festival-visits/${visit.id}/${addresses[step]}`,
              { expectedVersion: visit.version, input },
              { key },
            )
          }
          onLeave={leave}
          onDone={() => {
            void client.invalidateQueries({ queryKey: ['list'] });
            leave();
          }}
        />
      )}
    </section>
  );
}
