import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkTelephone } from './telephone.ts';

describe('P-2 telephone numbers are checked and made alike', () => {
  it.each([
    ['13800138000', '13800138000', 'mobile'],
    ['+86 138 0013 8000', '13800138000', 'mobile'],
    ['0086-13800138000', '13800138000', 'mobile'],
    ['8613800138000', '13800138000', 'mobile'],
    ['013800138000', '13800138000', 'mobile'],
    ['１３８００１３８０００', '13800138000', 'mobile'],
    ['0551-62600000', '0551-62600000', 'landline'],
    ['(0551) 6260 0000', '0551-62600000', 'landline'],
    ['（０５５１）６２６０００００', '0551-62600000', 'landline'],
    ['+86 551 6260 0000', '0551-62600000', 'landline'],
    ['+86 10 6500 0000', '010-65000000', 'landline'],
    ['01065000000', '010-65000000', 'landline'],
    ['05645123456', '0564-5123456', 'landline'],
    ['400-800-0000', '4008000000', 'service'],
    ['12345', '12345', 'service'],
    ['110', '110', 'service'],
    ['+852 2123 4567', '+85221234567', 'abroad'],
    ['00 44 20 7946 0000', '+442079460000', 'abroad'],
  ])('P-2 %s is %s, %s', (typed, normalised, kind) => {
    expect(checkTelephone(typed)).toEqual({ normalised, kind, warnings: [] });
  });

  it.each(['0551-62600000转801', '0551-62600000 ext. 801', '055162600000#801'])(
    'P-2 %s keeps its extension apart',
    (typed) => {
      expect(checkTelephone(typed)).toMatchObject({
        normalised: '0551-62600000',
        extension: '801',
      });
    },
  );

  it.each([
    ['62600000', 'no-area-code'],
    ['1380013800', 'wrong-length'],
    ['138001380000', 'wrong-length'],
    ['12800138000', 'wrong-length'],
    ['问村长', 'not-a-telephone'],
    ['', 'not-a-telephone'],
  ])('P-2 %j is doubted: %s', (typed, warning) => {
    expect(checkTelephone(typed).warnings).toEqual([warning]);
  });

  it('P-2 it warns and never throws, and a normalised number stays as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (typed) => {
        expect(checkTelephone(typed).warnings.length).toBeLessThanOrEqual(1);
      }),
    );
    for (const typed of ['13800138000', '0551-62600000', '010-65000000', '+85221234567']) {
      expect(checkTelephone(typed).normalised).toBe(typed);
    }
  });
});
