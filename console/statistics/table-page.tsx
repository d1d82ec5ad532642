import { Button } from 'antd';
import type { MeasureEntry } from '../../src/capabilities/statistics/contract.ts';
import { queryOf } from '../shell/api.ts';
import { Choice } from '../shell/choice.tsx';
import { Field } from '../shell/field.tsx';
import { usePageTitle } from '../shell/page-title.ts';
import { ProblemNote } from '../shell/problem-note.tsx';
import { SearchSelectMany } from '../shell/search-select.tsx';
import { Waiting } from '../shell/waiting.tsx';
import { useSpeech } from '../shell/words-context.tsx';
import { fill, keysOf } from '../words/words.ts';
import { isNarrowable, tableNames, useAsked, type Asked } from './address.ts';
import { nameIn } from './figures.ts';
import { FrameBar } from './frame-bar.tsx';
import { FreeTable } from './free-table.tsx';
import { FreshnessNote } from './freshness-note.tsx';
import { useMeasures, useTable } from './queries.ts';
import { SavedTables } from './saved-tables.tsx';
import { StatisticsHead } from './statistics-head.tsx';
import { useFace } from './use-face.ts';

const mostMeasures = 12;

/** Whether a measure can be cut and narrowed as asked. */
const isMeasurable = ({ dimensions }: MeasureEntry, asked: Asked): boolean =>
  isNarrowable(dimensions, asked) &&
  [asked['rows'], asked['columns']].every(
    (cut) => cut === undefined || (dimensions as readonly string[]).includes(cut),
  );

/** A table put together by its reader; the address bar holds all of it (T-3). */
export function TablePage() {
  const { language, words } = useSpeech();
  const say = words.statistics.builder;
  usePageTitle(say.title);
  const face = useFace();
  const { asked, change } = useAsked(tableNames);
  const catalogue = useMeasures().data ?? [];
  const chosen = (asked['measures'] ?? '').split(',').filter((id) => id !== '');
  const entries = chosen.flatMap((id) => catalogue.find((each) => each.id === id) ?? []);
  const shown = entries.filter((entry) => isMeasurable(entry, asked));
  const left = entries.filter((entry) => !shown.includes(entry));
  const query = { ...asked, measures: shown.map(({ id }) => id).join(',') };
  const table = useTable(query, { enabled: shown.length > 0 });
  const cut = (name: 'rows' | 'columns', other: 'rows' | 'columns') => {
    const { dimension } = words.statistics;
    return (
      <Field label={say[name]}>
        {(aria) => (
          <Choice
            aria={aria}
            empty={say.none}
            value={asked[name] ?? ''}
            options={keysOf(dimension)
              .filter((value) => value !== asked[other])
              .map((value) => ({ value, label: dimension[value] }))}
            onChange={(value) => change({ [name]: value })}
          />
        )}
      </Field>
    );
  };
  const byTime = asked['rows'] === 'period' || asked['columns'] === 'period';
  return (
    <div className="statistics">
      <StatisticsHead title={say.title} />
      <p className="quiet">{say.intro}</p>
      <SavedTables query={query} canSave={shown.length > 0} />
      <div className="builder-choices no-print">
        <Field label={say.measures} id="builder-measures">
          {(aria) => (
            <SearchSelectMany
              aria={aria}
              value={chosen}
              options={catalogue.map(({ id, name }) => ({
                value: id,
                label: nameIn(name, language),
              }))}
              onChange={(ids) => change({ measures: ids.slice(0, mostMeasures).join(',') })}
            />
          )}
        </Field>
        {cut('rows', 'columns')}
        {cut('columns', 'rows')}
        {byTime && (
          <Field label={say.step}>
            {(aria) => (
              <Choice
                aria={aria}
                value={asked['step'] ?? 'month'}
                options={keysOf(words.statistics.step).map((value) => ({
                  value,
                  label: words.statistics.step[value],
                }))}
                onChange={(step) => change({ step })}
              />
            )}
          </Field>
        )}
      </div>
      {face !== null && <FrameBar {...{ asked, face, change }} />}
      {left.length > 0 && (
        <p className="quiet" role="status">
          {fill(say.unmeasured, {
            names: left.map(({ name }) => nameIn(name, language)).join('、'),
          })}
        </p>
      )}
      {shown.length === 0 && left.length === 0 && (
        <div className="empty panel">
          <p className="empty-title">{say.choose}</p>
          <p>{say.chooseHelp}</p>
        </div>
      )}
      {shown.length > 0 && (
        <div className="row batch-bar no-print">
          <Button
            onClick={() => change({ rows: asked['columns'] ?? '', columns: asked['rows'] ?? '' })}
          >
            {say.transpose}
          </Button>
          {(['xlsx', 'csv'] as const).map((kind) => (
            <Button key={kind} href={`/api/v1/statistics/table.${kind}${queryOf(query)}`} download>
              {say[kind]}
            </Button>
          ))}
        </div>
      )}
      {table.isError && <ProblemNote error={table.error} onRetry={() => void table.refetch()} />}
      {table.isLoading && <Waiting lines={8} />}
      {shown.length > 0 && table.data !== undefined && (
        <>
          <FreshnessNote table={table.data} />
          <FreeTable table={table.data} asked={query} />
        </>
      )}
    </div>
  );
}
