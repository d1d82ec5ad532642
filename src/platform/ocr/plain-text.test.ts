import { expect, test } from 'vitest';
import { plainText } from './plain-text.ts';

test('P-1 lines that fill the paper are one paragraph, short ones stay', () => {
  const read = [
    '县 信访 局:',
    '',
    ' 我们是清溪镇三组的村民。去年冬天,村口',
    '的鱼塘往东扩了,占了我们三户的耕地一亩二分。',
    '请求查明; 谢谢',
    '王福根 13800000000',
    '',
  ].join('\n');
  expect(plainText(read)).toBe(
    '县信访局：\n' +
      '我们是清溪镇三组的村民。去年冬天，村口的鱼塘往东扩了，占了我们三户的耕地一亩二分。\n' +
      '请求查明；谢谢\n' +
      '王福根13800000000',
  );
});

test('P-1 nothing read is nothing', () => {
  expect(plainText(' \n\n')).toBe('');
});
