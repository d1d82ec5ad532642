import { localDateOf } from '../../../kernel/local-date.ts';
import type { Draw, DrawRow, Programme } from './programme.ts';

/** What everybody may read of a draw. */
export const publishedDrawOf = ({ office, theme }: Programme, draw: Draw): DrawRow => ({
  id: draw.id,
  office,
  frozenAt: draw.frozenAt,
  theme,
  entries: draw.list.map(({ entry }) => entry),
  excluded: draw.excluded.map(({ entry, reason }) => ({ entry, reason })),
  listHash: draw.listHash,
  take: draw.take,
  source: draw.source,
  drawn:
    draw.drawn === null
      ? null
      : { on: localDateOf(draw.drawn.at), seed: draw.drawn.seed, result: draw.drawn.result },
});
