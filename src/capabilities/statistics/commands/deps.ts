import type { FactContext, RegisteredFacts } from '../../../kernel/facts.ts';
import type { Measures } from '../../../kernel/measures.ts';
import type { Database } from '../../../platform/database/index.ts';
import type { RecordedEvent } from '../../../platform/record/index.ts';
import type { Vault } from '../../../platform/vault/index.ts';
import type { OrganisationSnapshot } from '../../petitions/index.ts';
import type { Tx } from '../../../platform/database/index.ts';

/** What statistics work with; put together by `main`. */
export interface StatisticsDeps extends FactContext {
  readonly db: Database;
  /** Of every capability; the petitions' own first. */
  readonly sources: readonly RegisteredFacts<RecordedEvent>[];
  /** Of every capability, in the order of the catalogue. */
  readonly measures: readonly { readonly capability: string; readonly measures: Measures }[];
  /** For the lines of a list. */
  readonly vault: Vault;
  readonly organisation: (tx: Tx) => Promise<OrganisationSnapshot>;
}

/** Kinds of facts that some measure counts as a stock. */
export const stockKinds = ({ measures }: Pick<StatisticsDeps, 'measures'>): ReadonlySet<string> =>
  new Set(
    measures
      .flatMap((each) => each.measures)
      .flatMap(({ numerator, denominator }) => [...numerator, ...(denominator ?? [])])
      .flatMap(({ fact, stock }) => (stock === true ? [fact] : [])),
  );

/** Reads every stream and writes facts. */
export const factScope = { actor: 'system:statistics', units: [], roles: ['system'] };
