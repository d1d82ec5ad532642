import { Link } from 'react-router';
import type { DisputeLine, DisputePage } from '../../src/capabilities/disputes/view.ts';
import { Choice } from '../shell/choice.tsx';
import { formatMoment } from '../shell/format.ts';
import { usePageTitle } from '../shell/page-title.ts';
import { PagedTable, useFilters, usePagedList } from '../shell/paged-list.tsx';
import { useWords } from '../shell/words-context.tsx';
import { keysOf } from '../words/words.ts';
import { DueMark } from './due.tsx';
import { useDisputeSettings, useNamed, useOwnRegions } from './use-settings.ts';

const filters = ['whose', 'region', 'kind', 'status'] as const;

/** Disputes along the own line, or what waits at the own unit; what is filtered stands in the address. */
export function DisputesPage() {
  const { disputes: say } = useWords();
  usePageTitle(say.title);
  const named = useNamed();
  const { asked, set } = useFilters(filters);
  const settings = useDisputeSettings();
  const regions = useOwnRegions();
  const whose = asked.whose === '' ? 'waiting' : asked.whose;
  const list = usePagedList<DisputeLine, DisputePage>('/disputes', { ...asked, whose });
  const options = <K extends string>(words: Readonly<Record<K, string>>) =>
    keysOf(words).map((value) => ({ value, label: words[value] }));
  const choices = [
    { name: 'region', options: regions },
    {
      name: 'kind',
      options: (settings?.kinds ?? []).map(({ code, name }) => ({
        value: code,
        label: named(name),
      })),
    },
    { name: 'status', options: options(say.status) },
  ] as const;
  return (
    <>
      <div className="page-head">
        <h1>{say.title}</h1>
        <nav className="head-links" aria-label={say.title}>
          {list.first?.mayRecord === true && <Link to="/disputes/new">{say.record}</Link>}
          <Link to="/disputes/decisions">{say.decisions}</Link>
          {settings?.mayChange === true && (
            <Link to="/disputes/settings">{say.settings.title}</Link>
          )}
        </nav>
      </div>
      <p className="quiet">{say.intro}</p>
      <div className="filters" role="search" aria-label={say.filter}>
        <Choice
          compact
          label={say.whoseLabel}
          value={whose}
          options={options(say.whose)}
          onChange={set('whose')}
        />
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
        {list.items.map((dispute) => (
          <tr key={dispute.id}>
            <td>
              <DueMark dispute={dispute} />
            </td>
            <td className="long-words">
              <Link to={`/disputes/${dispute.id}`}>{dispute.about}</Link>
            </td>
            <td>{named(dispute.kind.name)}</td>
            <td>{dispute.region.name}</td>
            <td>{say.status[dispute.status]}</td>
            <td>
              {dispute.holder.name} <span className="quiet">{say.level[dispute.level]}</span>
            </td>
            <td className="figure">{formatMoment(dispute.recordedAt)}</td>
          </tr>
        ))}
      </PagedTable>
    </>
  );
}
