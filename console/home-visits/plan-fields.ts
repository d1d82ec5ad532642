import { visitLimits as limits } from '../../src/capabilities/case-sponsorship/visits/limits.ts';
import type { VisitView } from '../../src/capabilities/case-sponsorship/visits/view.ts';
import type { Officer } from '../shell/reference-data.ts';
import type { ShortField } from '../shell/short-form.tsx';
import type { Words } from '../words/words.ts';

/** Fields of a plan: of a new visit, or of one that is changed. */
export function planFields(
  { plan }: Words['visits'],
  colleagues: readonly Officer[],
  before: { readonly me: string; readonly visit: VisitView | null },
): readonly ShortField[] {
  const { me, visit } = before;
  const options = colleagues.map(({ userId, displayName }) => ({
    value: userId,
    label: displayName,
  }));
  // Who goes already may stand in another unit.
  for (const { id, name } of visit?.visitors ?? []) {
    if (options.every(({ value }) => value !== id)) options.push({ value: id, label: name });
  }
  const [first = me, second] = visit?.visitors.map(({ id }) => id) ?? [];
  return [
    { name: 'day', kind: 'date', label: plan.day, required: true, first: visit?.day ?? '' },
    {
      name: 'time',
      kind: 'time',
      label: plan.time,
      help: plan.timeHelp,
      first: visit?.time ?? '',
    },
    {
      name: 'visitor',
      kind: 'choice',
      label: plan.visitor,
      required: true,
      options,
      first,
    },
    {
      name: 'second',
      kind: 'choice',
      label: plan.second,
      options,
      ...(second === undefined ? {} : { first: second }),
    },
    {
      name: 'companions',
      kind: 'text',
      label: plan.companions,
      help: plan.companionsHelp,
      first: visit?.companions ?? '',
    },
    { name: 'whom', kind: 'text', label: plan.whom, required: true, first: visit?.whom ?? '' },
    {
      name: 'place',
      kind: 'text',
      label: plan.place,
      help: plan.placeHelp,
      required: true,
      first: visit?.place ?? '',
    },
    {
      name: 'purpose',
      kind: 'area',
      label: plan.purpose,
      required: true,
      limit: limits.purpose,
      first: visit?.purpose ?? '',
    },
  ];
}

/** The body of a plan from what its form gives. */
export function planInput(typed: Readonly<Record<string, unknown>>): object {
  const { visitor, second, ...plan } = typed;
  return { ...plan, visitors: [visitor, second].filter((each) => typeof each === 'string') };
}
