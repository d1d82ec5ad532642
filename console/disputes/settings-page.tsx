import { Button } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import type { DisputeKind, SettingsView } from '../../src/capabilities/disputes/settings.ts';
import { api } from '../shell/api.ts';
import { usePageTitle } from '../shell/page-title.ts';
import { PlainTable } from '../shell/plain-table.tsx';
import { ProblemNote } from '../shell/problem-note.tsx';
import { ShortForm } from '../shell/short-form.tsx';
import { useCategories } from '../shell/reference-data.ts';
import { useSubmission } from '../shell/use-submission.ts';
import { Waiting } from '../shell/waiting.tsx';
import { useWords } from '../shell/words-context.tsx';
import { fill, keysOf } from '../words/words.ts';
import {
  kindFields,
  kindOfTyped,
  limitFields,
  limitsOfTyped,
  type Typed,
} from './settings-fields.ts';
import { kindsOffered, settingsKey, useNamed, useSettingsQuery } from './use-settings.ts';

type Sheet = Pick<SettingsView, 'kinds' | 'limits' | 'lookBackMonths'>;

/** The whole sheet goes back with the version that it was read at: two people do not undo each other. */
const saveSheet = (settings: SettingsView, changed: Partial<Sheet>, key: string) => {
  const { version, kinds, limits, lookBackMonths, checklist } = settings;
  const sheet = { kinds, limits, lookBackMonths, checklist, ...changed };
  return api.put<unknown>('/dispute-settings', { expectedVersion: version, ...sheet }, { key });
};

/** Local limits, months to look back and kinds of an office, each limit with its source. */
export function DisputeSettingsPage() {
  const { disputes } = useWords();
  const { settings: say } = disputes;
  usePageTitle(say.title);
  const query = useSettingsQuery(0);
  const { data } = query;
  return (
    <>
      <div className="page-head">
        <h1>{say.title}</h1>
      </div>
      <p className="quiet">{say.intro}</p>
      {query.isError && <ProblemNote error={query.error} onRetry={() => void query.refetch()} />}
      {!query.isError && data === undefined && <Waiting lines={8} />}
      {data?.mayChange === false && <p>{say.readOnly}</p>}
      {data !== undefined && (
        <>
          <Limits settings={data} />
          <Kinds settings={data} />
        </>
      )}
    </>
  );
}

/** What is being changed stands in the address; once it is saved the page shows what is kept. */
function useChanging() {
  const [params, setParams] = useSearchParams();
  const client = useQueryClient();
  const leave = () => setParams({}, { replace: true });
  const reload = () => client.invalidateQueries({ queryKey: settingsKey });
  return {
    changing: params.get('do'),
    begin: (what: string) => setParams({ do: what }),
    leave,
    reload,
    done: () => void reload().then(leave),
  };
}

function Limits({ settings }: { readonly settings: SettingsView }) {
  const { settings: say } = useWords().disputes;
  const { changing, begin, leave, done } = useChanging();
  return (
    <section className="panel" aria-labelledby="limits">
      <h2 id="limits">{say.limits}</h2>
      {changing === 'limits' && settings.mayChange ? (
        <div className="narrow-form">
          <ShortForm
            draft="dispute-settings"
            fields={limitFields(say, settings)}
            label={say.changeLimits}
            send={(typed, key) => saveSheet(settings, limitsOfTyped(typed as Typed), key)}
            onLeave={leave}
            onDone={done}
          />
        </div>
      ) : (
        <>
          <PlainTable label={say.limits} columns={say.columns}>
            {keysOf(say.limit).map((limit) => (
              <tr key={limit}>
                <td>{say.limit[limit]}</td>
                <td className="figure nowrap">
                  {fill(say.daysOf, { days: settings.limits[limit].days })}
                </td>
                <td className="long-words">{settings.limits[limit].source}</td>
              </tr>
            ))}
            <tr>
              <td>{say.months}</td>
              <td className="figure nowrap">
                {fill(say.monthsOf, { months: settings.lookBackMonths })}
              </td>
              <td />
            </tr>
          </PlainTable>
          {settings.mayChange && (
            <p className="gap-top">
              <Button onClick={() => begin('limits')}>{say.changeLimits}</Button>
            </p>
          )}
        </>
      )}
    </section>
  );
}

function Kinds({ settings }: { readonly settings: SettingsView }) {
  const { settings: say } = useWords().disputes;
  const { changing, begin, leave, done, reload } = useChanging();
  const categories = useCategories();
  const named = useNamed();
  const changed = settings.kinds.find(({ code }) => `kind:${code}` === changing);
  const { submit, busy, error } = useSubmission((kinds: readonly DisputeKind[], key) =>
    saveSheet(settings, { kinds }, key),
  );
  const replaced = (kind: DisputeKind) =>
    settings.kinds.map((each) => (each.code === kind.code ? kind : each));
  const offer = async (kind: DisputeKind, retired: boolean): Promise<void> => {
    if ((await submit(replaced({ ...kind, retired }))) !== null) await reload();
  };
  const form = (changing === 'kind' || changed !== undefined) && settings.mayChange;
  const lastOne = kindsOffered(settings).length === 1;
  const title = changed ? fill(say.changeKind, { kind: named(changed.name) }) : say.addKind;
  return (
    <section className="panel gap-top" aria-labelledby="kinds">
      <h2 id="kinds">{say.kinds}</h2>
      <p className="quiet">{say.kindsIntro}</p>
      {error !== null && <ProblemNote error={error} />}
      {form && (
        <div className="narrow-form">
          <h3>{title}</h3>
          <ShortForm
            key={changed?.code ?? ''}
            draft={`dispute-kind:${changed?.code ?? ''}`}
            fields={kindFields(
              say,
              categories.map(({ name }) => name),
              changed,
            )}
            label={title}
            send={(typed, key) => {
              const kind = kindOfTyped(typed as Typed, changed);
              const kinds = changed ? replaced(kind) : [...settings.kinds, kind];
              return saveSheet(settings, { kinds }, key);
            }}
            onLeave={leave}
            onDone={done}
          />
        </div>
      )}
      <PlainTable label={say.kinds} columns={say.kindColumns} acts={settings.mayChange}>
        {settings.kinds.map((kind) => (
          <tr key={kind.code}>
            <td className="nowrap">{named(kind.name)}</td>
            <td className="long-words">{kind.topics.join('、')}</td>
            <td>{kind.retired === true && <span className="tag">{say.retired}</span>}</td>
            {settings.mayChange && (
              <td className="nowrap">
                <Button size="small" onClick={() => begin(`kind:${kind.code}`)}>
                  {fill(say.changeKind, { kind: named(kind.name) })}
                </Button>{' '}
                {kind.retired !== true && lastOne ? (
                  <span className="quiet">{say.last}</span>
                ) : (
                  <Button
                    size="small"
                    disabled={busy}
                    onClick={() => void offer(kind, kind.retired !== true)}
                  >
                    {fill(kind.retired === true ? say.restore : say.retire, {
                      kind: named(kind.name),
                    })}
                  </Button>
                )}
              </td>
            )}
          </tr>
        ))}
      </PlainTable>
      {settings.mayChange && !form && (
        <p className="gap-top">
          <Button onClick={() => begin('kind')}>{say.addKind}</Button>
        </p>
      )}
    </section>
  );
}
