import { Link } from 'react-router';
import type {
  ListingPage,
  ListingView,
} from '../../src/capabilities/supervision/inspection-list/contract.ts';
import { displayPetitionNumber } from '../../src/kernel/petition-number.ts';
import { Choice } from '../shell/choice.tsx';
import { formatMoment } from '../shell/format.ts';
import { usePageTitle } from '../shell/page-title.ts';
import { PagedTable, useFilters, usePagedList } from '../shell/paged-list.tsx';
import { useUnits } from '../shell/reference-data.ts';
import { useSpeech } from '../shell/words-context.tsx';
import { fill, keysOf } from '../words/words.ts';

/** Hard cases that the leadership inspects, each with its colour and why (U-3). */
export function InspectionListPage() {
  const { language, words } = useSpeech();
  const { inspectionList: say } = words;
  usePageTitle(say.title);
  const units = useUnits();
  const { asked, set } = useFilters(['colour', 'unit', 'removed'] as const);
  const list = usePagedList<ListingView, ListingPage>('/inspection-list', asked);
  const meanings = list.first?.meanings;
  const meaning = (colour: ListingView['colour']): string =>
    meanings?.[colour][language === 'en' ? 'en' : 'zh'] ?? '';
  const nameOf = (colour: ListingView['colour']): string =>
    fill(say.colour[colour], { meaning: meaning(colour) });
  return (
    <>
      <div className="page-head">
        <h1>{say.title}</h1>
      </div>
      <p className="quiet">{say.intro}</p>
      <div className="filters" role="search" aria-label={say.title}>
        <Choice
          compact
          label={say.column.colour}
          empty={say.any}
          value={asked.colour}
          options={keysOf(say.colour).map((value) => ({ value, label: nameOf(value) }))}
          onChange={set('colour')}
        />
        <Choice
          compact
          label={say.column.unit}
          empty={say.any}
          value={asked.unit}
          options={units.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={set('unit')}
        />
        <Choice
          compact
          label={say.which}
          empty={say.listed}
          value={asked.removed}
          options={[{ value: 'yes', label: say.removed }]}
          onChange={set('removed')}
        />
      </div>
      <PagedTable list={list} label={say.title} say={say}>
        {list.items.map((line) => {
          const last = line.decisions.at(-1);
          return (
            <tr key={line.id}>
              <td className="nowrap">{nameOf(line.colour)}</td>
              <td className="figure nowrap">{displayPetitionNumber(line.petition.number)}</td>
              <td className="long-words">
                <Link to={`/petitions/${line.petition.id}`}>{line.petition.title}</Link>
              </td>
              <td>{line.unit.name}</td>
              <td className="long-words">
                {last?.reason} <span className="quiet">{last?.by}</span>
              </td>
              <td className="figure nowrap">{last !== undefined && formatMoment(last.at)}</td>
            </tr>
          );
        })}
      </PagedTable>
      {meanings !== undefined && (
        <p className="quiet">
          {fill(say.source, {
            source: meanings.source === 'assumption' ? say.assumption : meanings.source,
          })}
        </p>
      )}
    </>
  );
}
