import { paperKinds, type PaperKind } from './kinds.ts';

/**
 * The register in which a kind is numbered: its word, and for an accusation a register of its own,
 * so that gaps in the common one do not tell of it (L-5).
 *
 * @returns undefined for kinds that bear no document number
 */
export function registerOf(kind: PaperKind, accusation: boolean): string | undefined {
  const word = paperKinds[kind].number;
  if (word === null) return undefined;
  return accusation ? word.replace(/^信/u, '信控') : word;
}

/**
 * A document number as printed: 临信转字〔2026〕3号 (GB/T 9704-2012, 7.2.5: full year in six-sided
 * brackets, no leading zeros, no 第).
 *
 * @param unitWord the unit's short form, 临 or 临住建
 */
export function documentNumber(
  unitWord: string,
  register: string,
  year: number,
  value: number,
): string {
  return `${unitWord}${register}〔${year}〕${value}号`;
}
