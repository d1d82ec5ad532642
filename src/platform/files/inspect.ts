import { fileTypeFromBuffer } from 'file-type';
import { inspectArchive } from './archive.ts';
import { cleanImage, type ImageFormat } from './image.ts';
import type { UploadLimits } from './limits.ts';
import { isSoundAlone, voices } from './voice-notes.ts';

/** What a good file is, from its bytes alone; the declared name has no say. */
export interface InspectedContent {
  readonly mediaType: string;
  /** Without the dot. */
  readonly ext: string;
  /** Pixels, of pictures only. */
  readonly width?: number;
  readonly height?: number;
  /** What shall be stored: a picture drawn anew, anything else as it came. */
  readonly bytes: Buffer;
}

/** The refusals that the bytes alone can earn. */
export type ContentFault = 'file-type' | 'file-pixels' | 'file-damaged' | 'file-archive-bomb';

export type Inspection =
  | { readonly ok: true; readonly content: InspectedContent }
  | { readonly ok: false; readonly fault: ContentFault };

const pictures: Readonly<Record<string, ImageFormat>> = {
  'image/jpeg': 'jpeg',
  'image/png': 'png',
  'image/apng': 'png',
  'image/webp': 'webp',
};

/** Kept as they come, under one name for each kind. */
const others: Readonly<Record<string, { readonly mediaType: string; readonly ext: string }>> = {
  'application/pdf': { mediaType: 'application/pdf', ext: 'pdf' },
  'audio/mpeg': { mediaType: 'audio/mpeg', ext: 'mp3' },
  'audio/x-m4a': { mediaType: 'audio/mp4', ext: 'm4a' },
  'audio/mp4': { mediaType: 'audio/mp4', ext: 'm4a' },
  'audio/amr': { mediaType: 'audio/amr', ext: 'amr' },
  'video/mp4': { mediaType: 'video/mp4', ext: 'mp4' },
};

const office = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

const fault = (code: ContentFault): Inspection => ({ ok: false, fault: code });

const ZIP = Buffer.from('PK\u0003\u0004', 'latin1');

/**
 * Reads the bytes of an upload. It runs in a process of its own, because what it reads is hostile
 * until it was read.
 *
 * @param bytes the file, not empty and of allowed size
 * @param limits what it may hold
 */
export async function inspectContent(bytes: Buffer, limits: UploadLimits): Promise<Inspection> {
  // Archives go straight to the bounded reader: file-type would unpack them to tell their kind.
  if (bytes.subarray(0, ZIP.length).equals(ZIP)) return inspectOffice(bytes, limits);
  const type = (await fileTypeFromBuffer(bytes).catch(() => undefined))?.mime ?? '';
  const format = pictures[type];
  if (format) return inspectPicture(bytes, format, limits);
  const [plainType = ''] = type.split(';');
  const voice = voices[plainType];
  if (voice) {
    return isSoundAlone(bytes) ? { ok: true, content: { ...voice, bytes } } : fault('file-type');
  }
  const other = others[type];
  return other ? { ok: true, content: { ...other, bytes } } : fault('file-type');
}

async function inspectOffice(bytes: Buffer, limits: UploadLimits): Promise<Inspection> {
  const verdict = await inspectArchive(bytes, limits);
  switch (verdict) {
    case 'docx':
    case 'xlsx':
      return { ok: true, content: { mediaType: office[verdict], ext: verdict, bytes } };
    case 'bomb':
      return fault('file-archive-bomb');
    case 'damaged':
      return fault('file-damaged');
    case 'macro':
    case 'other':
      return fault('file-type');
  }
}

async function inspectPicture(
  bytes: Buffer,
  format: ImageFormat,
  limits: UploadLimits,
): Promise<Inspection> {
  const image = await cleanImage(bytes, format, limits);
  if (image === 'pixels') return fault('file-pixels');
  if (image === 'damaged') return fault('file-damaged');
  const ext = format === 'jpeg' ? 'jpg' : format;
  return { ok: true, content: { mediaType: `image/${format}`, ext, ...image } };
}
