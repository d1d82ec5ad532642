import type { Refusal } from '../../../../kernel/refusals.ts';
import type { Result } from '../../../../kernel/result.ts';
import { scopeOf } from '../../../../platform/database/index.ts';
import {
  beginCase,
  findOpenCasesOf,
  openCase,
  runCase,
  succeedEach,
  type CaseComposing,
  type CommandAnswer,
  type CommandOptions,
  type PetitionDeps,
  type Succession,
} from '../../../petitions/index.ts';
import type { Listing } from '../case.ts';
import type { ListingCommand } from '../command.ts';
import type { EnterListInput, ListingStep, ListingStepInput } from '../contract.ts';
import { limits } from '../limits.ts';
import { mayList } from '../policy.ts';
import { listingIdOf, listingKind } from '../queries/kind.ts';

/**
 * Puts a petition on the leadership's inspection list, for the first time or again (U-3).
 * @returns the listing; refusals `not-found`, `not-permitted`, `inspection-list-accusation`,
 * `inspection-list-state` where it stands there, `explanation-required`
 */
export async function enterList(
  deps: PetitionDeps,
  petitionId: string,
  input: EnterListInput,
  options: CommandOptions,
): Promise<Result<{ readonly id: string; readonly version: number }, Refusal>> {
  const id = listingIdOf(deps, petitionId);
  const compose = ({ petition, words }: Pick<CaseComposing<Listing>, 'petition' | 'words'>) =>
    ({
      type: 'enterList',
      petitionId,
      office: petition.office,
      unit: petition.holder,
      colour: input.colour,
      reason: words(input.reason, 'reason', limits.reason),
    }) as const satisfies ListingCommand;
  const known = await deps.db.withActor(
    scopeOf(options.actor),
    'read',
    async (tx) => (await openCase(tx, id)) !== null,
  );
  if (!known) {
    return beginCase(
      deps,
      listingKind,
      { caseId: id, petitionId },
      {
        type: 'enterList',
        input,
        mayOpen: (actor, { office, holder }) =>
          mayList(actor, 'enterList', { office, unit: holder }),
        compose,
      },
      options,
    );
  }
  const done = await runCase(deps, listingKind, id, { type: 'enterList', input, compose }, options);
  return done.ok ? { ok: true, value: { id, version: done.value.version } } : done;
}

/**
 * Gives a listed case another colour, or takes it off the list.
 * @returns the new version; refusals `not-found`, `not-permitted`, `version-conflict`,
 * `inspection-list-state`, `inspection-list-same-colour`, `explanation-required`
 */
export const stepListing = <T extends ListingStep>(
  deps: PetitionDeps,
  id: string,
  type: T,
  input: ListingStepInput<T>,
  options: CommandOptions,
): Promise<Result<CommandAnswer, Refusal>> =>
  runCase(
    deps,
    listingKind,
    id,
    {
      type,
      input,
      compose: ({ words }): ListingCommand => {
        const reason = words(input.reason, 'reason', limits.reason);
        return type === 'recolour'
          ? { type: 'recolour', reason, colour: (input as ListingStepInput<'recolour'>).colour }
          : { type: 'removeFromList', reason };
      },
    },
    options,
  );

/**
 * Gives every listed case of a merged or abolished unit to its successor (O-1), one by one; a second
 * run changes nothing.
 * @param units the unit that ended, and who takes over
 */
export const succeedListings = (
  deps: PetitionDeps,
  units: Succession,
  signal: AbortSignal,
): Promise<void> =>
  succeedEach(
    deps,
    units,
    signal,
    (tx, unitId, after) => findOpenCasesOf(tx, listingKind.kind, unitId, after),
    (id, input, options) =>
      runCase(
        deps,
        listingKind,
        id,
        {
          type: 'succeedUnit',
          input,
          compose: (): ListingCommand => ({ type: 'succeedUnit', ...input }),
        },
        options,
      ),
  );
