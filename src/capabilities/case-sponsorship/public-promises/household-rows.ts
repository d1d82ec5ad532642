import type { HouseholdRowInput } from './contract.ts';

/** The columns of a list of households, in the order of the template. */
export const householdColumns = [
  { field: 'reference', title: '户号', en: 'Household', example: '3-2-1201' },
  { field: 'name', title: '户主', en: 'Name', example: '' },
  { field: 'mobile', title: '手机号', en: 'Mobile', example: '' },
  { field: 'step', title: '进展', en: 'Step', example: '材料已收' },
  { field: 'note', title: '给住户的话', en: 'Note', example: '请带购房合同到社区二楼。' },
] as const;

/** One more than what is allowed, so that too long is told and not cut silently. */
const bound = 400;

const textIn = (row: object, names: readonly string[]): string => {
  const found = Object.entries(row).find(([name]) => names.includes(name.trim()));
  return typeof found?.[1] === 'string' ? found[1].trim().slice(0, bound) : '';
};

/**
 * The rows of a unit's sheet, whatever other columns it has.
 * @param rows as `readRowFile` gives them: by heading
 * @returns one for each row that says anything, with its place in the sheet; empty rows are passed over
 */
export const householdRowsOf = (rows: readonly unknown[]): readonly HouseholdRowInput[] =>
  rows.flatMap((row, at) => {
    if (typeof row !== 'object' || row === null) return [];
    const read = Object.fromEntries(
      householdColumns.map(({ field, title, en }) => [field, textIn(row, [title, en, field])]),
    ) as Omit<HouseholdRowInput, 'row'>;
    return Object.values(read).every((cell) => cell === '') ? [] : [{ row: at + 2, ...read }];
  });
