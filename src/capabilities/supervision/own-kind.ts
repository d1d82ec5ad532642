import type { Actor } from '../../kernel/actor.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { Refusal } from '../../kernel/refusals.ts';
import type { Result } from '../../kernel/result.ts';
import type { SealedItem } from '../../kernel/sealed.ts';
import type { RecordedEvent } from '../../platform/record/index.ts';
import type { OwnRecordContext } from '../petitions/index.ts';

/*
 * Records of supervision that hang on no single petition: an inspection, a recommendation, a policy
 * repair. Each is a stream with a row of its own; what they share in how they are kept stands here.
 */

/** What every such record has. */
export interface OwnState {
  readonly id: string;
  readonly version: number;
  readonly status: string;
  /** The unit that keeps it. */
  readonly office: string;
}

/** A file that came with a step. */
export interface OwnFile {
  readonly id: string;
  readonly address: string;
  readonly mediaType: string;
  /** Bytes. */
  readonly size: number;
  readonly name: SealedItem;
}

/** What rules are told besides the record. */
export type OwnContext = OwnRecordContext;

/** What lists and the scope of readers need of a record. */
export interface OwnPlace {
  /** The unit that it is about; null where there is none. */
  readonly unit: string | null;
  /** What it belongs to: the programme of an inspection, the petition of a gap. */
  readonly about: string | null;
  /** What it was put under later: the project of a gap. */
  readonly group: string | null;
  readonly dueOn: LocalDate | null;
  /** Epoch ms. */
  readonly madeAt: number;
  /** Units whose people may read it; whoever is left out sees no row at all. */
  readonly readers: readonly string[];
}

/** The rules of one kind of record. */
export interface OwnKind<
  State extends OwnState,
  Command extends { readonly type: string },
  Event extends { readonly type: string; readonly data: object },
> {
  /** Kind of its stream. */
  readonly kind: string;
  readonly eventVersion: number;
  readonly evolve: (id: string, state: State | null, event: RecordedEvent) => State;
  readonly decide: (
    state: State | null,
    command: Command,
    context: OwnContext,
  ) => Result<readonly Event[], Refusal>;
  readonly isVisible: (actor: Actor, state: State) => boolean;
  readonly may: (actor: Actor, type: Command['type'], state: State) => boolean;
  readonly place: (state: State) => OwnPlace;
}

/** Folds what was read of a record; null when nothing was. */
export const foldOwn = <
  State extends OwnState,
  Command extends { readonly type: string },
  Event extends { readonly type: string; readonly data: object },
>(
  kind: Pick<OwnKind<State, Command, Event>, 'evolve'>,
  id: string,
  events: readonly RecordedEvent[],
): State | null =>
  events.reduce<State | null>((before, event) => kind.evolve(id, before, event), null);
