import type { ClockColour } from '../../src/kernel/clock-colours.ts';
import { ColourMark } from '../shell/colour-mark.tsx';
import { formatRemaining } from '../shell/format.ts';
import { useWords } from '../shell/words-context.tsx';

/** The day until which somebody must act, with its colour; nothing where nobody must. */
export function DueDay(props: {
  readonly due: {
    readonly dueDate: string;
    readonly remainingDays: number;
    readonly colour: ClockColour;
  } | null;
}) {
  const words = useWords();
  const { due } = props;
  if (due === null) return null;
  return (
    <>
      <span className="figure">{due.dueDate}</span>{' '}
      <ColourMark colour={due.colour} text={formatRemaining(due.remainingDays, words)} />
    </>
  );
}
