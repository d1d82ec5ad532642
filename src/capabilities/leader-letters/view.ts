import type { LetterMark, LetterReader, LetterStatus } from './letter.ts';
import type { LetterStep } from './contract.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** One letter before its reader. Times are epoch ms, dates YYYY-MM-DD (Asia/Shanghai). */
export interface LetterView {
  readonly id: string;
  readonly version: number;
  readonly status: LetterStatus;
  readonly before: LetterReader;
  readonly unit: Named;
  readonly laidAt: number;
  readonly reason: string | null;
  readonly petition: { readonly id: string; readonly number: string; readonly title: string };
  /** Only on the page of the letter itself. */
  readonly text: string | null;
  readonly holder: Named;
  readonly readings: readonly {
    readonly at: number;
    readonly by: string;
    readonly mark: LetterMark;
    readonly words: string;
  }[];
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
  readonly items: readonly LetterView[];
  /** Opaque; give it back as `after` for the next page. Null at the end. */
  readonly next: string | null;
}
