import type { CommitmentLine } from '../../src/capabilities/commitments/view.ts';
import { ColourMark } from '../shell/colour-mark.tsx';
import { formatRemaining } from '../shell/format.ts';
import { useWords } from '../shell/words-context.tsx';

type Due = Pick<
  CommitmentLine,
  'colour' | 'remainingDays' | 'dueDate' | 'status' | 'late' | 'overdue'
>;

/** The day promised, with its colour while it matters, and whether it was kept late. */
export function DueMark({ promise }: { readonly promise: Due }) {
  const words = useWords();
  const { commitments: say } = words;
  const { colour, dueDate, remainingDays, status, late } = promise;
  if (status === 'open' && colour !== null) {
    return (
      <>
        <span className="figure">{dueDate}</span>{' '}
        <ColourMark colour={colour} text={formatRemaining(remainingDays, words)} />
      </>
    );
  }
  return (
    <>
      <span className="figure">{dueDate}</span> {late && <span className="tag">{say.late}</span>}
    </>
  );
}
