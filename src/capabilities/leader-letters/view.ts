import type { LetterMark, LetterReader, LetterStatus } from './letter.ts';
import type { LetterStep } from './contract.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** One line of a list. Times are epoch ms, dates YYYY-MM-DD (Asia/Shanghai). */
export interface LetterLine {
  readonly id: string;
  readonly status: LetterStatus;
  readonly before: LetterReader;
  readonly unit: Named;
  readonly laidAt: number;
  readonly petition: { readonly id: string; readonly number: string; readonly title: string };
  readonly holder: Named;
  readonly readings: readonly {
    readonly at: number;
    readonly by: string;
    readonly mark: LetterMark;
    readonly words: string;
  }[];
  /** How many instructions were given. */
  readonly instructed: number;
}

/** One letter before its reader, with what it says and what came of it. */
export interface LetterView extends LetterLine {
  readonly version: number;
  readonly reason: string | null;
  readonly text: string;
  readonly instructions: readonly {
    readonly at: number;
    readonly by: string;
    readonly commitmentId: string;
    readonly unit: Named;
    readonly dueDate: string;
    readonly told: boolean;
    readonly text: string;
    readonly status: string;
    readonly overdue: boolean;
  }[];
  readonly steps: readonly LetterStep[];
}

export interface LetterPage {
  readonly items: readonly LetterLine[];
  /** Opaque; give it back as `after` for the next page. Null at the end. */
  readonly next: string | null;
}
