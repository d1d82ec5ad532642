import { actorId, type StaffActor } from '../../../kernel/actor.ts';
import { refuse, type Refusal } from '../../../kernel/refusals.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import { inTransaction, setStream, unitOf } from '../../../platform/database/index.ts';
import { appendEvents, findCommand, lockStream } from '../../../platform/record/index.ts';
import { bodyHashOf, deriveId } from '../../../platform/vault/index.ts';
import type { SettingsInput } from '../contract.ts';
import { receptionEventVersion, settingsStreamKind } from '../events.ts';
import { mayAtUnit } from '../policy.ts';
import { findSettings, writeSettings } from '../settings-store.ts';
import { usualSettings } from '../settings.ts';
import { rulesVersion } from './commit.ts';
import { renewDuty } from './leaders.ts';
import type { CommandOptions, ReceptionDeps } from './deps.ts';
import { checkCodes } from './plan-input.ts';

/**
 * Sets how the actor's unit plans its reception days: duty with its source, coverage, rotation.
 * The whole sheet is sent, with the version that it was read at.
 * Refusals: `not-permitted`, `reception-changed`, `region-unknown`, `reception-hours`,
 * `idempotency-key-reused`.
 */
export async function changeReceptionSettings(
  deps: ReceptionDeps,
  input: SettingsInput,
  options: CommandOptions & { readonly actor: StaffActor },
): Promise<Result<{ readonly version: number }, Refusal>> {
  const { actor } = options;
  const unit = actor.unitId;
  if (!mayAtUnit(actor, 'reception.administer', unit)) {
    return refuse('not-permitted', { verb: 'reception.administer' });
  }
  const id = deriveId(deps.keys, 'system:reception-days', 'reception-settings', unit);
  const commandId = deriveId(deps.keys, actorId(actor), id, options.commandKey);
  const bodyHash = bodyHashOf(deps.keys, input);
  const { expectedVersion, ...settings } = input;
  return inTransaction(deps, actor, async (tx) => {
    await setStream(tx, id);
    const head = await lockStream(tx, id);
    const done = await findCommand(tx, id, commandId);
    if (done !== null) {
      return done.bodyHash.equals(bodyHash)
        ? ok({ version: done.lastSeq })
        : refuse('idempotency-key-reused');
    }
    if ((head?.seq ?? 0) !== expectedVersion) return refuse('reception-changed');
    const regions = settings.rotations.map(({ regionCode }) => regionCode);
    checkCodes(await deps.organisation(tx), {
      regions: [...settings.bigRegions, ...regions],
      topics: [],
    });
    const wrong = settings.rotations.findIndex(({ from, to }) => from >= to);
    if (wrong >= 0) return refuse('reception-hours', {}, `rotations.${wrong}.to`);
    const [recorded] = await appendEvents(tx, {
      streamId: id,
      kind: settingsStreamKind,
      head,
      events: [
        {
          type: 'ReceptionSettingsChanged',
          typeVersion: receptionEventVersion,
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
    const before = (await findSettings(tx, unit))?.settings ?? usualSettings;
    writeSettings(tx, { unit, streamId: id, settings, version });
    const change = { unit, before: before.norms, cause: commandId };
    await renewDuty(tx, deps, change, options);
    return ok({ version });
  });
}
