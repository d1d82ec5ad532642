/** What browsers record, best first; the server knows each by its bytes. */
const types = ['audio/webm;codecs=opus', 'audio/ogg;codecs=opus', 'audio/mp4'] as const;
/** Bits a second: speech. An hour is about 11 MB. */
const rate = 24_000;

/** A file with its head and no sound is shorter; a second of speech is about 3,000. */
const leastBytes = 1_000;

export const canRecord = (): boolean =>
  'MediaRecorder' in globalThis &&
  (navigator as { readonly mediaDevices?: MediaDevices }).mediaDevices !== undefined;

export interface Recording {
  /**
   * Ends it; the whole voice note, with its type without parameters. Null where the microphone gave no
   * sound: a file without any would be refused when nobody can say it again.
   */
  readonly stop: () => Promise<Blob | null>;
}

/**
 * Begins to record what the microphone hears.
 * @throws when the person or the machine allows no microphone
 */
export async function recordVoice(): Promise<Recording> {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
  const mimeType = types.find((type) => MediaRecorder.isTypeSupported(type));
  const recorder = new MediaRecorder(stream, {
    audioBitsPerSecond: rate,
    ...(mimeType === undefined ? {} : { mimeType }),
  });
  const parts: Blob[] = [];
  recorder.addEventListener('dataavailable', ({ data }) => parts.push(data));
  // In parts, so that a long note does not hang on one piece of memory.
  recorder.start(1000);
  return {
    stop: () =>
      new Promise((resolve) => {
        recorder.addEventListener('stop', () => {
          for (const track of stream.getTracks()) track.stop();
          const [type = 'audio/webm'] = recorder.mimeType.split(';');
          const note = new Blob(parts, { type });
          resolve(note.size < leastBytes ? null : note);
        });
        recorder.stop();
      }),
  };
}
