import { countClock } from '../../../../kernel/case-clocks.ts';
import { scopeOf } from '../../../../platform/database/index.ts';
import { loadEvents } from '../../../../platform/record/index.ts';
import { deriveId } from '../../../../platform/vault/index.ts';
import {
  findCasesWaiting,
  openCase,
  runAll,
  runCase,
  StepRefused,
  systemActor,
  type CaseComposing,
} from '../../../petitions/index.ts';
import { openLetter, type Ladder } from '../case.ts';
import { waitingClock } from '../clocks.ts';
import type { LettersCommand } from '../command.ts';
import { foldLetters, lettersKind } from '../queries/kind.ts';
import type { SupervisionDeps } from './deps.ts';

const actor = systemActor('letters');

/** What may have happened since the ladder was read; then there is nothing to raise. */
const overtaken = ['letters-not-due', 'letters-top', 'letters-not-in-status', 'letters-accusation'];

/** Who can hold a unit to account: the discipline body of its region, else the unit above it. */
function bodyFor({ state, organisation, petition }: CaseComposing<Ladder>): string | null {
  const unit = state === null ? undefined : organisation.find(state.unit);
  const region = unit?.regionCode ?? petition.regionCode;
  return organisation.unitOfKind('discipline-body', region) ?? unit?.parentId ?? null;
}

async function escalate(deps: SupervisionDeps, id: string, now: number): Promise<boolean> {
  const ladder = await deps.db.withActor(scopeOf(actor), 'read', async (tx) =>
    (await openCase(tx, id)) === null ? null : foldLetters(id, await loadEvents(tx, id)),
  );
  const clock = ladder === null ? undefined : waitingClock(ladder);
  if (ladder === null || clock === undefined) return false;
  // Read before the lock to spare most of them one; the rule looks again under it.
  const calendar = deps.calendar(ladder.calendarVersion);
  const top = openLetter(ladder)?.step === ladder.steps.length - 1;
  if (top || now < countClock(clock, calendar).dueAt) return false;
  const done = await runCase(
    deps,
    lettersKind,
    id,
    {
      type: 'escalateLetter',
      input: { clock: clock.key },
      compose: (with_): LettersCommand => ({
        type: 'escalateLetter',
        paperId: deriveId(deps.keys, 'system:letters', 'draft', `${id}:${clock.key}`),
        addressee: bodyFor(with_),
      }),
    },
    {
      actor,
      commandId: deriveId(deps.keys, 'system:letters', 'escalate', `${id}:${clock.key}`),
      at: now,
    },
  );
  if (!done.ok && !overtaken.includes(done.refusal.code)) throw new StepRefused(done.refusal);
  return done.ok;
}

/**
 * Raises every ladder whose letter nobody answered until its last day was over (U-4): an event
 * without anybody's doing, and the draft of the next letter on the supervisor's desk. The command's
 * id follows from the clock: however often it runs, a lapse raises once.
 * @param now epoch ms
 * @param signal aborted when the worker stops
 * @returns how many ladders rose
 */
export async function escalateLetters(
  deps: SupervisionDeps,
  now: number,
  signal: AbortSignal,
): Promise<number> {
  let risen = 0;
  await runAll<string>(
    (after) =>
      // The reading role sees lines of its own units alone.
      deps.db.withActor(scopeOf(actor), 'write', (tx) =>
        findCasesWaiting(tx, lettersKind.kind, 'letter-answer', after),
      ),
    async (id) => {
      if (await escalate(deps, id, now)) risen += 1;
    },
    signal,
  );
  return risen;
}
