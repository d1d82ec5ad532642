import type { FastifyRequest } from 'fastify';
import { refuse, type Refusal } from '../../../kernel/refusals.ts';
import type { Result } from '../../../kernel/result.ts';
import { readRowFile } from '../row-file.ts';

/**
 * The rows of the one file that a form brings.
 * @returns refusal `malformed-request` where there is no file; those of `readRowFile`
 */
export async function readSentRows(
  request: FastifyRequest,
): Promise<Result<readonly unknown[], Refusal>> {
  const file = request.isMultipart() ? await request.file() : undefined;
  return file === undefined
    ? refuse('malformed-request')
    : readRowFile(file.filename, await file.toBuffer());
}
