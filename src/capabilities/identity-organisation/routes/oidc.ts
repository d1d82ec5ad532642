import * as oidc from 'openid-client';
import { z } from 'zod';
import {
  languageOf,
  operation,
  sendRefusal,
  type HttpServer,
} from '../../../platform/http/index.ts';
import { findSignedIn } from '../commands/sessions.ts';
import { signInExternally } from '../commands/sign-in.ts';
import type { IdentityContext, OidcSettings } from '../context.ts';
import { recordRefusedSignIn, recordSignIn } from '../security-events.ts';
import { setSessionCookie } from '../request.ts';

const tag = 'identity-organisation';
const flowCookie = 'huiyin_oidc';
const callbackPath = '/api/v1/session/oidc';

const usualClaim = 'preferred_username';

const flowSchema = z.object({ state: z.string(), nonce: z.string(), verifier: z.string() });

/** Only a provider on this machine may be spoken to without TLS, in tests. */
const isLoopback = (url: URL): boolean =>
  url.protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname);

const discover = (settings: OidcSettings): Promise<oidc.Configuration> => {
  const issuer = new URL(settings.issuer);
  const options = isLoopback(issuer) ? { execute: [oidc.allowInsecureRequests] } : {};
  return oidc.discovery(issuer, settings.clientId, settings.clientSecret, undefined, options);
};

/** The way back carries a Strict cookie, which no redirect begun elsewhere may: a page goes on. */
const onwardPage = (language: string): string =>
  `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>回音</title>` +
  `<meta http-equiv="refresh" content="0;url=/console"></head>` +
  `<body><main><h1>回音</h1><p><a href="/console">${language === 'en' ? 'Go on' : '继续'}</a></p></main></body></html>`;

/** Single sign-on: authorization code with PKCE, state and nonce (O-2). */
export const oidcRoutes = (
  app: HttpServer,
  context: IdentityContext,
  settings: OidcSettings,
): void => {
  let discovered: Promise<oidc.Configuration> | undefined;
  const provider = (): Promise<oidc.Configuration> => {
    discovered ??= discover(settings);
    // A provider that was away is asked again.
    discovered.catch(() => (discovered = undefined));
    return discovered;
  };

  app.get(
    '/session/oidc',
    {
      schema: operation(
        {
          tag,
          operationId: 'beginSingleSignOn',
          summary: 'Go to the single sign-on',
          access: 'anyone',
        },
        {},
      ),
    },
    async (_request, reply) => {
      const flow = {
        state: oidc.randomState(),
        nonce: oidc.randomNonce(),
        verifier: oidc.randomPKCECodeVerifier(),
      };
      const url = oidc.buildAuthorizationUrl(await provider(), {
        redirect_uri: settings.redirectUri,
        scope: 'openid profile email',
        code_challenge: await oidc.calculatePKCECodeChallenge(flow.verifier),
        code_challenge_method: 'S256',
        state: flow.state,
        nonce: flow.nonce,
      });
      void reply.setCookie(flowCookie, Buffer.from(JSON.stringify(flow)).toString('base64url'), {
        path: callbackPath,
        httpOnly: true,
        // Lax: the provider sends the browser back by a link from another site.
        sameSite: 'lax',
        secure: reply.server.secureCookies,
        maxAge: 600,
      });
      return reply.header('cache-control', 'no-store').redirect(url.href, 302);
    },
  );

  app.get(
    '/session/oidc/callback',
    {
      schema: operation(
        {
          tag,
          operationId: 'finishSingleSignOn',
          summary: 'Come back from the single sign-on; sets the session cookie',
          access: 'anyone',
        },
        {},
      ),
    },
    async (request, reply) => {
      const flow = readFlow(request.cookies[flowCookie]);
      void reply.clearCookie(flowCookie, { path: callbackPath });
      if (flow === undefined) return sendRefusal(reply, { code: 'sign-in-wrong', params: {} });
      const back = new URL(settings.redirectUri);
      back.search = new URL(request.url, back).search;
      const name = await claimOf(await provider(), back, flow, settings.claim ?? usualClaim);
      if (name === undefined) {
        await recordRefusedSignIn(request, context.keys, 'sign-in-wrong');
        return sendRefusal(reply, { code: 'sign-in-wrong', params: {} });
      }
      const signed = await signInExternally(context, name, request.headers['user-agent']);
      if (!signed.ok) {
        await recordRefusedSignIn(request, context.keys, signed.refusal.code, name);
        return sendRefusal(reply, signed.refusal);
      }
      const session = await findSignedIn(context, signed.value);
      if (session !== null) await recordSignIn(request, session.userId);
      setSessionCookie(reply, signed.value);
      return reply
        .header('cache-control', 'no-store')
        .type('text/html; charset=utf-8')
        .send(onwardPage(languageOf(request)));
    },
  );
};

const readFlow = (cookie: string | undefined): z.infer<typeof flowSchema> | undefined => {
  try {
    const text = Buffer.from(cookie ?? '', 'base64url').toString('utf8');
    return flowSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
};

/** @returns nothing when the provider's answer does not verify or lacks the claim */
const claimOf = async (
  provider: oidc.Configuration,
  back: URL,
  flow: z.infer<typeof flowSchema>,
  claim: string,
): Promise<string | undefined> => {
  try {
    const tokens = await oidc.authorizationCodeGrant(provider, back, {
      pkceCodeVerifier: flow.verifier,
      expectedState: flow.state,
      expectedNonce: flow.nonce,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    if (claims === undefined) return undefined;
    const own: unknown = claims[claim];
    if (typeof own === 'string') return own;
    // Many providers keep profile claims out of the token and at their own address.
    const info: unknown = (await oidc.fetchUserInfo(provider, tokens.access_token, claims.sub))[
      claim
    ];
    return typeof info === 'string' ? info : undefined;
  } catch (error) {
    if (error instanceof TypeError) throw error;
    return undefined;
  }
};
