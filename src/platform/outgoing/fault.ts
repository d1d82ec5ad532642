export const outgoingCodes = [
  'not-allowed',
  'not-encrypted',
  'certificate',
  'unreachable',
  'timeout',
  'redirected',
  'answer-too-long',
] as const;

export type OutgoingCode = (typeof outgoingCodes)[number];

/** A connection that did not come about. Holds a code and the host, never what was being sent. */
export class OutgoingFault extends Error {
  readonly code: OutgoingCode;

  constructor(code: OutgoingCode, host: string) {
    super(`${code}: ${host}`);
    this.name = 'OutgoingFault';
    this.code = code;
  }
}

/** Reads what Node tells of a failed connection. */
export const faultOf = (error: unknown, host: string): OutgoingFault => {
  if (error instanceof OutgoingFault) return error;
  const { code = '' } = error as { code?: string };
  if (/CERT|TLS|SSL|SELF_SIGNED|UNABLE_TO_/.test(code))
    return new OutgoingFault('certificate', host);
  if (/TIMEDOUT|ABORT/.test(code)) return new OutgoingFault('timeout', host);
  return new OutgoingFault('unreachable', host);
};
