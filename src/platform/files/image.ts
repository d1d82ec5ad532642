import sharp from 'sharp';
import type { UploadLimits } from './limits.ts';

export type ImageFormat = 'jpeg' | 'png' | 'webp';

/** A picture drawn anew from its pixels. */
export interface CleanImage {
  readonly bytes: Buffer;
  readonly width: number;
  readonly height: number;
}

/** Near enough to the original for reading a photographed paper. */
const QUALITY = 88;

/**
 * Draws a picture anew: upright, and without EXIF, place, comments and whatever was hidden behind
 * the pixels.
 *
 * @param bytes the picture
 * @param format its format, which it keeps
 * @param limits how many pixels it may have
 * @returns the new picture, or why not
 */
export async function cleanImage(
  bytes: Buffer,
  format: ImageFormat,
  limits: UploadLimits,
): Promise<CleanImage | 'pixels' | 'damaged'> {
  try {
    // The header alone is read here: a picture of 60,000 × 60,000 is refused before it is unpacked.
    const { width, height, pages } = await sharp(bytes, { limitInputPixels: false }).metadata();
    if (width * height * (pages ?? 1) > limits.pixels) return 'pixels';
    const { data, info } = await sharp(bytes, {
      limitInputPixels: limits.pixels,
      failOn: 'error',
      sequentialRead: true,
    })
      .autoOrient()
      .toFormat(format, format === 'png' ? {} : { quality: QUALITY })
      .toBuffer({ resolveWithObject: true });
    return { bytes: data, width: info.width, height: info.height };
  } catch {
    return 'damaged';
  }
}
