import { describe, expect, test } from 'vitest';
import { localDate } from '../../kernel/local-date.ts';
import { suggestFrom } from './letter-suggestions.ts';

const today = localDate('2026-11-22');
const from = (text: string) => suggestFrom(text, today);

describe('P-1 what a letter tells plainly', () => {
  test.each([
    ['二〇二六年十一月十八日', '2026-11-18'],
    ['2026年1月5日', '2026-01-05'],
    ['十一月二十日', '2026-11-20'],
    ['十二月廿三日', '2025-12-23'],
    ['写于 2026.10.3', '2026-10-03'],
    ['2019年3月1日起断水，至今没有修。\n王福根\n2026年11月1日', '2026-11-01'],
    ['2026年11月1日写，请在2026年12月30日前答复', '2026-11-01'],
  ])('the date of “%s” is %s', (text, date) => {
    expect(from(text).letterDate).toBe(date);
  });

  test('a day that does not exist, or lies ahead, is none', () => {
    expect(from('2026年2月30日').letterDate).toBeUndefined();
    expect(from('2027年1月1日').letterDate).toBeUndefined();
  });

  test.each([
    ['县信访局：\n我们是三组的村民。\n王福根\n十一月十八日', '王福根'],
    ['反映人：欧阳文\n电话 13800000000', '欧阳文'],
    ['请求解决。\n此致\n敬礼', undefined],
  ])('who signed', (text, name) => {
    expect(from(text).name).toBe(name);
  });

  test('a mobile number, however it is grouped; a landline is none', () => {
    expect(from('电话：138 0000 0000').mobile).toBe('13800000000');
    expect(from('电话13800000000转').mobile).toBe('13800000000');
    expect(from('电话 0551-62600000').mobile).toBeUndefined();
    expect(from('账号 138000000001234').mobile).toBeUndefined();
  });

  test('an identity number only when its check digit holds', () => {
    expect(from('身份证 11010519491231002X').identityNumber).toBe('11010519491231002X');
    expect(from('身份证 110105194912310021').identityNumber).toBeUndefined();
  });

  test('nothing is guessed from a letter without any', () => {
    expect(from('路灯坏了，请修一修。')).toEqual({});
  });
});
