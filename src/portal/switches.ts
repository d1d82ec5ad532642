import type { FastifyReply } from 'fastify';
import { isLanguage, languageCookie } from '../platform/http/index.ts';
import { elderCookie } from './page.tsx';

const YEAR = 31_536_000;

/** Remembers a reader's choice. Not for the server alone: the script switches without a new page. */
export const rememberSwitch = (
  reply: FastifyReply,
  name: 'elder' | 'language',
  to: string,
): void => {
  const { secureCookies: secure } = reply.server;
  const settings = { path: '/', sameSite: 'lax', secure, maxAge: YEAR } as const;
  if (name === 'elder') void reply.setCookie(elderCookie, to === 'on' ? '1' : '0', settings);
  else if (isLanguage(to)) void reply.setCookie(languageCookie, to, settings);
};

/**
 * A switch or the way back, pressed in the middle of a form. A switch takes effect at once, so that
 * the form can be shown again as it was typed.
 * @param pressed the button's value, such as `elder-on` or `back`
 */
export const pressedAside = (
  pressed: string,
  reply: FastifyReply,
): 'back' | 'switched' | undefined => {
  if (pressed === 'back') return 'back';
  const [, name, to] = /^(elder|language)-([\w-]+)$/.exec(pressed) ?? [];
  if ((name !== 'elder' && name !== 'language') || to === undefined) return undefined;
  rememberSwitch(reply, name, to);
  const { cookies } = reply.request;
  if (name === 'elder') cookies[elderCookie] = to === 'on' ? '1' : '0';
  else cookies[languageCookie] = to;
  return 'switched';
};
