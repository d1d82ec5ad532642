import { widthOf } from './wording.ts';

/**
 * Size of the issuing body's name in a letter's head, in points: as large as the name fits over the
 * red lines (170 mm, 482 pt), at most 36.
 */
export function headSize(name: string): number {
  return Math.min(36, Math.floor(480 / widthOf(name)));
}
