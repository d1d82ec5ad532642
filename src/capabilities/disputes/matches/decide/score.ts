import type { Likeness } from '../case.ts';

/** What is known of an earlier dispute and a petition without knowing anybody in them. */
export interface Compared {
  readonly sameVillage: boolean;
  readonly sameKind: boolean;
  /** Telling words of the dispute, of the petition, and those that both have. */
  readonly words: { readonly dispute: number; readonly petition: number; readonly shared: number };
}

export interface Score {
  /** 0 to 1. */
  readonly score: number;
  readonly likenesses: readonly Likeness[];
}

/** Fewer shared words than these say nothing, however short the texts are. */
const fewest = 4;
/** Less of the shorter text than this is chance: measured on the demo county's petitions. */
const leastShare = 0.12;
/** Below this nobody is asked to look. */
export const leastScore = 0.3;
/** So many are shown at most: more would be a list and no hint. */
export const mostMatches = 3;

/**
 * How alike a dispute and a petition are: like words weigh most, then place and kind. Who is concerned
 * is not asked (D-2).
 * @returns null where they are not alike enough to be shown to anybody
 */
export function scoreOf({ sameVillage, sameKind, words }: Compared): Score | null {
  const shorter = Math.max(1, Math.min(words.dispute, words.petition));
  const share = Math.min(1, words.shared / shorter);
  if (words.shared < fewest || share < leastShare) return null;
  const score = 0.6 * share + (sameKind ? 0.2 : 0) + (sameVillage ? 0.2 : 0);
  if (score < leastScore) return null;
  return {
    score: Math.round(score * 100) / 100,
    likenesses: [
      sameVillage ? 'village' : 'township',
      ...(sameKind ? (['kind'] as const) : []),
      'words',
    ],
  };
}
