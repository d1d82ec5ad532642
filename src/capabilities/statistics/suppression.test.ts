import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hiddenCells } from './suppression.ts';

test('T-1 nothing below ten is shown, and nothing at all is no secret', () => {
  expect(hiddenCells([[12, 0, 9, 11, 32]])).toEqual([[false, false, true, true, false]]);
  expect(hiddenCells([[9]])).toEqual([[true]]);
});

test('T-1 a total never gives a single hidden part away', () => {
  expect(hiddenCells([[40, 3, 43]])).toEqual([[true, true, false]]);
  expect(hiddenCells([[0, 3, 3]])).toEqual([[false, true, true]]);
});

/** A table with its totals. */
const tables = fc
  .array(fc.array(fc.nat(40), { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 5 })
  .map((cells) => {
    const rows = cells.map((line) => [...line, line.reduce((sum, each) => sum + each, 0)]);
    const total = [0, 1, 2, 3].map((place) =>
      rows.reduce((sum, line) => sum + (line[place] ?? 0), 0),
    );
    return [...rows, total];
  });

test('T-1 in no line exactly one part is missing beside its total', () => {
  fc.assert(
    fc.property(tables, (counts) => {
      const hidden = hiddenCells(counts);
      const lines = [
        ...hidden,
        ...[0, 1, 2, 3].map((column) => hidden.map((line) => line[column] ?? false)),
      ];
      for (const line of lines) {
        const missing = line.slice(0, -1).filter(Boolean).length;
        expect(missing === 1 && line.at(-1) === false).toBe(false);
      }
      counts.forEach((line, row) => {
        line.forEach((count, column) => {
          if (count > 0 && count < 10) expect(hidden[row]?.[column]).toBe(true);
        });
      });
    }),
  );
});
