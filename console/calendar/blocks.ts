import { daysBetween, type LocalDate } from '../../src/kernel/local-date.ts';

export interface NamedDay {
  readonly date: string;
  readonly name: string;
}

interface Block {
  readonly name: string;
  readonly from: string;
  readonly to: string;
}

/** Days off one after the other under one name, as the notice writes them. */
export function blocksOf(days: readonly NamedDay[]): Block[] {
  const blocks: Block[] = [];
  for (const { date, name } of days) {
    const last = blocks.at(-1);
    const next = last !== undefined && daysBetween(last.to as LocalDate, date as LocalDate) === 1;
    if (last !== undefined && next && last.name === name) {
      blocks[blocks.length - 1] = { ...last, to: date };
    } else {
      blocks.push({ name, from: date, to: date });
    }
  }
  return blocks;
}
