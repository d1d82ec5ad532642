/** What an upload may be. Numbers of the intake rules; an office may lower them. */
export interface UploadLimits {
  /** Bytes of one file. */
  readonly fileBytes: number;
  /** Files of one submission. */
  readonly files: number;
  /** Pixels of one picture. */
  readonly pixels: number;
  /** Entries of an Office file. */
  readonly archiveEntries: number;
  /** Bytes that an Office file may unpack to. */
  readonly unpackedBytes: number;
}

const MEGABYTE = 1024 * 1024;

export const uploadLimits: UploadLimits = {
  fileBytes: 20 * MEGABYTE,
  files: 20,
  pixels: 50_000_000,
  archiveEntries: 2000,
  unpackedBytes: 200 * MEGABYTE,
};

export const megabytes = (bytes: number): number => Math.floor(bytes / MEGABYTE);
export const megapixels = (pixels: number): number => Math.floor(pixels / 1_000_000);
