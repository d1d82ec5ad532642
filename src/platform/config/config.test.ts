import { describe, expect, test } from 'vitest';
import { readConfig } from './config.ts';

const codesOf = (env: Record<string, string>): readonly string[] => {
  const read = readConfig(env);
  return read.ok ? [] : read.refusal.map((problem) => problem.code);
};

const self = import.meta.filename;

describe('X-1 an address open to others needs TLS or a declared proxy', () => {
  test.each(['0.0.0.0', '::', '192.168.1.4', 'petition.example', '127.example.com'])(
    '%s alone',
    (HOST) => {
      expect(codesOf({ HOST })).toEqual(['open-without-tls']);
    },
  );

  test.each(['127.0.0.1', '127.3.2.1', 'localhost', '::1'])('%s needs neither', (HOST) => {
    expect(codesOf({ HOST })).toEqual([]);
  });

  test('with TLS files, or with a proxy, it starts', () => {
    expect(codesOf({ HOST: '0.0.0.0', TLS_CERT_FILE: self, TLS_KEY_FILE: self })).toEqual([]);
    expect(codesOf({ HOST: '0.0.0.0', TRUSTED_PROXY: '10.0.0.0/8, ::1' })).toEqual([]);
  });

  test('half of TLS, or a proxy that is none, does not help', () => {
    expect(codesOf({ HOST: '0.0.0.0', TLS_CERT_FILE: self })).toContain('setting-needs-another');
    expect(codesOf({ HOST: '0.0.0.0', TRUSTED_PROXY: 'yes' })).toContain('setting-not-a-proxy');
    expect(codesOf({ TRUSTED_PROXY: '10.0.0.0/33' })).toEqual(['setting-not-a-proxy']);
  });
});

describe('X-1 TLS to the database and the gateways is verified', () => {
  const away = 'postgresql://huiyin_app:p@db.example/huiyin';

  test('nothing switches the check off for another host', () => {
    expect(codesOf({ DATABASE_URL: away })).toEqual([]);
    expect(codesOf({ DATABASE_URL: `${away}?sslmode=verify-full` })).toEqual([]);
    for (const mode of ['disable', 'prefer', 'require', 'no-verify', 'verify-ca'])
      expect(codesOf({ DATABASE_URL: `${away}?sslmode=${mode}` })).toEqual([
        'connection-unverified',
      ]);
    expect(codesOf({ DATABASE_URL: `${away}?ssl=0` })).toEqual(['connection-unverified']);
    expect(
      codesOf({ DATABASE_URL: `postgresql://a:b@127.0.0.1/x?host=db.example&sslmode=disable` }),
    ).toEqual(['connection-unverified']);
    expect(codesOf({ SMS_GATEWAY_URL: 'http://sms.example/send' })).toEqual([
      'connection-unverified',
    ]);
    expect(codesOf({ SMTP_URL: 'smtp://m.example?ignoreTLS=true' })).toEqual([
      'connection-unverified',
    ]);
  });

  test('on this machine plain connections are enough', () => {
    expect(codesOf({ DATABASE_URL: 'postgresql://a:b@127.0.0.1:5432/x?sslmode=disable' })).toEqual(
      [],
    );
    expect(codesOf({ SMS_GATEWAY_URL: 'http://127.0.0.1:8080/send' })).toEqual([]);
  });
});

describe('X-1 a wrong setting stops the start with one clear sentence', () => {
  test.each([
    ['PORT', '80a', 'setting-not-a-port'],
    ['PORT', '70000', 'setting-not-a-port'],
    ['PORT', '-1', 'setting-not-a-port'],
    ['METRICS_PORT', '3000', 'metrics-port-taken'],
    ['DATABASE_URL', 'mysql://x', 'setting-not-a-url'],
    ['DATABASE_OWNER_URL', 'postgresql://o:p@127.0.0.1/x', 'setting-needs-another'],
    ['PUBLIC_URL', 'petition.example', 'setting-not-a-url'],
    ['OIDC_CLIENT_ID', 'huiyin', 'setting-needs-another'],
    ['OUTGOING_ALLOW', 'a.example, http://b', 'setting-not-hosts'],
    ['CIPHER_SUITE', 'sm4', 'setting-not-a-choice'],
    ['LOG_LEVEL', 'loud', 'setting-not-a-choice'],
    ['DATABASE_MEMORY', 'lots', 'setting-not-memory'],
    ['TLS_KEY_FILE', '/nowhere/key.pem', 'file-unreadable'],
    ['FONT_DIR', '/nowhere', 'folder-unreadable'],
    ['FONT_DIR', import.meta.filename, 'folder-unreadable'],
  ])('%s=%s', (name, value, code) => {
    const read = readConfig({ [name]: value });
    expect(read.ok).toBe(false);
    if (read.ok) return;
    expect(read.refusal.map((problem) => problem.code)).toEqual([code]);
    for (const { zh, en } of read.refusal) {
      expect(zh).toMatch(/。$/);
      expect(en).toMatch(/\.$/);
      expect(`${zh}${en}`).not.toMatch(/[{}]|undefined/);
    }
  });

  test('every wrong setting is named at once, and no password is repeated', () => {
    const read = readConfig({ PORT: 'x', LOG_LEVEL: 'y', DATABASE_URL: 'pg://u:hunter2@h/d' });
    expect(read.ok ? 0 : read.refusal.length).toBe(3);
    expect(JSON.stringify(read)).not.toContain('hunter2');
  });

  test('nothing set, or set to nothing, is the default', () => {
    const read = readConfig({ PORT: '', HOST: ' ' });
    expect(read.ok && [read.value.port, read.value.host, read.value.database.kind]).toEqual([
      3000,
      '127.0.0.1',
      'embedded',
    ]);
  });
});

test('X-3 the allow-list holds what the operator lists and the gateways that are set', () => {
  const env = {
    OUTGOING_ALLOW: 'a.example, b.example:8443',
    SMTP_URL: 'smtps://mail.example:4650',
  };
  const read = readConfig(env);
  expect(read.ok && read.value.outgoingAllow).toEqual([
    'a.example',
    'b.example:8443',
    'mail.example:4650',
  ]);
});
