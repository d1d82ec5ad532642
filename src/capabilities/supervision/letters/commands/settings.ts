import { actorId, type StaffActor } from '../../../../kernel/actor.ts';
import { isGranted } from '../../../../kernel/permissions.ts';
import { refuse, type Refusal } from '../../../../kernel/refusals.ts';
import { ok, type Result } from '../../../../kernel/result.ts';
import { inTransaction, setStream, unitOf } from '../../../../platform/database/index.ts';
import { appendEvents, findCommand, lockStream } from '../../../../platform/record/index.ts';
import { bodyHashOf, deriveId } from '../../../../platform/vault/index.ts';
import type { LettersSettingsInput } from '../contract.ts';
import { lettersEventVersion, lettersSettingsKind } from '../events.ts';
import { writeLettersSettings } from '../settings-store.ts';
import type { SupervisionDeps } from './deps.ts';

const rulesVersion = 'regulation-2022-05-01';

/**
 * Sets names, order and limits of the three letters of the actor's office, each with its source
 * (U-4). Ladders that run keep what was in force when they began.
 * @param input the whole sheet, with the version that it was read at
 * @returns refusals `not-permitted`, `letters-settings-changed`, `letters-settings-order`,
 * `idempotency-key-reused`
 */
export async function changeLettersSettings(
  deps: SupervisionDeps,
  input: LettersSettingsInput,
  options: { readonly actor: StaffActor; readonly commandKey: string; readonly at?: number },
): Promise<Result<{ readonly version: number }, Refusal>> {
  const { actor } = options;
  const unit = actor.unitId;
  const verb = 'three-letters.administer';
  if (!isGranted(actor.roles, verb, new Set(['unit', 'office']))) {
    return refuse('not-permitted', { verb });
  }
  const id = deriveId(deps.keys, 'system:letters', lettersSettingsKind, unit);
  const commandId = deriveId(deps.keys, actorId(actor), id, options.commandKey);
  const bodyHash = bodyHashOf(deps.keys, input);
  const { expectedVersion, steps } = input;
  return inTransaction(deps, actor, async (tx) => {
    await setStream(tx, id);
    const head = await lockStream(tx, id);
    const done = await findCommand(tx, id, commandId);
    if (done !== null) {
      return done.bodyHash.equals(bodyHash)
        ? ok({ version: done.lastSeq })
        : refuse('idempotency-key-reused');
    }
    if ((head?.seq ?? 0) !== expectedVersion) return refuse('letters-settings-changed');
    if (new Set(steps.map(({ kind }) => kind)).size !== steps.length) {
      return refuse('letters-settings-order', {}, 'steps');
    }
    const settings = { steps };
    const [recorded] = await appendEvents(tx, {
      streamId: id,
      kind: lettersSettingsKind,
      head,
      events: [
        {
          type: 'LettersSettingsChanged',
          typeVersion: lettersEventVersion,
          data: { unit, settings },
        },
      ],
      stamp: {
        actor: actorId(actor),
        unitId: unitOf(actor),
        calendarVersion: deps.calendar().version,
        rulesVersion,
        commandId,
      },
      at: options.at ?? tx.openedAt.getTime(),
      bodyHash,
    });
    const version = recorded?.seq ?? 0;
    writeLettersSettings(tx, { unit, streamId: id, settings, version });
    return ok({ version });
  });
}
