import type { Refusal } from '../../../kernel/refusals.ts';
import type { Result } from '../../../kernel/result.ts';
import { ok } from '../../../kernel/result.ts';
import { scopeOf, setStream } from '../../../platform/database/index.ts';
import { loadEvents } from '../../../platform/record/index.ts';
import { deriveId } from '../../../platform/vault/index.ts';
import { openFolder, type PetitionDeps } from '../../petitions/index.ts';
import type { BeginInput } from '../contract.ts';
import { fold } from '../evolve.ts';
import { findOfPetition } from '../store.ts';
import { upcast } from '../upcast.ts';
import { beginProceeding, type Begun, type BeginOptions } from './begin.ts';
import { stepProceeding } from './step.ts';

/**
 * Convenes a hearing for a re-examination (Reg. 36): its days are those of `HearingClosed`, which
 * the clock of the re-examination leaves out. The convening unit must be a reader of the petition.
 * @param subject the re-examination, its petition, and the body that holds the hearing
 * @param options the body's member of staff, or the system on its order; the same key convenes once
 * @returns the hearing's id; refusals as `beginProceeding`
 */
export const conveneHearing = (
  deps: PetitionDeps,
  subject: {
    readonly kind: 're-examination';
    readonly id: string;
    readonly petitionId: string;
    readonly conveningUnit: string;
  },
  input: BeginInput['hearing'],
  options: Omit<BeginOptions, 'hearing'>,
): Promise<Result<Begun, Refusal>> =>
  beginProceeding(deps, subject.petitionId, 'hearing', input, {
    ...options,
    hearing: { subject: { kind: subject.kind, id: subject.id }, unit: subject.conveningUnit },
  });

/** Stages in which a hearing is still to come, or goes on. */
const live: ReadonlySet<string> = new Set(['convened', 'noticed', 'open']);

/**
 * Calls off the hearing of a re-examination that goes no further; the petitioner is told. One that is
 * over, or was called off, stays as it is.
 * @param subject the re-examination and its petition
 * @param reason read by all who see the hearing
 * @param options the system on the body's behalf; the same key calls off once
 * @returns refusals as of the step itself
 */
export async function callOffHearing(
  deps: PetitionDeps,
  subject: { readonly id: string; readonly petitionId: string },
  reason: string,
  options: Omit<BeginOptions, 'hearing'>,
): Promise<Result<undefined, Refusal>> {
  const { actor, commandKey, at } = options;
  const { petitionId } = subject;
  const hearings = await deps.db.withActor(scopeOf(actor), 'read', async (tx) => {
    if ((await openFolder(tx, deps.vault, petitionId)) === null) return [];
    const rows = await findOfPetition(tx, petitionId);
    const found: string[] = [];
    for (const { id, kind, stage } of rows) {
      if (kind !== 'hearing' || !live.has(stage)) continue;
      await setStream(tx, id);
      const hearing = fold(id, (await loadEvents(tx, id)).map(upcast));
      const about = hearing?.kind === 'hearing' ? hearing.subject : null;
      if (about?.kind === 're-examination' && about.id === subject.id) found.push(id);
    }
    return found;
  });
  for (const id of hearings) {
    const done = await stepProceeding(
      deps,
      { petitionId, id },
      'hearing',
      'cancel',
      { reason },
      {
        actor,
        commandId: deriveId(deps.keys, 'system:proceedings', `call-off:${id}`, commandKey),
        at,
      },
    );
    if (!done.ok) return done;
  }
  return ok(undefined);
}
