import { consentWays, endings } from '../../src/capabilities/disputes/contract.ts';
import type { DisputeStep } from '../../src/capabilities/disputes/contract.ts';
import { limits } from '../../src/capabilities/disputes/limits.ts';
import type { DisputeView } from '../../src/capabilities/disputes/view.ts';
import type { ShortField } from '../shell/short-form.tsx';
import type { Words } from '../words/words.ts';

export type AnyStep = DisputeStep | 'promote';

/** What a step asks for, in the words of the reader. */
export function fieldsOf(
  step: AnyStep,
  dispute: DisputeView,
  { label, help, way, how, yes, no, ownWishYes }: Words['disputes'],
): readonly ShortField[] {
  const area = (name: 'reason' | 'words' | 'agreed'): ShortField => ({
    name,
    kind: 'area',
    label: label[name],
    required: true,
    limit: limits.explanation,
  });
  switch (step) {
    case 'settle':
      return [area('agreed')];
    case 'acknowledge':
      return [];
    case 'noteAttempt':
      return [area('words')];
    case 'passUp':
    case 'takeBack':
      return [area('reason')];
    case 'passDown':
      return [
        { name: 'to', kind: 'unit', label: label.to, required: true, first: firstBelow(dispute) },
        area('reason'),
      ];
    case 'followUp':
      return [
        {
          name: 'kept',
          kind: 'choice',
          label: label.kept,
          required: true,
          first: '',
          options: [
            { value: 'yes', label: yes },
            { value: 'no', label: no },
          ],
        },
        area('words'),
      ];
    case 'endDispute':
      return [
        {
          name: 'how',
          kind: 'choice',
          label: label.how,
          required: true,
          first: '',
          options: endings.map((value) => ({ value, label: how[value] })),
        },
        area('words'),
      ];
    case 'promote':
      return [
        {
          name: 'ownWish',
          kind: 'choice',
          label: label.ownWish,
          help: help.ownWish,
          required: true,
          first: '',
          options: [{ value: 'yes', label: ownWishYes }],
        },
        {
          name: 'way',
          kind: 'choice',
          label: label.way,
          required: true,
          first: '',
          options: consentWays.map((value) => ({ value, label: way[value] })),
        },
        { name: 'saidOn', kind: 'date', label: label.saidOn, required: true },
        {
          name: 'wish',
          kind: 'area',
          label: label.wish,
          required: true,
          limit: limits.explanation,
        },
        { name: 'title', kind: 'text', label: label.title, required: true },
        {
          name: 'text',
          kind: 'area',
          label: label.text,
          required: true,
          limit: 5_000,
          first: dispute.about,
        },
        { name: 'demand', kind: 'area', label: label.demand, limit: 500 },
        { name: 'name', kind: 'text', label: label.name, required: true },
        { name: 'mobile', kind: 'text', label: label.mobile },
        { name: 'address', kind: 'text', label: label.address },
      ];
  }
}

/** The lowest of its line that is below whoever holds it. */
const firstBelow = ({ line, holder }: DisputeView): string =>
  line.find(({ unit }) => unit.id !== holder.id)?.unit.id ?? '';
