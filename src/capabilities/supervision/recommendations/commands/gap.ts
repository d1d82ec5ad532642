import type { Actor, StaffActor } from '../../../../kernel/actor.ts';
import { refuse, type Refusal } from '../../../../kernel/refusals.ts';
import type { Result } from '../../../../kernel/result.ts';
import { CommandRefused, setStream, type Tx } from '../../../../platform/database/index.ts';
import { deriveId } from '../../../../platform/vault/index.ts';
import {
  findListed,
  isAccusation,
  openVisible,
  systemActor,
  type OrganisationSnapshot,
  type Petition,
} from '../../../petitions/index.ts';
import type { OwnOptions, SupervisionDeps } from '../../commands/deps.ts';
import {
  beginOwn,
  stepOwn,
  stepOwnIn,
  type OwnAnswer,
  type OwnWork,
} from '../../commands/own-records.ts';
import type { GapCommand } from '../command.ts';
import type { NoteGapInput } from '../contract.ts';
import type { GapEvent } from '../events.ts';
import { limits } from '../limits.ts';
import { mayNote } from '../policy.ts';
import type { PolicyGap } from '../policy-gap.ts';
import { gapKind } from '../queries/kind.ts';

/** The narrowest category of a petition, by name; empty where nobody has classified it. */
const topicOf = (
  { category }: Pick<Petition, 'category'>,
  { categoryName }: OrganisationSnapshot,
): string => {
  const code = category?.third ?? category?.second ?? category?.first;
  return code == null ? '' : categoryName(code);
};

const gapWork: OwnWork<PolicyGap, GapCommand, GapEvent> = { rules: gapKind };

/**
 * Notes what a policy lacks, as it was seen in a petition: by the office that answers for it, or by
 * the head of the unit that handles it (U-6). Never of an accusation (L-5).
 * @returns its id; refusals `not-found`, `input-required`, `number-length`, `number-check-digit`,
 * `inspection-accusation`, `not-permitted`, `unit-unknown`, words
 */
export async function noteGap(
  deps: SupervisionDeps,
  input: NoteGapInput,
  options: OwnOptions & { readonly actor: StaffActor },
): Promise<Result<OwnAnswer, Refusal>> {
  const { actor, commandId } = options;
  const found =
    input.petition === undefined
      ? await findListed(deps, { actor }, input.number ?? '')
      : ({ ok: true, value: input.petition } as const);
  if (!found.ok) return found;
  const petitionId = found.value;
  return beginOwn(
    deps,
    gapWork,
    commandId,
    {
      type: 'noteGap',
      input,
      compose: async ({ tx, id, words, clean, organisation }) => {
        const petition = (await openVisible(tx, deps, actor, petitionId))?.petition;
        if (petition === undefined) throw new CommandRefused(refuse('not-found'));
        if (isAccusation(petition)) {
          throw new CommandRefused(refuse('inspection-accusation'));
        }
        if (!mayNote(actor, petition.office, petition.holder)) {
          throw new CommandRefused(refuse('not-permitted', { verb: 'gap.note' }));
        }
        await setStream(tx, id);
        return {
          type: 'noteGap' as const,
          office: petition.office,
          notedAtUnit: actor.unitId,
          petitionId,
          department: input.department,
          topic: clean(input.topic || topicOf(petition, organisation), 'topic', limits.topic),
          policy: words(input.policy, 'policy', limits.words),
          missing: words(input.missing, 'missing', limits.words),
        };
      },
    },
    options,
  );
}

/** Finds that a gap is none, with the reason. */
export const dropGap = (
  deps: SupervisionDeps,
  id: string,
  input: { readonly reason: string },
  options: OwnOptions,
): Promise<Result<OwnAnswer, Refusal>> =>
  stepOwn(
    deps,
    gapWork,
    id,
    {
      type: 'dropGap',
      input,
      compose: ({ words }) => ({
        type: 'dropGap' as const,
        reason: words(input.reason, 'reason', limits.words),
      }),
    },
    options,
  );

/** A step of the system with a gap: it follows its project, its petition and its units. */
export const stepGapBySystem = (
  deps: SupervisionDeps,
  id: string,
  command: Exclude<GapCommand, { readonly type: 'noteGap' | 'dropGap' }>,
  options: OwnOptions & { readonly actor: Actor },
): Promise<Result<OwnAnswer, Refusal>> =>
  stepOwn(
    deps,
    gapWork,
    id,
    { type: command.type, input: command, compose: () => command },
    options,
  );

/**
 * Puts a gap under a repair, in the repair's own transaction; the gap's stream is open afterwards.
 * @param now epoch ms
 * @throws CommandRefused `recommendation-not-in-status` where another repair has it, or somebody
 * dropped it
 */
export async function groupGapIn(
  tx: Tx,
  deps: SupervisionDeps,
  id: string,
  projectId: string,
  now: number,
): Promise<void> {
  const command = { type: 'groupGap', projectId } as const;
  const commandId = deriveId(deps.keys, 'system:recommendations', 'take-gap', `${id} ${projectId}`);
  const done = await stepOwnIn(
    tx,
    deps,
    gapWork,
    id,
    { type: command.type, input: command, compose: () => command },
    { actor: systemActor('recommendations'), commandId, at: now },
  );
  if (!done.ok) throw new CommandRefused(done);
}
