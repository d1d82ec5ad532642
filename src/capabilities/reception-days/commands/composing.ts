import type { Actor } from '../../../kernel/actor.ts';
import type { Tx } from '../../../platform/database/index.ts';
import type { CaseKey, Sealer } from '../../../platform/vault/index.ts';
import type { OrganisationSnapshot } from '../../petitions/index.ts';
import type { ReceptionDay } from '../reception-day.ts';
import type { ReceptionDeps } from './deps.ts';

/** What composing a command has at hand, under the day's lock. */
export interface Composing {
  readonly tx: Tx;
  readonly deps: ReceptionDeps;
  readonly day: ReceptionDay;
  readonly organisation: OrganisationSnapshot;
  readonly sealer: Sealer;
  readonly key: CaseKey;
  /** Epoch ms. */
  readonly now: number;
  /** The id of what the command makes: the same when it is sent again. */
  readonly madeId: string;
  readonly actor: Actor;
}
