import { createHmac, randomBytes, timingSafeEqual, type KeyObject } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { refuse, type Refusal } from '../../kernel/refusals.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { sendRefusal } from './problem.ts';

/** The cookie of a signed-in member of staff. */
export const sessionCookie = 'huiyin_session';

/** The header that only our own pages send; another site cannot without being asked first. */
export const requestedWith = { header: 'x-requested-with', value: 'huiyin' } as const;

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Whether the browser says, or lets us conclude, that another site caused the request. */
const isCrossSite = (request: FastifyRequest): boolean => {
  const site = request.headers['sec-fetch-site'];
  if (typeof site === 'string') return site !== 'same-origin' && site !== 'none';
  const { origin } = request.headers;
  if (origin === undefined) return false;
  return !URL.canParse(origin) || new URL(origin).host !== request.host;
};

/**
 * Guards every request that may change something: none from another site, and with a session
 * cookie only those that carry our header.
 */
export const guardAgainstForgery = async (
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply | undefined> => {
  if (safeMethods.has(request.method)) return undefined;
  const signedIn = request.cookies[sessionCookie] !== undefined;
  const unmarked = request.headers[requestedWith.header] !== requestedWith.value;
  // The route, not the address: `/%61pi/` is the same route written another way.
  const api = request.routeOptions.url?.startsWith('/api/') === true;
  const forged = isCrossSite(request) || (signedIn && unmarked && api);
  return forged ? sendRefusal(reply, { code: 'csrf-refused', params: {} }) : undefined;
};

const formCookie = 'huiyin_form';
const fieldName = 'formToken';

/** A hidden field for a form. */
export interface CsrfField {
  readonly name: string;
  readonly value: string;
}

const sign = (key: KeyObject, cookie: string): string =>
  createHmac('sha256', key).update('form token ').update(cookie).digest('base64url');

/**
 * The hidden field of a portal form; sets the cookie that it belongs to when there is none.
 * @returns name and value for an `input type=hidden`
 */
export const csrfField = (request: FastifyRequest, reply: FastifyReply): CsrfField => {
  const { formKey, secureCookies } = request.server;
  let cookie = request.cookies[formCookie];
  if (cookie === undefined || !/^[\w-]{22}$/.test(cookie)) {
    cookie = randomBytes(16).toString('base64url');
    void reply.setCookie(formCookie, cookie, {
      path: '/',
      httpOnly: true,
      sameSite: 'strict',
      secure: secureCookies,
    });
    // A second form on the same page must belong to the same cookie.
    request.cookies[formCookie] = cookie;
  }
  return { name: fieldName, value: sign(formKey, cookie) };
};

/**
 * Checks the hidden field of a form that came back.
 * @param request the posted form
 * @param token the field's value; by default it is taken from the parsed body
 * @returns refusal `csrf-refused` when field and cookie do not belong together
 */
export const verifyCsrf = (
  request: FastifyRequest,
  token: unknown = (request.body as Record<string, unknown> | null)?.[fieldName],
): Result<undefined, Refusal> => {
  const cookie = request.cookies[formCookie];
  if (cookie === undefined || typeof token !== 'string') return refuse('csrf-refused');
  const expected = Buffer.from(sign(request.server.formKey, cookie));
  const given = Buffer.from(token);
  const genuine = expected.length === given.length && timingSafeEqual(expected, given);
  return genuine ? ok(undefined) : refuse('csrf-refused');
};
