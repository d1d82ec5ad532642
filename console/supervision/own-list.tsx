import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { Choice } from '../shell/choice.tsx';
import { usePageTitle } from '../shell/page-title.ts';
import { keysOf } from '../words/words.ts';
import { SupervisionTabs } from './tabs.tsx';

/** The page of a list of supervision's own records, where whoever may begins a new one. */
export function OwnListFrame(props: {
  readonly say: { readonly title: string; readonly intro: string };
  /** What is begun here; by `?do=` too, from other pages. */
  readonly begin: {
    readonly may: boolean;
    readonly verb: string;
    readonly name: string;
    readonly form: ReactNode;
  };
  readonly children: ReactNode;
}) {
  const { say, begin, children } = props;
  usePageTitle(say.title);
  const [params, setParams] = useSearchParams();
  const beginning = params.get('do') === begin.verb;
  return (
    <>
      <div className="page-head">
        <h1>{say.title}</h1>
        <SupervisionTabs />
      </div>
      <p className="quiet">{say.intro}</p>
      {begin.may && !beginning && (
        <Button type="primary" onClick={() => setParams({ do: begin.verb })}>
          {begin.name}
        </Button>
      )}
      {beginning && (
        <section className="panel narrow-form" aria-labelledby={begin.verb}>
          <h2 id={begin.verb}>{begin.name}</h2>
          {begin.form}
        </section>
      )}
      {children}
    </>
  );
}

/** Leaves the form of what is begun. */
export function useLeave(): () => void {
  const [, setParams] = useSearchParams();
  return () => setParams({}, { replace: true });
}

interface Option {
  readonly value: string;
  readonly label: string;
}

export const optionsOf = (names: Readonly<Record<string, string>>): readonly Option[] =>
  keysOf(names).map((value) => ({ value, label: names[value] ?? '' }));

/** One choice that narrows a list. */
export function Narrow<Name extends string>(props: {
  readonly by: Name;
  readonly label: string;
  readonly any: string;
  readonly options: readonly Option[];
  readonly filters: {
    readonly asked: Readonly<Record<Name, string>>;
    readonly set: (name: Name) => (value: string) => void;
  };
}) {
  const { by, label, any, options, filters } = props;
  return (
    <Choice
      compact
      label={label}
      empty={any}
      value={filters.asked[by]}
      options={options}
      onChange={filters.set(by)}
    />
  );
}
