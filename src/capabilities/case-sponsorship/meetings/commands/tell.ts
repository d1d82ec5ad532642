import { deriveId } from '../../../../platform/vault/index.ts';
import { tellOfPetition, type CaseComposing } from '../../../petitions/index.ts';
import type { SponsorshipDeps } from '../../commands/deps.ts';
import type { Meeting, Participant } from '../case.ts';

/** Each unit and leader at the table once. */
function toldOf(participants: readonly Participant[]) {
  const seen = new Map<string, { readonly unitId: string; readonly userId?: string }>();
  for (const { unit, userId } of participants) {
    if (unit === null) continue;
    const key = `${unit}/${userId ?? ''}`;
    seen.set(key, { unitId: unit, ...(userId === null ? {} : { userId }) });
  }
  return [...seen];
}

/**
 * Tells everybody who has an account or a contact here that there is news of a meeting; the messages
 * say nothing of the matter. Enterprise and experts are told by telephone, which the record notes.
 */
export async function tellTable(
  deps: SponsorshipDeps,
  { tx, petition, actor }: Pick<CaseComposing<Meeting>, 'tx' | 'petition' | 'actor'>,
  participants: readonly Participant[],
  commandId: string,
  more: {
    readonly due: string;
    readonly caseId: string;
    /** Where only the petitioner has news. */
    readonly petitionerAlone?: boolean;
  },
): Promise<void> {
  const idOf = (what: string): string => deriveId(deps.keys, 'system:meetings', what, commandId);
  const own = { petitioner: true, template: 'meeting-news' } as const;
  await tellOfPetition(tx, deps, petition, own, idOf('petitioner'));
  if (more.petitionerAlone === true) return;
  for (const [key, to] of toldOf(participants)) {
    if (actor.kind === 'staff' && to.unitId === actor.unitId && to.userId === actor.userId)
      continue;
    const url = `${deps.publicUrl}/console/meetings/${more.caseId}`;
    await tellOfPetition(tx, deps, petition, { ...to, due: more.due, url }, idOf(key));
  }
}
