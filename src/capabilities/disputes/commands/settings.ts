import { actorId, type StaffActor } from '../../../kernel/actor.ts';
import { refuse, type Refusal } from '../../../kernel/refusals.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import { inTransaction, setStream, unitOf } from '../../../platform/database/index.ts';
import { appendEvents, findCommand, lockStream } from '../../../platform/record/index.ts';
import { bodyHashOf, deriveId } from '../../../platform/vault/index.ts';
import { rulesVersion } from '../../petitions/index.ts';
import type { SettingsInput } from '../contract.ts';
import { disputeEventVersion, settingsStreamKind } from '../events.ts';
import { mayAtUnit } from '../policy.ts';
import { writeSettings } from '../settings-store.ts';
import type { DisputeDeps } from './deps.ts';

/**
 * Sets kinds, local limits and checklist of a petition office. The whole sheet is sent, with the
 * version that it was read at; clocks that run keep the limit that they began with.
 * Refusals: `not-permitted`, `version-conflict`, `idempotency-key-reused`.
 */
export async function changeDisputeSettings(
  deps: DisputeDeps,
  input: SettingsInput,
  options: { readonly actor: StaffActor; readonly commandKey: string },
): Promise<Result<{ readonly version: number }, Refusal>> {
  const { actor } = options;
  const id = deriveId(deps.keys, 'system:disputes', 'settings', actor.unitId);
  const commandId = deriveId(deps.keys, actorId(actor), id, options.commandKey);
  const bodyHash = bodyHashOf(deps.keys, input);
  const { expectedVersion, ...settings } = input;
  return inTransaction(deps, actor, async (tx) => {
    const own = (await deps.organisation(tx)).find(actor.unitId);
    if (own?.kind !== 'petition-office' || !mayAtUnit(actor, 'dispute.administer')) {
      return refuse('not-permitted', { verb: 'dispute.administer' });
    }
    await setStream(tx, id);
    const head = await lockStream(tx, id);
    const done = await findCommand(tx, id, commandId);
    if (done !== null) {
      return done.bodyHash.equals(bodyHash)
        ? ok({ version: done.lastSeq })
        : refuse('idempotency-key-reused');
    }
    if ((head?.seq ?? 0) !== expectedVersion) return refuse('version-conflict');
    const [recorded] = await appendEvents(tx, {
      streamId: id,
      kind: settingsStreamKind,
      head,
      events: [
        {
          type: 'DisputeSettingsChanged',
          typeVersion: disputeEventVersion,
          data: { unit: actor.unitId, settings },
        },
      ],
      stamp: {
        actor: actorId(actor),
        unitId: unitOf(actor),
        calendarVersion: deps.calendar().version,
        rulesVersion,
        commandId,
      },
      at: tx.openedAt.getTime(),
      bodyHash,
    });
    const version = recorded?.seq ?? 0;
    writeSettings(tx, { unit: actor.unitId, streamId: id, settings, version });
    return ok({ version });
  });
}
