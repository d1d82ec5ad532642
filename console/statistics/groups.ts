import type { MeasureEntry } from '../../src/capabilities/statistics/contract.ts';

/** Who looks: an office and a leader see a place, any other unit itself. */
export type Face = 'office' | 'leader' | 'unit';

export type GroupName =
  | 'now'
  | 'arrived'
  | 'passed-on'
  | 'in-time'
  | 'solved'
  | 'satisfaction'
  | 'more';

interface Group {
  readonly name: GroupName;
  readonly measures: readonly string[];
}

const groups = {
  now: ['open', 'overdue', 'on-time-conclusion', 'days-per-case'],
  arrived: ['batches', 'persons', 'group-visits', 'group-visit-persons', 'repeat-share'],
  'passed-on': ['referred', 'assigned', 'concluded'],
  'in-time': ['timely-triage', 'timely-acceptance', 'on-time-report'],
  solved: ['resolved-first', 'carried-out', 'redo-rounds', 'redo-share'],
  satisfaction: ['participation', 'satisfaction-office', 'satisfaction-unit'],
} as const satisfies Partial<Record<GroupName, readonly string[]>>;

/* What each reader answers for comes first; a unit does not triage, so that is not its page. */
const faces: Readonly<Record<Face, readonly (keyof typeof groups)[]>> = {
  office: ['now', 'arrived', 'passed-on', 'in-time', 'solved', 'satisfaction'],
  leader: ['now', 'satisfaction', 'arrived', 'solved', 'in-time'],
  unit: ['now', 'in-time', 'solved', 'satisfaction'],
};

/** A query of the server takes so many measures. */
const most = 12;

/** The measures of a page by subject; those of other capabilities come after. */
export function groupsFor(face: Face, catalogue: readonly MeasureEntry[]): readonly Group[] {
  const known = new Set(catalogue.map(({ id }) => id));
  const named = new Set<string>(Object.values(groups).flat());
  const more = catalogue.map(({ id }) => id).filter((id) => !named.has(id));
  const rest: Group[] = [];
  for (let at = 0; at < more.length; at += most) {
    rest.push({ name: 'more', measures: more.slice(at, at + most) });
  }
  return [
    ...faces[face].map((name) => ({ name, measures: groups[name].filter((id) => known.has(id)) })),
    ...rest,
  ].filter(({ measures }) => measures.length > 0);
}
