import type { Actor } from '../../../kernel/actor.ts';
import type { Refusal } from '../../../kernel/refusals.ts';
import type { Result } from '../../../kernel/result.ts';
import type { Tx } from '../../../platform/database/index.ts';
import type { RecordedEvent } from '../../../platform/record/index.ts';
import type { CaseKey } from '../../../platform/vault/index.ts';
import type { PaperDocument } from '../../papers/index.ts';
import type { CaseContext, CaseProjection, CaseState } from '../case.ts';
import type { CaseRow } from '../case-store.ts';
import type { CasePaperSource } from '../paper-content/index.ts';
import type { Petition } from '../petition.ts';
import type { Notice, OrganisationSnapshot } from './deps.ts';
import type { Wording } from './paper-seal.ts';
import type { Gathering } from './record-steps.ts';

/**
 * A kind of record beside a petition, as the one runner needs it. `Command` and `Event` include the
 * steps of a paper (`kernel/paper-flow.ts`) when the record has papers.
 */
export interface CaseKind<
  State extends CaseState,
  Command extends { readonly type: string },
  Event extends { readonly type: string; readonly data: object },
> {
  /** Kind of its stream: `review`, `hearing`, `mediation`. */
  readonly kind: string;
  /** The version that new events are written with. */
  readonly eventVersion: number;
  /** Carries a record over one event; state null at birth. Brings old versions up itself. */
  readonly evolve: (id: string, state: State | null, event: RecordedEvent) => State;
  readonly decide: (
    state: State | null,
    command: Command,
    context: CaseContext,
  ) => Result<readonly Event[], Refusal>;
  /** Whether a reader whom row-level security let through may see it. */
  readonly isVisible: (actor: Actor, state: State) => boolean;
  readonly may: (actor: Actor, command: Command['type'], state: State, paperId?: string) => boolean;
  readonly project: (state: State, calendar: CaseContext['calendar']) => CaseProjection;
  /** What a paper of it says. */
  readonly documentOf: (
    source: CasePaperSource & { readonly state: State },
    wording: Wording,
  ) => PaperDocument;
  /** Which message an event is worth to the petitioner; null for none. */
  readonly noticeOf: (event: Event, after: State) => Notice['template'] | null;
}

/** What turns typed input into a command of a record's rules. */
export interface CaseComposing<State extends CaseState> extends Omit<Gathering, 'keep'> {
  readonly tx: Tx;
  /** Null while the record is being opened. */
  readonly state: State | null;
  readonly petition: Petition;
  /** Records of the same petition, oldest first. */
  readonly siblings: readonly CaseRow[];
  readonly organisation: OrganisationSnapshot;
  readonly now: number;
  readonly actor: Actor;
  readonly key: CaseKey;
  readonly nextId: () => string;
}
