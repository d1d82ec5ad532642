import type { Actor } from '../../../kernel/actor.ts';
import { scopeOf, setStream, type Tx } from '../../../platform/database/index.ts';
import { loadEvents } from '../../../platform/record/index.ts';
import { caseKeyOf, openItems, type CaseKey } from '../../../platform/vault/index.ts';
import type { SupervisionDeps } from '../commands/deps.ts';
import { foldOwn, type OwnKind, type OwnState } from '../own-kind.ts';
import { findOwn, listOwn, type OwnQuestion, type OwnRow } from '../own-store.ts';

/** A place in a list, as it goes out and comes back: when it was made, and its id. */
export const writeOwnPlace = ({ madeAt, id }: Pick<OwnRow, 'madeAt' | 'id'>): string =>
  `${madeAt}.${id}`;

const readPlace = (after: string | undefined): OwnQuestion['before'] => {
  const [, madeAt, id] = /^(\d{1,15})\.(.+)$/.exec(after ?? '') ?? [];
  return madeAt === undefined || id === undefined ? null : { madeAt: Number(madeAt), id };
};

type Asked<S> = Partial<
  Pick<OwnQuestion, 'status' | 'statuses' | 'unit' | 'about' | 'group' | 'dueBefore' | 'topic'>
> & {
  /** Which of those that the reader may see. */
  readonly which?: (state: S) => boolean;
  readonly after?: string | undefined;
  readonly limit: number;
};

/** A page of records that the reader may see: row-level security first, then the rules (O-3). */
export async function pageOfOwn<
  S extends OwnState,
  C extends { readonly type: string },
  E extends { readonly type: string; readonly data: object },
>(
  tx: Tx,
  kind: OwnKind<S, C, E>,
  actor: Actor,
  asked: Asked<S>,
): Promise<{ readonly items: readonly S[]; readonly next: string | null }> {
  const { status = null, unit = null, about = null, group = null, limit } = asked;
  const { statuses = null, dueBefore = null, topic = null, which = () => true } = asked;
  const items: S[] = [];
  let from = readPlace(asked.after);
  let shown: OwnQuestion['before'] = null;
  for (;;) {
    const rows = await listOwn(tx, {
      kind: kind.kind,
      status,
      statuses,
      unit,
      about,
      group,
      dueBefore,
      topic,
      before: from,
      limit: limit + 1,
    });
    for (const row of rows) {
      const state = row.state as S;
      if (!kind.isVisible(actor, state) || !which(state)) continue;
      if (items.length === limit) {
        return { items, next: shown === null ? null : writeOwnPlace(shown) };
      }
      items.push(state);
      shown = { madeAt: row.madeAt, id: row.id };
    }
    const last = rows.at(-1);
    if (rows.length <= limit || last === undefined) return { items, next: null };
    from = { madeAt: last.madeAt, id: last.id };
  }
}

/** A record with what opens its words. */
export interface OpenedOwn<S> {
  readonly state: S;
  readonly key: CaseKey;
  /** What lies sealed of it, by id. */
  readonly items: ReadonlyMap<string, unknown>;
  /** The words of a sealed text; empty where there are none. */
  readonly text: (item: { readonly id: string } | null) => string;
  readonly name: (item: { readonly id: string }) => string;
}

/**
 * Opens a record for a reader; afterwards its stream is open.
 * @returns null when there is no such record for this reader
 */
export async function openOwn<
  S extends OwnState,
  C extends { readonly type: string },
  E extends { readonly type: string; readonly data: object },
>(
  tx: Tx,
  deps: SupervisionDeps,
  kind: OwnKind<S, C, E>,
  actor: Actor,
  id: string,
): Promise<OpenedOwn<S> | null> {
  const row = await findOwn(tx, id);
  if (row?.kind !== kind.kind) return null;
  await setStream(tx, id);
  const state = foldOwn(kind, id, await loadEvents(tx, id));
  if (state === null || !kind.isVisible(actor, state)) return null;
  const key = await caseKeyOf(tx, deps, id);
  const items = await openItems(tx, deps, id, key);
  const read = (item: { readonly id: string }) =>
    items.get(item.id) as { readonly text?: string; readonly name?: string } | undefined;
  return {
    state,
    key,
    items,
    text: (item) => (item === null ? '' : (read(item)?.text ?? '')),
    name: (item) => read(item)?.name ?? '',
  };
}

/** Runs a reading transaction of the actor. */
export const readAs = <T>(
  deps: SupervisionDeps,
  actor: Actor,
  work: (tx: Tx) => Promise<T>,
): Promise<T> => deps.db.withActor(scopeOf(actor), 'read', work);
