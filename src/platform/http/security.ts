import { createHmac } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { SecurityEvent, SecurityLog } from '../log/security-log.ts';

/** Appends to the security log. */
export type RecordSecurity = SecurityLog['record'];

/**
 * Writes what a request did into the security log, with the request's id and a keyed hash of where
 * it came from. A log that cannot be written, say on a full disk, does not keep the office
 * from working: the failure stands in the program's log, where somebody watches it.
 * @param request who asks
 * @param event codes and ids only
 */
export const recordSecurity = async (
  request: FastifyRequest,
  event: Omit<SecurityEvent, 'source' | 'request'>,
): Promise<void> => {
  const { formKey, security } = request.server;
  const address = createHmac('sha256', formKey).update(`source ${request.ip}`).digest('hex');
  try {
    await security({ ...event, source: `ip-${address.slice(0, 16)}`, request: request.id });
  } catch (error) {
    const { name, code } = error as NodeJS.ErrnoException;
    request.log.error({ fault: name, faultCode: code }, 'the security log was not written');
  }
};
