import type { DisputeLine } from '../../src/capabilities/disputes/view.ts';
import { ColourMark } from '../shell/colour-mark.tsx';
import { formatMoment, formatRemaining } from '../shell/format.ts';
import { useWords } from '../shell/words-context.tsx';

const day = 86_400_000;

/** Until when somebody must act, with its colour while it matters. */
export function DueMark({ dispute }: { readonly dispute: Pick<DisputeLine, 'dueAt' | 'colour'> }) {
  const words = useWords();
  const { dueAt, colour } = dispute;
  if (dueAt === null || colour === null) return <span className="quiet">—</span>;
  const left = Math.floor((dueAt - 1 - Date.now()) / day);
  return (
    <>
      <span className="figure">{formatMoment(dueAt - 1).slice(0, 10)}</span>{' '}
      <ColourMark colour={colour} text={formatRemaining(left, words)} />
    </>
  );
}
