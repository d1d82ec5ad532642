import type { FastifyRequest } from 'fastify';
import { refuse, type Refusal } from '../kernel/refusals.ts';
import type { Result } from '../kernel/result.ts';
import { fileLimits, verifyCsrf } from '../platform/http/index.ts';

/** A form as it was sent: every field as text, in the order of the page. */
export class SentForm {
  readonly #fields: ReadonlyMap<string, readonly string[]>;

  constructor(fields: ReadonlyMap<string, readonly string[]>) {
    this.#fields = fields;
  }

  /** The field's first value; the empty text when it was not sent. */
  text(name: string): string {
    return this.#fields.get(name)?.[0] ?? '';
  }

  all(name: string): readonly string[] {
    return this.#fields.get(name) ?? [];
  }

  has(name: string): boolean {
    return this.#fields.has(name);
  }

  /** Which button was pressed. */
  get pressed(): string {
    return this.text('do') || 'next';
  }
}

/** A form without files, already parsed by the server. */
export const sentForm = (request: FastifyRequest): SentForm => {
  const body = (request.body ?? {}) as Readonly<Record<string, string | readonly string[]>>;
  return new SentForm(
    new Map(
      Object.entries(body).map(([name, value]) => [
        name,
        typeof value === 'string' ? [value] : value,
      ]),
    ),
  );
};

export interface ReceivedFile {
  readonly name: string;
  readonly bytes: Buffer;
}

/** A file over the limit is cut off and judged by us; thrown, it would end the whole form. */
const keepGoing = { limits: { files: fileLimits.files }, throwFileSizeLimit: false };

/**
 * Reads a form with files, one file in memory at a time. A file that is too large spoils neither
 * the other files nor the text.
 * @param tokenName the name of the form's token field
 * @param onFile takes each file; not called before the form's token was found genuine
 * @returns the form, and what was refused; or `csrf-refused` with nothing taken
 */
export const receiveForm = async (
  request: FastifyRequest,
  tokenName: string,
  onFile: (file: ReceivedFile) => Promise<Refusal | undefined>,
): Promise<{
  readonly form: SentForm;
  readonly refusals: readonly Refusal[];
  readonly genuine: Result<undefined, Refusal>;
}> => {
  const fields = new Map<string, string[]>();
  const refusals: Refusal[] = [];
  let genuine: Result<undefined, Refusal> | undefined;
  const judge = (): Result<undefined, Refusal> =>
    (genuine ??= verifyCsrf(request, fields.get(tokenName)?.[0]));
  try {
    for await (const part of request.parts(keepGoing)) {
      if (part.type === 'field') {
        const values = fields.get(part.fieldname) ?? [];
        if (typeof part.value === 'string') values.push(part.value);
        fields.set(part.fieldname, values);
        continue;
      }
      const bytes = await part.toBuffer();
      const { filename } = part;
      // An empty file input is sent as a file without name and content.
      if (!judge().ok || (filename === '' && bytes.length === 0)) continue;
      const refusal = part.file.truncated
        ? tooLarge(filename)
        : await onFile({ name: filename, bytes });
      if (refusal !== undefined) refusals.push(refusal);
    }
  } catch (error) {
    if (!isTooMany(error)) throw error;
    refusals.push(refuse('file-too-many', { limit: fileLimits.files }).refusal);
  }
  return { form: new SentForm(fields), refusals, genuine: judge() };
};

const tooLarge = (name: string): Refusal =>
  refuse('file-too-large', { name, limit: fileLimits.megabytes }).refusal;

const isTooMany = (error: unknown): boolean =>
  /^FST_(?:FILES|PARTS|FIELDS)_LIMIT$/.test((error as { readonly code?: string }).code ?? '');

/** Whether a form's token is genuine. */
export const isGenuine = (request: FastifyRequest): boolean => verifyCsrf(request).ok;
