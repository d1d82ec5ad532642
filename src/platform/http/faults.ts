import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { RefusalThrown, sendRefusal, type WordedRefusal } from './problem.ts';

const megabyte = 1024 * 1024;

/** What a thrown value tells of itself; anything may be thrown. */
type Thrown = Partial<Pick<FastifyError, 'code' | 'statusCode' | 'name' | 'message' | 'stack'>>;

/** PostgreSQL out of reach: refused, cut off, shutting down, starting up, out of connections. */
const databaseGone = /^(?:ECONNREFUSED|ECONNRESET|EPIPE|57P0[1-3]|08\w{3}|53300)$/;
const diskFull = /^(?:ENOSPC|EDQUOT|53100)$/;
/** PostgreSQL keeps no NUL in a text; in an address only an attack has one. */
const noText = /^22(?:021|P05)$/;

/**
 * The refusal that a thrown error amounts to.
 * @returns nothing when it is a fault of ours
 */
export const refusalOfError = (
  thrown: unknown,
  request: Pick<FastifyRequest, 'routeOptions'>,
): WordedRefusal | undefined => {
  if (thrown instanceof RefusalThrown) return thrown.refusal;
  const error = (thrown ?? {}) as Thrown;
  const code = error.code ?? '';
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') {
    const limit = Math.floor((request.routeOptions.bodyLimit ?? megabyte) / megabyte);
    return { code: 'body-too-large', params: { limit } };
  }
  if (code === 'FST_REQ_FILE_TOO_LARGE') {
    return { code: 'file-too-large', params: { name: '', limit: fileLimits.megabytes } };
  }
  if (/^FST_(?:FILES|PARTS|FIELDS)_LIMIT$/.test(code)) {
    return { code: 'file-too-many', params: { limit: fileLimits.files } };
  }
  if (
    databaseGone.test(code) ||
    /timeout exceeded when trying to connect/.test(error.message ?? '')
  ) {
    return { code: 'database-unavailable', params: {} };
  }
  if (diskFull.test(code)) return { code: 'storage-full', params: {} };
  if (noText.test(code)) return { code: 'malformed-request', params: {} };
  const status = error.statusCode ?? 500;
  if (code.startsWith('FST_') && status >= 400 && status < 500) {
    return { code: 'malformed-request', params: {} };
  }
  return undefined;
};

/** Files of one request: how many, and how large each (product limit of W-1). */
export const fileLimits = { files: 20, megabytes: 20 } as const;

/**
 * What the log may hold of an exception: messages of databases and parsers quote what people
 * typed, so only those of our own program's faults are kept.
 */
export const describeFault = (thrown: unknown): Readonly<Record<string, unknown>> => {
  const error = (thrown ?? {}) as Thrown;
  const name = error.name ?? typeof thrown;
  const ours =
    /^(?:TypeError|RangeError|ReferenceError|Error)$/.test(name) && error.code === undefined;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    fault: name,
    ...(error.code === undefined ? {} : { faultCode: error.code }),
    ...(ours ? { faultMessage: error.message } : {}),
    frames: frames.slice(0, 12).map((line) => line.trim()),
  };
};

/** Answers whatever a handler threw; what nobody foresaw gets a reference that is in the log. */
export const handleError = (
  thrown: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply => {
  const refusal = refusalOfError(thrown, request);
  if (refusal !== undefined) return sendRefusal(reply, refusal);
  const reference = request.id;
  request.log.error({ ...describeFault(thrown), reference }, 'a request failed');
  return sendRefusal(reply, { code: 'internal-error', params: { reference } });
};
