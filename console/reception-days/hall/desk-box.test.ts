import { describe, expect, test } from 'vitest';
import { bodyOf, emptyBox, printed, sent, supplied, type Asked } from './desk-box.ts';

const slot = (count: number) => ({
  number: { series: 'A', count },
  key: `key-${count}`,
  code: 'AAAA-BBBB-CCCC-DDDD',
});
const asked: Asked = {
  persons: 2,
  name: ' 王小明 ',
  telephone: '',
  unit: '',
  topic: '',
  representatives: ['', '李四'],
};

describe('R-3 a desk without the network', () => {
  test('R-3 prints at once, keeps what waits, and sends each once', () => {
    const box = supplied(emptyBox, { numberedOn: '2026-11-23', slots: [slot(1), slot(2)] });
    const two = printed(printed(box, asked, 1000), asked, 2000);
    expect(two.waiting.map(({ number }) => number.count)).toEqual([1, 2]);
    expect(two.last?.number.count).toBe(2);
    const one = sent(sent(two, 'key-1'), 'key-1');
    expect(one.waiting.map(({ key }) => key)).toEqual(['key-2']);
  });

  test('R-3 takes no number twice', () => {
    const more = { numberedOn: '2026-11-23', slots: [slot(1), slot(2)] };
    const box = printed(supplied(emptyBox, more), asked, 0);
    expect(supplied(box, more).slots.map(({ number }) => number.count)).toEqual([2]);
  });

  test('R-3 without a number left nothing is lost: there is no ticket yet', () => {
    expect(printed(emptyBox, asked, 0)).toEqual(emptyBox);
  });

  test('R-3 tells how long ago it was, not what this clock says', () => {
    const ticket = { ...slot(1), asked, at: 5000 };
    expect(bodyOf(ticket, 65_000)).toEqual({
      way: 'door',
      number: { series: 'A', count: 1 },
      ago: 60_000,
      persons: 2,
      representatives: ['李四'],
      name: '王小明',
    });
    expect(bodyOf(ticket, 0).ago).toBe(0);
  });
});
