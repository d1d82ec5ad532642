import { refuse, type Refused } from '../../../../kernel/refusals.ts';
import { ok } from '../../../../kernel/result.ts';
import type { ProgrammeCommand, ProgrammeCommandOf } from '../command.ts';
import type { ProgrammeEvent, ProgrammePlan } from '../events.ts';
import { isProgrammeThinkable } from '../lifecycle.ts';
import type { Programme } from '../programme.ts';
import { today, type Context, type Decided } from './context.ts';

type Decision = Decided<ProgrammeEvent>;

const withoutType = <C extends { readonly type: string }>(command: C): Omit<C, 'type'> => {
  const { type: _, ...data } = command;
  return data;
};

/** A programme has days in order, a team, and rounds within its days. */
function findPlanFault({
  from,
  to,
  teams,
  rounds,
}: Pick<ProgrammePlan, 'from' | 'to' | 'teams' | 'rounds'>): Refused | null {
  if (to < from) return refuse('inspection-dates', {}, 'to');
  if (teams.length === 0) return refuse('inspection-team-missing', {}, 'teams');
  const outside = rounds.find(
    (round) => round.to < round.from || round.from < from || round.to > to,
  );
  return outside === undefined
    ? null
    : refuse('inspection-round-dates', { name: outside.name }, 'rounds');
}

/**
 * The list stands before the seed exists, and the seed is something that nobody in the office can
 * choose: a public text of a later day, or the server's own randomness (U-1).
 */
function freezeList(command: ProgrammeCommandOf<'freezeList'>, context: Context): Decision {
  const { list, take, source } = command;
  if (list.length === 0) return refuse('draw-list-empty');
  if (take > list.length) return refuse('draw-too-many', { count: list.length }, 'take');
  if (source.kind === 'public' && source.from <= today(context)) {
    return refuse('draw-seed-early', {}, 'seedFrom');
  }
  return ok([{ type: 'DrawListFrozen', data: withoutType(command) }]);
}

function drawFromList(
  programme: Programme,
  command: ProgrammeCommandOf<'drawFromList'>,
  context: Context,
): Decision {
  const draw = programme.draws.find(({ id }) => id === command.drawId);
  if (draw === undefined) return refuse('not-found');
  // One draw from one list: whoever could draw again could draw until it suits.
  if (draw.drawn !== null) return refuse('draw-made');
  if (draw.source.kind === 'public' && today(context) < draw.source.from) {
    return refuse('draw-seed-not-yet', { from: draw.source.from }, 'seed');
  }
  return ok([{ type: 'DrawMade', data: withoutType(command) }]);
}

/** Judges a command on a programme, or the one that makes it. */
export function decideProgramme(
  programme: Programme | null,
  command: ProgrammeCommand,
  context: Context,
): Decision {
  if (command.type === 'planProgramme') {
    const fault = findPlanFault(command);
    return fault ?? ok([{ type: 'ProgrammePlanned', data: withoutType(command) }]);
  }
  if (programme === null) return refuse('not-found');
  if (!isProgrammeThinkable(command.type, programme.status)) {
    return refuse('inspection-not-in-status', { status: programme.status });
  }
  switch (command.type) {
    case 'changeProgramme': {
      const fault = findPlanFault(command);
      return fault ?? ok([{ type: 'ProgrammeChanged', data: withoutType(command) }]);
    }
    case 'approveProgramme':
      // Whoever wrote it does not approve it, as with papers (P-4a).
      return programme.plannedBy === context.by
        ? refuse('inspection-own-approval')
        : ok([
            {
              type: 'ProgrammeApproved',
              data: { userId: context.actor.kind === 'staff' ? context.actor.userId : '' },
            },
          ]);
    case 'changeTeams': {
      const fault = findPlanFault({ ...programme, ...command });
      return fault ?? ok([{ type: 'TeamsChanged', data: withoutType(command) }]);
    }
    case 'freezeList':
      return freezeList(command, context);
    case 'drawFromList':
      return drawFromList(programme, command, context);
    case 'closeProgramme':
      return command.open > 0
        ? refuse('inspection-open', { count: command.open })
        : ok([{ type: 'ProgrammeClosed', data: {} }]);
    case 'succeedUnit': {
      const { from, to } = command;
      const stands =
        programme.office === from || programme.teams.some(({ units }) => units.includes(from));
      return ok(stands ? [{ type: 'ProgrammeSucceeded', data: { from, to } }] : []);
    }
  }
}
