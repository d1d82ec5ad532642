import type { Refusal } from '../../../kernel/refusals.ts';
import type { Result } from '../../../kernel/result.ts';
import type { PetitionDeps } from '../../petitions/index.ts';
import type { BeginInput } from '../contract.ts';
import { beginProceeding, type Begun, type BeginOptions } from './begin.ts';

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
