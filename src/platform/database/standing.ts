import type { StartProblem } from '../config/problems.ts';

/** Where a database stands once it runs, and how to leave it. */
export type Standing = {
  readonly url: string;
  readonly ownerUrl: string | undefined;
  /** Called when the schema is there: roles exist only then. */
  readonly afterMigration: () => Promise<StartProblem | undefined>;
  readonly leave: () => Promise<void>;
};
