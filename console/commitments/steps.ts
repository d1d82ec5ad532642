import type { StaffStep } from '../../src/capabilities/commitments/contract.ts';
import { limits } from '../../src/capabilities/commitments/limits.ts';
import type { CommitmentView } from '../../src/capabilities/commitments/view.ts';
import type { ShortField } from '../shell/short-form.tsx';
import type { Words } from '../words/words.ts';

/** What a step asks for, in the words of the reader. */
export function fieldsOf(
  step: StaffStep,
  { promisedTo, source }: CommitmentView,
  { label, help }: Words['commitments'],
): readonly ShortField[] {
  const reason: ShortField = {
    name: 'reason',
    kind: 'area',
    label: label.reason,
    required: true,
    limit: limits.explanation,
  };
  const told = source === 'public-promise' ? help.toldPublic : help.told;
  switch (step) {
    case 'reportFulfilled':
      return [
        { name: 'doneOn', kind: 'date', label: label.doneOn, required: true },
        {
          name: 'evidence',
          kind: 'area',
          label: label.evidence,
          help: help.evidence,
          required: true,
          limit: limits.explanation,
        },
        { name: 'uploads', kind: 'uploads', label: label.uploads },
        ...(promisedTo === 'petitioner'
          ? [
              {
                name: 'withoutConfirmation',
                kind: 'area' as const,
                label: label.withoutConfirmation,
                help: help.withoutConfirmation,
                limit: limits.explanation,
              },
            ]
          : []),
      ];
    case 'verifyFulfilled':
      return [{ ...reason, label: label.verified, help: help.verified }];
    case 'returnReport':
      return [{ ...reason, help: help.told }];
    case 'withdrawCommitment':
      return [{ ...reason, help: told }];
    case 'changeDate':
      return [
        { name: 'dueDate', kind: 'date', label: label.newDate, required: true },
        { ...reason, help: told },
      ];
  }
}
