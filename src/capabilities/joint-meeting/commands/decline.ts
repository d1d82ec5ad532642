import { actorId, type StaffActor } from '../../../kernel/actor.ts';
import { refuse, type Refusal } from '../../../kernel/refusals.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import { inTransaction } from '../../../platform/database/index.ts';
import { deriveId } from '../../../platform/vault/index.ts';
import { checkWords, noteAgendaIn, openVisible } from '../../petitions/index.ts';
import { limits } from '../limits.ts';
import { mayPlanAt } from '../policy.ts';
import type { MeetingDeps, MeetingOptions } from './deps.ts';

/**
 * Says of what was brought before the joint meeting that it needs none, and why (J-1). What its
 * superior left undecided cannot be declined: nobody else would decide it (Reg. 24).
 * Refusals: `not-found`, `not-permitted`, `agenda-none`, `agenda-overdue`, words.
 */
export function declineSuggestion(
  deps: MeetingDeps,
  petitionId: string,
  reason: string,
  options: MeetingOptions & { readonly actor: StaffActor },
): Promise<Result<{ readonly id: string }, Refusal>> {
  const { actor, commandKey } = options;
  return inTransaction(deps, actor, async (tx) => {
    const folder = await openVisible(tx, deps, actor, petitionId);
    if (folder === null) return refuse('not-found');
    const { agenda } = folder.petition;
    if (!mayPlanAt(actor, actor.unitId)) {
      return refuse('not-permitted', { verb: 'joint-meeting.plan' });
    }
    if (agenda?.unit !== actor.unitId || agenda.stage !== 'suggested') return refuse('agenda-none');
    if (agenda.cause === 'overdue') return refuse('agenda-overdue');
    const words = checkWords(reason, 'reason', limits.text);
    if (!words.ok) return words;
    await noteAgendaIn(
      tx,
      deps,
      petitionId,
      {
        unit: actor.unitId,
        meetingId: null,
        stage: 'declined',
        question: agenda.question,
        words: words.value,
      },
      {
        actor,
        commandId: deriveId(deps.keys, actorId(actor), `decline-${petitionId}`, commandKey),
        ...(options.at === undefined ? {} : { at: options.at }),
      },
    );
    return ok({ id: petitionId });
  });
}
