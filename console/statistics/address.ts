import { useSearchParams } from 'react-router';

/** What the address bar says of a table; the same names as the server's. */
export type Asked = Readonly<Record<string, string>>;

/** By what figures can be narrowed on these pages. */
export const narrowings = ['region', 'unit', 'topic', 'channel', 'leader'] as const;

/** Period, day of knowledge, comparison and narrowing. */
export const frameNames = ['preset', 'from', 'to', 'asOf', 'compare', ...narrowings] as const;

/** The names of a table beside those of its frame. */
export const tableNames = ['measures', 'rows', 'columns', 'step', ...frameNames] as const;

/** What of an address belongs to a query; a span of days stands instead of a named period. */
export function askedIn(params: URLSearchParams, names: readonly string[]): Asked {
  const pairs = names.flatMap((name) => {
    const value = params.get(name);
    return value === null || value === '' ? [] : [[name, value] as const];
  });
  const asked = Object.fromEntries(pairs) as Record<string, string>;
  if (asked['from'] !== undefined && asked['to'] !== undefined) {
    delete asked['preset'];
    return asked;
  }
  delete asked['from'];
  delete asked['to'];
  return { ...asked, preset: asked['preset'] ?? 'year' };
}

/** The address as a query, and how to change it: an empty value leaves it out. */
export function useAsked(names: readonly string[]) {
  const [params, setParams] = useSearchParams();
  const change = (values: Asked) =>
    setParams(
      () => {
        // The address is ahead of what is drawn: two changes in quick succession are both kept.
        const next = new URLSearchParams(window.location.search);
        for (const [name, value] of Object.entries(values)) {
          if (value === '') next.delete(name);
          else next.set(name, value);
        }
        return next;
      },
      { replace: true, preventScrollReset: true },
    );
  return { params, asked: askedIn(params, names), change };
}

/** The same without some of it. */
export const without = (asked: Asked, names: readonly string[]): Asked =>
  Object.fromEntries(Object.entries(asked).filter(([name]) => !names.includes(name)));

const search = (asked: Asked): string => new URLSearchParams(asked).toString();

export interface NumberPlace {
  readonly measure: string;
  readonly part: 'numerator' | 'denominator';
  readonly rows?: string | undefined;
  readonly row?: string | undefined;
  readonly columns?: string | undefined;
  readonly column?: string | undefined;
}

/** Where the list behind a number is. */
export function behindAddress(asked: Asked, place: NumberPlace): string {
  const frame = without(asked, ['measures', 'compare', 'rows', 'columns']);
  const own = Object.entries(place).filter((pair): pair is [string, string] => Boolean(pair[1]));
  return `/statistics/behind?${search({ ...frame, ...Object.fromEntries(own) })}`;
}

/** The same page with something else asked. */
export const addressWith = (page: string, asked: Asked, more: Asked): string => {
  const all = Object.entries({ ...asked, ...more }).filter(([, value]) => value !== '');
  return `${page}?${search(Object.fromEntries(all))}`;
};

/** Whether a measure can be narrowed as the address asks. */
export const isNarrowable = (dimensions: readonly string[], asked: Asked): boolean =>
  narrowings.every((name) => asked[name] === undefined || dimensions.includes(name));
