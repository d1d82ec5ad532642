import { actorId, type Actor, type StaffActor } from '../../src/kernel/actor.ts';
import type { PetitionDeps } from '../../src/capabilities/petitions/index.ts';
import type { CommandInput, PublicCommandType } from '../../src/capabilities/petitions/contract.ts';
import type { Command } from '../../src/capabilities/petitions/command.ts';
import { composers } from '../../src/capabilities/petitions/commands/compose.ts';
import type { OrganisationSnapshot } from '../../src/capabilities/petitions/commands/deps.ts';
import { type NewCaseKey, newId, Sealer } from '../../src/platform/vault/index.ts';
import { rulesVersion } from '../../src/capabilities/petitions/commands/commit.ts';
import { decide } from '../../src/capabilities/petitions/decide/index.ts';
import { eventVersion } from '../../src/capabilities/petitions/events.ts';
import { evolve } from '../../src/capabilities/petitions/evolve.ts';
import { documentOf } from '../../src/capabilities/petitions/paper-content/index.ts';
import type { Paper, Petition, SealedItem } from '../../src/capabilities/petitions/petition.ts';
import { upcast } from '../../src/capabilities/petitions/upcast.ts';
import { emptyHash, hashOf, type RecordedEvent } from '../../src/platform/record/index.ts';

/** Remembers what it sealed, so that papers can say it without opening it again. */
class RememberingSealer extends Sealer {
  readonly opened = new Map<string, unknown>();

  override item(value: unknown, id: string = newId()): SealedItem {
    this.opened.set(id, value);
    return super.item(value, id);
  }
}

export interface Taken {
  readonly commandId: string;
  readonly lastSeq: number;
}

/** One petition of the bench, moved by decide and evolve alone, with all that its rows need. */
export class BenchLife {
  readonly id: string;
  readonly caseKey: NewCaseKey;
  readonly sealer: RememberingSealer;
  readonly events: RecordedEvent[] = [];
  readonly commands: Taken[] = [];
  readonly #deps: PetitionDeps;
  readonly #organisation: OrganisationSnapshot;
  #petition: Petition | null = null;
  now: number;

  constructor(deps: PetitionDeps, organisation: OrganisationSnapshot, id: string, now: number) {
    this.#deps = deps;
    this.#organisation = organisation;
    this.id = id;
    this.now = now;
    this.caseKey = deps.vault.newCaseKey();
    this.sealer = new RememberingSealer({
      vault: deps.vault,
      key: this.caseKey.key,
      streamId: id,
      nextId: newId,
    });
  }

  get petition(): Petition {
    if (this.#petition === null) throw new Error('not registered yet');
    return this.#petition;
  }

  /** Decides and folds, as the program does. */
  do(command: Command, actor: Actor): void {
    const context = {
      actor,
      now: this.now,
      calendar: this.#deps.calendar(),
      units: this.#organisation,
      holdsPost: this.#organisation.holdsPost,
    };
    const decision = decide(this.#petition, command, context);
    if (!decision.ok) throw new Error(`${command.type}: ${JSON.stringify(decision.refusal)}`);
    const commandId = newId();
    for (const { type, data } of decision.value) {
      const event = {
        type,
        typeVersion: eventVersion,
        data,
        streamId: this.id,
        seq: this.events.length + 1,
        at: this.now,
        actor: actorId(actor),
        unitId: actor.kind === 'staff' ? actor.unitId : null,
        calendarVersion: context.calendar.version,
        rulesVersion,
        commandId,
      };
      const recorded = { ...event, hash: hashOf(this.events.at(-1)?.hash ?? emptyHash, event) };
      this.events.push(recorded);
      this.#petition = evolve(this.id, this.#petition, upcast(recorded));
    }
    this.commands.push({ commandId, lastSeq: this.events.length });
  }

  /** Does what somebody typed, through the program's own composing. */
  type<T extends keyof typeof composers & PublicCommandType>(
    actor: StaffActor,
    type: T,
    input: CommandInput<T>,
  ): void {
    const compose = composers[type] as (
      input: CommandInput<T>,
      with_: Parameters<(typeof composers)['accept']>[1],
    ) => Command;
    const command = compose(input, {
      petition: this.petition,
      sealer: this.sealer,
      organisation: this.#organisation,
      actorUserId: actor.userId,
      actorUnitId: null,
      nextId: newId,
      attachments: [],
    });
    this.do(command, actor);
  }

  /** Seals the newest draft in the name of somebody who did not write it. */
  issue(actor: StaffActor, number: string): Paper {
    const draft = this.petition.papers.findLast((paper) => paper.stage === 'drafted');
    if (draft === undefined) throw new Error('no draft');
    const verifyCode = 'BENC-HBEN-CHBE';
    const document = documentOf({
      petition: this.petition,
      paper: { ...draft, signedBy: actorId(actor) },
      opened: this.sealer.opened,
      organisation: this.#organisation,
      calendar: this.#deps.calendar(),
      now: this.now,
      number,
      verify: { url: `${this.#deps.publicUrl}/verify/${verifyCode}`, code: verifyCode },
    });
    const sealed = this.sealer.item(document, `paper:${draft.id}`);
    const command = { paperId: draft.id, number, verifyCode, document: sealed } as const;
    this.do({ type: 'issuePaper', ...command }, actor);
    return draft;
  }
}
