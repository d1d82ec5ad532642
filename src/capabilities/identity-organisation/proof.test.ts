import { assert, nat, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkPassword, decoyHash, hashPassword, verifyPassword } from './passwords.ts';
import { hashRecoveryCode, newRecoveryCodes } from './secrets.ts';
import { agentOf, isAlive, lockFor } from './session-rules.ts';
import { codeAt } from '../../../test/harness/office.ts';
import { findTotpStep, newTotpSecret } from './totp.ts';

const at = (minutes: number): Date => new Date(Date.UTC(2026, 10, 2) + minutes * 60_000);

describe('X-2 passwords', () => {
  it.each([
    ['short', 'Ab3$xyz'],
    ['common', 'password123'],
    ['common, masked', 'P@ssw0rd2026!'],
    ['common in China', 'woaini1314520'],
    ['keyboard row', 'qwertyuiop'],
    ['a run', 'abcdefghijkl'],
    ['a run downwards', '9876543210'],
    ['one sign again and again', 'aaaaaaaaaaaa'],
    ['a piece again and again', 'abc1abc1abc1'],
    ['a telephone number', '13912345678'],
    ['a date of birth twice', '1980010119800101'.slice(0, 15)],
    ['the user name inside', 'zhang.wei-is-here'],
    ['full width', 'ｐａｓｓｗｏｒｄ１２３'],
    ['our own name', 'xinfangju2026'],
  ])('X-2 refuses %s', (_why, password) => {
    expect(checkPassword(password, 'zhang.wei').ok).toBe(false);
  });

  it.each([
    'quiet river seven lamps',
    '梧桐树下三只白鹭飞过',
    'g7$Kq-w2Lm!x',
    'correct horse battery',
  ])('X-2 takes %s', (password) => {
    expect(checkPassword(password, 'zhang.wei').ok).toBe(true);
  });

  it('O-2 stores argon2id and knows the password again in any width', async () => {
    const stored = await hashPassword('quiet river seven lamps');
    expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await verifyPassword(stored, 'quiet river seven lamps')).toBe(true);
    expect(await verifyPassword(stored, 'ｑuiet river seven lamps')).toBe(true);
    expect(await verifyPassword(stored, 'quiet river seven lamp')).toBe(false);
  });

  it('O-2 nobody’s password is never right, not even the decoy’s, and takes as long', async () => {
    expect(await verifyPassword(undefined, 'nobody has this password')).toBe(false);
    const stored = await hashPassword('quiet river seven lamps');
    // As much work for somebody unknown as for somebody known: argon2id with the same cost.
    const costOf = (hash: string): string => hash.split('$').slice(0, 4).join('$');
    expect(costOf(await decoyHash())).toBe(costOf(stored));
  });
});

describe('X-2 second factor', () => {
  it('X-2 a code counts a step early or late, not two, and never again', async () => {
    const secret = newTotpSecret();
    const now = new Date('2026-11-02T09:00:10+08:00');
    const shifted = (seconds: number) => new Date(now.getTime() + seconds * 1000);
    const code = await codeAt(secret, now);
    const step = await findTotpStep(secret, code, now, 0);
    expect(step).toBe(Math.floor(now.getTime() / 30_000));
    expect(await findTotpStep(secret, code, shifted(30), 0)).toBe(step);
    expect(await findTotpStep(secret, code, shifted(-30), 0)).toBe(step);
    expect(await findTotpStep(secret, code, shifted(65), 0)).toBeUndefined();
    expect(await findTotpStep(secret, code, shifted(-65), 0)).toBeUndefined();
    expect(await findTotpStep(secret, code, now, step ?? 0)).toBeUndefined();
    expect(await findTotpStep(secret, '12345', now, 0)).toBeUndefined();
    expect(await findTotpStep(secret, `${code.slice(0, 3)} ${code.slice(3)}`, now, 0)).toBe(step);
  });

  it('X-2 recovery codes differ, and are known again however they are typed', () => {
    const codes = newRecoveryCodes();
    expect(new Set(codes).size).toBe(10);
    for (const code of codes) {
      expect(code).toMatch(/^[A-Z2-9]{4}(-[A-Z2-9]{4}){3}$/);
      expect(hashRecoveryCode(code.toLowerCase().replaceAll('-', ' '))).toBe(
        hashRecoveryCode(code),
      );
    }
    expect(hashRecoveryCode('123456')).toBeUndefined();
  });
});

describe('X-2 sessions and locks by time', () => {
  it('X-2 a session lives while used within 30 minutes and never beyond 12 hours', () => {
    assert(
      property(nat(800), nat(800), nat(800), (created, idle, rest) => {
        const session = { createdAt: at(0), lastSeenAt: at(created), revokedAt: null };
        const now = at(created + idle + rest);
        const expected = idle + rest < 30 && created + idle + rest < 720;
        expect(isAlive(session, now)).toBe(expected);
        expect(isAlive({ ...session, revokedAt: now }, now)).toBe(false);
      }),
    );
  });

  it('O-2 a lock grows and never lasts longer than a quarter of an hour', () => {
    expect([1, 4, 5, 6, 7, 8, 9, 1000].map((failures) => lockFor(failures) / 60_000)).toEqual([
      0, 0, 1, 2, 4, 8, 15, 15,
    ]);
  });

  it('O-2 a browser is named without its version', () => {
    expect(agentOf('Mozilla/5.0 (Windows NT 10.0) AppleWebKit Chrome/140.0 Safari/537')).toBe(
      'Chrome · Windows',
    );
    expect(agentOf(undefined)).toBe('—');
  });
});
