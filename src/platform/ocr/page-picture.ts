import sharp from 'sharp';
import { readingLimits } from './limits.ts';

/** A page to be read: words that stand in the file already, or a picture of it. */
export type Page =
  | { readonly kind: 'text'; readonly pages: number; readonly text: string }
  | { readonly kind: 'picture'; readonly pages: number; readonly picture: Buffer };

const A4_INCHES = 8.27;
/** Dots per inch that a page of this width stands for, taken as A4. */
export const dotsPerInch = Math.round(readingLimits.width / A4_INCHES);

/**
 * Grey, upright, at the width of A4 at 200 dpi. Measured: letters are read best at 30 to 50 pixels;
 * without a told resolution rules on the paper swallow whole lines.
 */
export const prepared = (picture: Buffer): Promise<Buffer> =>
  sharp(picture, { limitInputPixels: readingLimits.pixels, pages: 1 })
    .rotate()
    .flatten({ background: '#ffffff' })
    .resize({ width: readingLimits.width, height: readingLimits.width * 3, fit: 'inside' })
    .greyscale()
    .normalise()
    .png({ compressionLevel: 1 })
    .toBuffer();

/**
 * @param at from 1
 * @returns null when the file has no such page or is of a kind that has none
 */
export async function openPage(bytes: Buffer, mediaType: string, at: number): Promise<Page | null> {
  if (mediaType === 'application/pdf') {
    // Only when one is read: it takes as much memory as the model.
    const { pageOfPdf } = await import('./pdf-page.ts');
    return pageOfPdf(bytes, at);
  }
  if (!mediaType.startsWith('image/') || at !== 1) return null;
  return { kind: 'picture', pages: 1, picture: await prepared(bytes) };
}
