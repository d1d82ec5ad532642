import type { RecommendationLine } from '../../src/capabilities/supervision/recommendations/view.ts';
import { DueDay } from './letters-due.tsx';

/** What the body has to do next, with its day and colour; nothing where nothing is due. */
export function RecommendationDue(props: {
  readonly line: Pick<RecommendationLine, 'dueOn' | 'remainingDays' | 'colour'>;
}) {
  const { dueOn, remainingDays, colour } = props.line;
  return dueOn === null || remainingDays === null || colour === null ? null : (
    <DueDay due={{ dueDate: dueOn, remainingDays, colour }} />
  );
}
