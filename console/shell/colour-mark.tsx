import type { ClockColour } from '../../src/kernel/clock-colours.ts';
import { useWords } from './words-context.tsx';

const shapes: Readonly<Record<ClockColour, string>> = {
  green: 'M6 1a5 5 0 1 0 0 10A5 5 0 1 0 6 1z',
  blue: 'M6 .5 11.5 6 6 11.5.5 6z',
  yellow: 'M6 1 11.6 11H.4z',
  red: 'M1 1h10v10H1z',
};

/** One of the four colours, always with its shape and word. */
export function ColourMark(props: { readonly colour: ClockColour; readonly text?: string }) {
  const { terms } = useWords();
  const { colour } = props;
  return (
    <span className={`mark mark-${colour}`}>
      <svg viewBox="0 0 12 12" width="11" height="11" aria-hidden="true">
        <path d={shapes[colour]} fill="currentColor" />
      </svg>
      <span>{terms.colour[colour]}</span>
      {props.text !== undefined && <span className="mark-text">{props.text}</span>}
    </span>
  );
}
