import type { FastifyReply, FastifyRequest } from 'fastify';
import { parseDraftSecret } from './draft-secret.ts';
import { draftDays } from './draft-store.ts';

const name = 'huiyin_draft';

/** The secret of the draft that this device holds. */
export const draftSecretOf = (request: FastifyRequest): string | undefined =>
  parseDraftSecret(request.cookies[name] ?? '');

/** Leaves the secret with the device for as long as the draft is kept. */
export const rememberDraft = (reply: FastifyReply, secret: string): void =>
  void reply.setCookie(name, secret, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: reply.server.secureCookies,
    maxAge: draftDays * 24 * 60 * 60,
  });

export const forgetDraft = (reply: FastifyReply): void =>
  void reply.clearCookie(name, { path: '/' });
