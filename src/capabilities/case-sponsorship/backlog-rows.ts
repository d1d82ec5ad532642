import type { BacklogRow } from './contract.ts';

/** The columns of a superior's list, in the order of the template. */
export const backlogColumns = [
  { field: 'number', title: '信访编号', en: 'Petition number', example: '2026000012345' },
  { field: 'unit', title: '责任单位', en: 'Responsible unit', example: '' },
  { field: 'leader', title: '包案领导', en: 'Responsible leader', example: '程怀民' },
  { field: 'dueDate', title: '化解期限', en: 'To be resolved by', example: '2026-12-31' },
  { field: 'listedAs', title: '上级编号', en: 'Number in the list', example: '第1批-001' },
] as const;

const bounds = { number: 60, unit: 200, leader: 240, dueDate: 40, listedAs: 240 } as const;

const textIn = (row: object, names: readonly string[], most: number): string => {
  const found = Object.entries(row).find(([name]) => names.includes(name.trim()));
  return typeof found?.[1] === 'string' ? found[1].trim().slice(0, most) : '';
};

/**
 * The rows of a superior's sheet, whatever other columns it has.
 * @param rows as `readRowFile` gives them: by heading
 * @returns one for each row that says anything, with its place in the sheet; empty rows are passed over
 */
export const backlogRowsOf = (rows: readonly unknown[]): readonly BacklogRow[] =>
  rows.flatMap((row, at) => {
    if (typeof row !== 'object' || row === null) return [];
    const read = Object.fromEntries(
      backlogColumns.map(({ field, title, en }) => [
        field,
        textIn(row, [title, en, field], bounds[field]),
      ]),
    ) as Omit<BacklogRow, 'row'>;
    return Object.values(read).every((cell) => cell === '') ? [] : [{ row: at + 2, ...read }];
  });
