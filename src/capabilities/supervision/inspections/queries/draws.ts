import { createHash } from 'node:crypto';
import { drawBySeed, listText } from '../../../../kernel/draw.ts';
import { scopeOf } from '../../../../platform/database/index.ts';
import { systemActor } from '../../../petitions/index.ts';
import type { SupervisionDeps } from '../../commands/deps.ts';
import { findDraw, findDraws } from '../draw-store.ts';
import type { DrawRow } from '../programme.ts';
import type { DrawList, DrawView } from '../view.ts';
import { unitNamed } from './lines.ts';

const scope = scopeOf(systemActor('inspections'));
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** What a draw gives when it is done again. */
export interface Redrawn {
  readonly listHash: string;
  /** Whether the list has the hash that was published. */
  readonly sameList: boolean;
  readonly result: readonly string[];
  /** Whether this is what was drawn; null where nothing was drawn yet. */
  readonly sameResult: boolean | null;
}

/**
 * Does a draw again from what is public of it (U-1).
 * @param seed any text; the published one unless told
 */
export function redraw(
  draw: Pick<DrawView, 'entries' | 'listHash' | 'take' | 'drawn'>,
  seed: string = draw.drawn?.seed ?? '',
): Redrawn {
  const listHash = sha256(listText(draw.entries));
  const result = drawBySeed(draw.entries, seed, draw.take, sha256);
  return {
    listHash,
    sameList: listHash === draw.listHash,
    result,
    sameResult: draw.drawn === null ? null : draw.drawn.result.join('\n') === result.join('\n'),
  };
}

const viewOf = (
  organisation: Parameters<typeof unitNamed>[0],
  { office, frozenAt, ...draw }: DrawRow,
): DrawView => ({
  ...draw,
  entries: [...draw.entries],
  excluded: [...draw.excluded],
  office: unitNamed(organisation, office),
  frozenAt: new Date(frozenAt).toISOString(),
  drawn: draw.drawn === null ? null : { ...draw.drawn, result: [...draw.drawn.result] },
});

/** A draw as everybody may read it; null where there is none. */
export const openDraw = (deps: SupervisionDeps, id: string): Promise<DrawView | null> =>
  deps.db.withActor(scope, 'read', async (tx) => {
    const draw = await findDraw(tx, id);
    return draw === null ? null : viewOf(await deps.organisation(tx), draw);
  });

/** The latest draws, newest first. */
export const listDraws = (deps: SupervisionDeps): Promise<DrawList> =>
  deps.db.withActor(scope, 'read', async (tx) => {
    const organisation = await deps.organisation(tx);
    return {
      items: (await findDraws(tx, 100)).map((draw) => {
        const { entries: _, excluded: __, ...line } = viewOf(organisation, draw);
        return line;
      }),
    };
  });
