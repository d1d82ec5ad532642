import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  ask,
  cookieOf,
  openOffice,
  system,
  unwrap,
  type TestOffice,
} from '../../../test/harness/office.ts';
import { addUser, changeUser } from './index.ts';

const redirectUri = 'http://127.0.0.1:3999/api/v1/session/oidc/callback';
let office: TestOffice;
let server: Server;

/** A real OpenID provider on this machine, with its own sign-in page. */
const startProvider = async (): Promise<{ server: Server; issuer: string }> => {
  const listening = createServer();
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(listening.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [
      { client_id: 'huiyin', client_secret: 'a-secret-of-the-test', redirect_uris: [redirectUri] },
    ],
    claims: { openid: ['sub'], profile: ['preferred_username'], email: ['email'] },
    cookies: { keys: ['test'] },
    features: { devInteractions: { enabled: true } },
    findAccount: async (_context: unknown, sub: string) => ({
      accountId: sub,
      claims: async () => ({ sub, preferred_username: sub, email: `${sub}@example.cn` }),
    }),
  });
  listening.on('request', provider.callback());
  return { server: listening, issuer };
};

beforeAll(async () => {
  const started = await startProvider();
  server = started.server;
  office = await openOffice({
    requireSecondFactor: true,
    oidc: {
      issuer: started.issuer,
      clientId: 'huiyin',
      clientSecret: 'a-secret-of-the-test',
      redirectUri,
      claim: 'preferred_username',
    },
  });
});
afterAll(async () => {
  await office.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

/** Walks through the provider's pages like a browser, until it sends us back. */
const signInAtProvider = async (start: string, login: string): Promise<URL> => {
  const jar = new Map<string, string>();
  let url = start;
  let form: URLSearchParams | undefined;
  for (let step = 0; step < 20; step += 1) {
    const answer = await fetch(url, {
      redirect: 'manual',
      method: form === undefined ? 'GET' : 'POST',
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form === undefined ? {} : { body: form }),
    });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '') jar.delete(name);
      else jar.set(name, value);
    }
    const page = await answer.text();
    const location = answer.headers.get('location');
    if (location !== null) {
      url = new URL(location, url).href;
      form = undefined;
      if (url.startsWith(redirectUri)) return new URL(url);
      continue;
    }
    const action = /action="([^"]+)"/.exec(page)?.[1];
    const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1];
    if (action === undefined || prompt === undefined) throw new Error(page);
    url = new URL(action, url).href;
    form = new URLSearchParams({ prompt, login, password: 'any' });
  }
  throw new Error('the provider never sent us back');
};

const begin = async () => {
  const answer = await office.http.inject({ url: '/api/v1/session/oidc' });
  return { cookie: cookieOf(answer), location: String(answer.headers.location) };
};

const comeBack = (back: URL, cookie: string) =>
  office.http.inject({
    url: `/api/v1/session/oidc/callback${back.search}`,
    headers: { cookie, 'sec-fetch-site': 'cross-site' },
  });

describe('O-2 single sign-on by OpenID Connect', () => {
  it('O-2 signs in an account of that name, through a real provider', async () => {
    await office.addPerson('sso.clerk', [['office', 'clerk']]);
    const { cookie, location } = await begin();
    const asked = new URL(location).searchParams;
    expect(asked.get('code_challenge_method')).toBe('S256');
    expect(asked.get('state')).toBeTruthy();
    expect(asked.get('nonce')).toBeTruthy();
    const back = await signInAtProvider(location, 'sso.clerk');
    const answer = await comeBack(back, cookie);
    expect(answer.statusCode).toBe(200);
    const session = cookieOf(answer)
      .split('; ')
      .find((part) => part.startsWith('huiyin_session='));
    const view = await ask(office, '/session', { cookie: session ?? '' });
    expect(view.body).toMatchObject({ userName: 'sso.clerk', todo: null, roles: ['clerk'] });
    const replayed = await comeBack(back, cookie);
    expect(replayed.statusCode).toBe(401);
  });

  it('O-2 refuses another browser’s answer, a made-up one, and one without its cookie', async () => {
    const mine = await begin();
    const theirs = await begin();
    const back = await signInAtProvider(theirs.location, 'sso.clerk');
    expect((await comeBack(back, mine.cookie)).statusCode).toBe(401);
    expect((await comeBack(back, '')).statusCode).toBe(401);
    const made = new URL(`${redirectUri}?code=x&state=y`);
    expect((await comeBack(made, mine.cookie)).statusCode).toBe(401);
  });

  it('O-2 admits nobody whom the provider knows and we do not, and no disabled account', async () => {
    const { cookie, location } = await begin();
    const back = await signInAtProvider(location, 'nobody.here');
    expect((await comeBack(back, cookie)).json()).toMatchObject({ code: 'sign-in-wrong' });
    const user = unwrap(
      await addUser(office.identity, system, {
        userName: 'li.hong',
        displayName: '李红',
        externalName: 'E1024',
        posts: [{ unitId: 'office', role: 'clerk' }],
      }),
    );
    const second = await begin();
    const known = await signInAtProvider(second.location, 'E1024');
    expect((await comeBack(known, second.cookie)).statusCode).toBe(200);
    unwrap(await changeUser(office.identity, system, user.userId, { disabled: true }));
    const third = await begin();
    const gone = await signInAtProvider(third.location, 'E1024');
    expect((await comeBack(gone, third.cookie)).json()).toMatchObject({ code: 'account-disabled' });
  });

  it('O-2 an account without a password cannot sign in by one', async () => {
    const answer = await ask(office, '/session', {
      method: 'POST',
      payload: { userName: 'li.hong', password: 'nobody has this password' },
    });
    expect(answer.body['code']).toBe('sign-in-wrong');
  });
});
