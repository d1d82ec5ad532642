import type { StaffActor } from '../../../../kernel/actor.ts';
import { localDate, localDateOf } from '../../../../kernel/local-date.ts';
import { refuse, type Refusal } from '../../../../kernel/refusals.ts';
import type { Result } from '../../../../kernel/result.ts';
import { scopeOf } from '../../../../platform/database/index.ts';
import { deriveId } from '../../../../platform/vault/index.ts';
import {
  beginCase,
  findOpenCasesOf,
  openCase,
  openStreams,
  runCase,
  succeedEach,
  type CommandAnswer,
  type CommandOptions,
  type Succession,
} from '../../../petitions/index.ts';
import type { SponsorshipDeps } from '../../commands/deps.ts';
import type { PlanVisitInput, VisitStep, VisitStepInput } from '../contract.ts';
import { festivalsOf, mayVisit, type VisitCommand } from '../festival-visit.ts';
import { limits } from '../limits.ts';
import { foldWay } from '../queries/kind.ts';
import { festivalVisitKind } from '../queries/visit-kind.ts';

/** Somebody helped is visited once before a festival, however often the form is sent. */
const visitIdOf = (
  deps: Pick<SponsorshipDeps, 'keys'>,
  wayOutId: string,
  festival: string,
): string => deriveId(deps.keys, 'system:festival-visits', wayOutId, festival);

/** The list of a unit for a festival. */
export const festivalListOf = (
  deps: Pick<SponsorshipDeps, 'keys'>,
  unit: string,
  festival: string,
): string => deriveId(deps.keys, 'system:festival-visits', `list:${unit}`, festival);

async function passAid(deps: SponsorshipDeps, actor: StaffActor, wayOutId: string) {
  return deps.db.withActor(scopeOf(actor), 'read', async (tx) => {
    const petitionId = await openCase(tx, wayOutId);
    if (petitionId === null) return null;
    const stream = (await openStreams(tx, deps, [wayOutId])).get(wayOutId);
    const way = stream === undefined ? null : foldWay(wayOutId, stream.events);
    const granted = way?.status === 'approved' || (way?.aid != null && way.status === 'done');
    return { petitionId, granted };
  });
}

/**
 * Puts somebody who was granted aid on the list of a festival (S-5); a person does that, one by one.
 * @returns its id and version, the same when they stand there; refusals `not-found`,
 * `not-permitted`, `festival-aid`, `festival-unknown`, `way-out-accusation`,
 * `idempotency-key-reused` where they stand there already with other words
 */
export async function planFestivalVisit(
  deps: SponsorshipDeps,
  wayOutId: string,
  input: PlanVisitInput,
  options: { readonly actor: StaffActor; readonly at?: number | undefined },
): Promise<Result<CommandAnswer & { readonly id: string }, Refusal>> {
  const { actor, at } = options;
  const aid = await passAid(deps, actor, wayOutId);
  if (aid === null) return refuse('not-found');
  const caseId = visitIdOf(deps, wayOutId, input.festival);
  return beginCase(
    deps,
    festivalVisitKind,
    { caseId, petitionId: aid.petitionId },
    {
      type: 'planVisit',
      input,
      mayOpen: (who, { holder, office }) => mayVisit(who, 'planVisit', { unit: holder, office }),
      compose: ({ petition, words, now }): VisitCommand => ({
        type: 'planVisit',
        petitionId: petition.id,
        wayOutId,
        listId: festivalListOf(deps, actor.unitId, input.festival),
        festival:
          festivalsOf(deps.calendar(), localDateOf(now)).find(
            ({ from }) => from === input.festival,
          ) ?? null,
        aidGranted: aid.granted,
        unit: actor.unitId,
        office: petition.office,
        plannedOn: localDate(input.plannedOn),
        goes: words(input.goes, 'goes', limits.line),
      }),
    },
    { actor, commandId: caseId, ...(at === undefined ? {} : { at }) },
  );
}

/**
 * Records what was brought and when, or that the visit does not take place.
 * @returns the new version; refusals `not-found`, `not-permitted`, `version-conflict`,
 * `festival-not-in-status`, `way-out-date`
 */
export const stepFestivalVisit = <T extends VisitStep>(
  deps: SponsorshipDeps,
  id: string,
  type: T,
  input: VisitStepInput<T>,
  options: CommandOptions,
): Promise<Result<CommandAnswer, Refusal>> =>
  runCase(
    deps,
    festivalVisitKind,
    id,
    {
      type,
      input,
      compose: ({ words, optionalWords }): VisitCommand => {
        if (type === 'cancelVisit') {
          const { reason } = input as VisitStepInput<'cancelVisit'>;
          return { type: 'cancelVisit', reason: words(reason, 'reason', limits.reason) };
        }
        const { on, brought, words: said } = input as VisitStepInput<'recordVisit'>;
        return {
          type: 'recordVisit',
          on: localDate(on),
          brought: words(brought, 'brought', limits.line),
          words: optionalWords(said, 'words', limits.words),
        };
      },
    },
    options,
  );

/** Gives planned visits of a unit that ended to its successor (O-1). */
export const succeedFestivalVisits = (
  deps: SponsorshipDeps,
  units: Succession,
  signal: AbortSignal,
): Promise<void> =>
  succeedEach(
    deps,
    units,
    signal,
    (tx, unitId, after) => findOpenCasesOf(tx, festivalVisitKind.kind, unitId, after),
    (id, input, options) =>
      runCase(
        deps,
        festivalVisitKind,
        id,
        {
          type: 'succeedUnit',
          input,
          compose: (): VisitCommand => ({ type: 'succeedUnit', ...input }),
        },
        options,
      ),
  );
