/** Voice notes as browsers record them. Names without a dot; video/webm is what a sniffer calls both. */
export const voices: Readonly<
  Record<string, { readonly mediaType: string; readonly ext: string }>
> = {
  'audio/ogg': { mediaType: 'audio/ogg', ext: 'ogg' },
  'audio/webm': { mediaType: 'audio/webm', ext: 'webm' },
  'video/webm': { mediaType: 'audio/webm', ext: 'webm' },
};

/** Accepted only where somebody records (`UploadInspector.inspect`): in field work. */
export const voiceTypes: ReadonlySet<string> = new Set(
  Object.values(voices).map(({ mediaType }) => mediaType),
);

/** Where the codecs of a file are named, in bytes from its beginning. */
const codecsWithin = 64 * 1024;

/** Ogg names its codec in the first page, Matroska in its tracks: sound alone, no pictures. */
export function isSoundAlone(bytes: Buffer): boolean {
  const head = bytes.subarray(0, codecsWithin).toString('latin1');
  return /OpusHead|vorbis|A_OPUS|A_VORBIS/.test(head) && !/V_[A-Z]|theora/.test(head);
}
