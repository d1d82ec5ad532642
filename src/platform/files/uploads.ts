import { refuse, type Refusal, type RefusalCode, type Refused } from '../../kernel/refusals.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { InspectedContent } from './inspect.ts';
import { InspectionPool, type InspectionPoolOptions } from './inspection-pool.ts';
import { megabytes, megapixels, uploadLimits, type UploadLimits } from './limits.ts';
import { scanForVirus } from './virus-scan.ts';
import { voiceTypes } from './voice-notes.ts';

/** A file as it arrived. */
export interface Upload {
  readonly name: string;
  readonly bytes: Buffer;
}

/** A file that may be stored. */
export interface InspectedUpload extends InspectedContent {
  /** The declared name, fit to be shown, with the extension of what the file really is. */
  readonly name: string;
}

export interface UploadOptions extends InspectionPoolOptions {
  /** Socket path or host:port of clamd; without it nothing is scanned. */
  readonly clamavSocket?: string;
}

const LONGEST_NAME = 100;

/** The last part of a path, without invisible or direction-changing characters. */
export function displayName(declared: string): string {
  const last = declared.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  // Half a character, control and format characters: none of them belongs in a name.
  const visible = last.replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, '').trim();
  return [...visible].slice(0, LONGEST_NAME).join('') || '—';
}

function nameWithExtension(name: string, ext: string): string {
  const stem = name.replace(/\.[A-Za-z0-9]{1,5}$/, '');
  return `${stem === '—' || stem === '' ? 'file' : stem}.${ext}`;
}

/** Judges uploads before anything of them is stored. */
export class UploadInspector {
  readonly #pool: InspectionPool;
  readonly #limits: UploadLimits;
  readonly #clamavSocket: string | undefined;

  constructor(options: UploadOptions = {}) {
    this.#pool = new InspectionPool(options);
    this.#limits = options.limits ?? uploadLimits;
    this.#clamavSocket = options.clamavSocket;
  }

  /** What the intake form and the HTTP layer enforce already while reading. */
  get limits(): UploadLimits {
    return this.#limits;
  }

  /**
   * @param upload one file
   * @param more.voiceNotes whether it may be a voice note as browsers record it
   * @returns the file as it may be stored, or refusal `file-empty`, `file-too-large`, `file-type`,
   *   `file-pixels`, `file-damaged`, `file-archive-bomb`, `file-virus`, `file-scan-unavailable`
   */
  async inspect(
    upload: Upload,
    { voiceNotes = false }: { readonly voiceNotes?: boolean } = {},
  ): Promise<Result<InspectedUpload, Refusal>> {
    const name = displayName(upload.name);
    if (upload.bytes.length === 0) return refuse('file-empty', { name });
    if (upload.bytes.length > this.#limits.fileBytes) return this.#refuse('file-too-large', name);
    const virus = await this.#scan(upload.bytes);
    if (virus) return this.#refuse(virus, name);
    const inspection = await this.#pool.inspect(upload.bytes);
    if (!inspection.ok) return this.#refuse(inspection.fault, name);
    const { content } = inspection;
    if (!voiceNotes && voiceTypes.has(content.mediaType)) return this.#refuse('file-type', name);
    // Across the process border a Buffer arrives as its bare bytes.
    const bytes = Buffer.from(
      content.bytes.buffer,
      content.bytes.byteOffset,
      content.bytes.byteLength,
    );
    return ok({ ...content, bytes, name: nameWithExtension(name, content.ext) });
  }

  /**
   * @param uploads the files of one submission
   * @returns all of them, or the first refusal; `file-too-many` before any is looked at
   */
  async inspectAll(uploads: readonly Upload[]): Promise<Result<InspectedUpload[], Refusal>> {
    if (uploads.length > this.#limits.files) {
      return refuse('file-too-many', { limit: this.#limits.files });
    }
    const inspected: InspectedUpload[] = [];
    for (const upload of uploads) {
      const result = await this.inspect(upload);
      if (!result.ok) return result;
      inspected.push(result.value);
    }
    return ok(inspected);
  }

  /** Ends the processes that read the files. */
  close(): void {
    this.#pool.close();
  }

  async #scan(bytes: Buffer): Promise<'file-virus' | 'file-scan-unavailable' | undefined> {
    if (this.#clamavSocket === undefined) return undefined;
    const verdict = await scanForVirus(this.#clamavSocket, bytes);
    if (verdict === 'clean') return undefined;
    return verdict === 'infected' ? 'file-virus' : 'file-scan-unavailable';
  }

  #refuse(code: RefusalCode, name: string): Refused {
    if (code === 'file-too-large') {
      return refuse(code, { name, limit: megabytes(this.#limits.fileBytes) });
    }
    if (code === 'file-pixels') {
      return refuse(code, { name, limit: megapixels(this.#limits.pixels) });
    }
    return refuse(code, { name });
  }
}
