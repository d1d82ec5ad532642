import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';

const NONCE = 12;
const TAG = 16;

/**
 * A cookie that the browser carries and cannot read, with an end that it cannot move. It holds
 * what the server must not store, such as the look-up code of a petitioner who reads along.
 */
export interface SealedCookie<T> {
  readonly read: (request: FastifyRequest) => T | undefined;
  readonly write: (reply: FastifyReply, value: T) => void;
  readonly clear: (reply: FastifyReply) => void;
}

/**
 * @param name of the cookie, which is also what it may be used for
 * @param path under which the browser sends it
 * @param seconds how long it is good
 * @param now epoch ms
 */
export const sealedCookie = <T>(
  name: string,
  path: string,
  seconds: number,
  now: () => number,
): SealedCookie<T> => {
  const keyOf = (server: FastifyRequest['server']): Buffer =>
    createHmac('sha256', server.formKey).update(`sealed cookie ${name}`).digest();
  return {
    read: (request) => {
      const sealed = Buffer.from(request.cookies[name] ?? '', 'base64url');
      if (sealed.length <= NONCE + TAG) return undefined;
      const decipher = createDecipheriv(
        'aes-256-gcm',
        keyOf(request.server),
        sealed.subarray(0, NONCE),
      );
      decipher.setAuthTag(sealed.subarray(-TAG));
      try {
        const opened = Buffer.concat([
          decipher.update(sealed.subarray(NONCE, -TAG)),
          decipher.final(),
        ]);
        const { until, value } = JSON.parse(opened.toString()) as { until: number; value: T };
        return until > now() ? value : undefined;
      } catch {
        // Altered, or sealed before the key changed: as good as none.
        return undefined;
      }
    },
    write: (reply, value) => {
      const nonce = randomBytes(NONCE);
      const cipher = createCipheriv('aes-256-gcm', keyOf(reply.server), nonce);
      const text = JSON.stringify({ until: now() + seconds * 1000, value });
      const sealed = Buffer.concat([
        nonce,
        cipher.update(text, 'utf8'),
        cipher.final(),
        cipher.getAuthTag(),
      ]);
      void reply.setCookie(name, sealed.toString('base64url'), {
        path,
        httpOnly: true,
        // Not strict: a petitioner comes back from a link in a message.
        sameSite: 'lax',
        secure: reply.server.secureCookies,
        maxAge: seconds,
      });
    },
    clear: (reply) => void reply.clearCookie(name, { path }),
  };
};
