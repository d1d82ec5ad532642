import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorId, type StaffActor } from '../../kernel/actor.ts';
import { refuse, type Refusal } from '../../kernel/refusals.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { idempotencyKeyOf, sessionCookie, type HttpServer } from '../../platform/http/index.ts';
import { deriveId, newId, type MasterKeys } from '../../platform/vault/index.ts';
import { findSignedIn } from './commands/sessions.ts';
import type { IdentityContext } from './context.ts';
import type { SignedIn } from './session-cache.ts';
import { sessionPeriods } from './session-rules.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** The living session of the request, also while something has to be done first. */
    signedIn: SignedIn | null;
    /** The member of staff, acting in one unit; nothing when nobody is signed in. */
    actor: StaffActor | null;
  }
}

/**
 * Makes every request know its actor.
 * @param app the server, before routes are registered
 * @param context of this capability
 */
export const identifyRequests = (app: HttpServer, context: IdentityContext): void => {
  app.decorateRequest('signedIn', null);
  app.decorateRequest('actor', null);
  app.addHook('onRequest', async (request) => {
    const token = request.cookies[sessionCookie];
    if (token === undefined || !/^[\w-]{43}$/.test(token)) return;
    request.signedIn = await findSignedIn(context, token);
    request.actor = request.signedIn?.actor ?? null;
  });
};

/** The member of staff behind a request. */
export const requireStaff = (request: FastifyRequest): Result<StaffActor, Refusal> =>
  request.actor === null ? refuse('not-signed-in') : ok(request.actor);

/** A member of staff who sends a command, and how a second sending of it is known. */
export interface StaffSender {
  readonly actor: StaffActor;
  /** The client's idempotency key; a new one where it sent none. */
  readonly commandKey: string;
  /** The same key of the same person about the same thing is the same command. */
  readonly commandIdFor: (about: string) => string;
  /** Whose staged files the command may take. */
  readonly uploadOwner: string;
}

/**
 * Who sends a command.
 * @param keys from which ids of commands are derived
 * @returns refusals `not-signed-in`, and `input-invalid` for a key that is none
 */
export function requireSender(
  request: FastifyRequest,
  { keys }: { readonly keys: MasterKeys },
): Result<StaffSender, Refusal> {
  const staff = requireStaff(request);
  if (!staff.ok) return staff;
  const key = idempotencyKeyOf(request);
  if (!key.ok) return key;
  const owner = actorId(staff.value);
  const commandKey = key.value ?? newId();
  return ok({
    actor: staff.value,
    commandKey,
    commandIdFor: (about) => deriveId(keys, owner, about, commandKey),
    uploadOwner: owner,
  });
}

/**
 * Runs a command of whoever is signed in.
 * @returns its result; refusals of `requireSender`
 */
export async function asSender<T>(
  request: FastifyRequest,
  deps: { readonly keys: MasterKeys },
  work: (sender: StaffSender) => Promise<Result<T, Refusal>>,
): Promise<Result<T, Refusal>> {
  const sender = requireSender(request, deps);
  return sender.ok ? work(sender.value) : sender;
}

/** The same, with a proof not older than ten minutes: exports, accusations, use of keys. */
export const requireFreshStaff = (request: FastifyRequest): Result<StaffActor, Refusal> => {
  if (request.actor === null) return refuse('not-signed-in');
  return request.signedIn?.fresh === true ? ok(request.actor) : refuse('fresh-sign-in-required');
};

/** Whoever is signed in, posts or not. */
export const requireSession = (request: FastifyRequest): Result<SignedIn, Refusal> =>
  request.signedIn === null ? refuse('not-signed-in') : ok(request.signedIn);

/** Gives the browser its token; scripts never see it, other sites never cause it to be sent. */
export const setSessionCookie = (reply: FastifyReply, token: string): void => {
  void reply.setCookie(sessionCookie, token, {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure: reply.server.secureCookies,
    maxAge: sessionPeriods.absolute / 1000,
  });
};

export const clearSessionCookie = (reply: FastifyReply): void => {
  void reply.clearCookie(sessionCookie, { path: '/' });
};
