import type { Actor } from '../../../kernel/actor.ts';
import type { RefusalCode } from '../../../kernel/refusals.ts';
import type { Command, CommandOf, CommandType } from '../command.ts';
import type { Registration } from '../events.ts';
import { hour, Life, staff, words } from '../life.test-data.ts';
import type { DemandOutcome } from '../petition.ts';

export const text = words('reason');
export const short = words('short', 4);
export const petitioner: Actor = { kind: 'petitioner', petitionId: 'petition-1' };
export const system: Actor = { kind: 'system', name: 'job' };
export const headOf = (unit: string): Actor => staff(unit, `${unit}-head`);

type Input<T extends CommandType> = Omit<CommandOf<T>, 'type'>;

/** Why a command is refused; `done` when it is not. */
export function answerTo(life: Life, command: Command, actor: Actor): RefusalCode | 'done' {
  const decision = life.try(command, actor);
  return decision.ok ? 'done' : decision.refusal.code;
}

export const classify = (more: Partial<Input<'classify'>> = {}): Command => ({
  type: 'classify',
  purpose: 'appeal',
  category: null,
  urgency: 'ordinary',
  regionCode: '430121',
  accusedUnits: [],
  named: [],
  ...more,
});

export const refer = (to: string, paperId = 'referral'): Command => ({
  type: 'refer',
  to,
  instruction: null,
  paperId,
});

export const assign = (life: Life, to: string, days = 40, paperId = 'assignment'): Command => ({
  type: 'assign',
  to,
  dueDate: life.inDays(days),
  instruction: null,
  paperId,
});

export const handOver = (to: string, named: readonly string[] = []): Command => ({
  type: 'handOver',
  to,
  instruction: null,
  paperId: 'handover',
  named,
});

export const accept: CommandOf<'accept'> = {
  type: 'accept',
  officer: 'housing-officer',
  paperId: 'notice',
};

export const object: Command = { type: 'object', reasons: text };

export const decideObjection = (upheld: boolean): Command => ({
  type: 'decideObjection',
  upheld,
  reasons: text,
  paperId: 'objection',
});

export const redirect = (awaitsReceipt: boolean): Command => ({
  type: 'redirect',
  way: 2,
  explanation: text,
  awaitsReceipt,
  paperId: 'redirection',
});

export const serve = (life: Life, paperId: string): Command => ({
  type: 'servePaper',
  paperId,
  way: 'hand',
  servedOn: life.now - hour,
  proof: text,
});

export const extend = (days: number, paperId = 'extension'): Command => ({
  type: 'requestExtension',
  days,
  reason: text,
  paperId,
});

/** An opinion that gives every demand the same answer. */
export function opinion(life: Life, outcome: DemandOutcome = 'explained', id = 'opinion'): Command {
  return {
    type: 'draftOpinion',
    paperId: id,
    demands: life.state.demands.map((demand) => ({
      demandId: demand.id,
      outcome,
      facts: text,
      basis: text,
      answer: text,
      execution:
        outcome === 'supported'
          ? { responsible: { id: 'r', hash: 'h' }, dueDate: life.inDays(20) }
          : null,
    })),
  };
}

export function registered(more: Partial<Registration> = {}, at?: string): Life {
  const life = new Life();
  if (at !== undefined) life.now = Date.parse(`${at}+08:00`);
  life.register(more);
  return life;
}

export function referred(to = 'housing'): Life {
  const life = registered();
  life.do(refer(to), staff('office'));
  return life;
}

export function assigned(): Life {
  const life = registered();
  life.do(assign(life, 'housing'), staff('office'));
  return life;
}

/** Accepted by the housing bureau, with the notice sealed. */
export function handled(life: Life = referred()): Life {
  life.do(accept, staff('housing'));
  life.issue('notice', 'housing');
  return life;
}

/** Taken in by the housing bureau itself. */
export const direct = (more: Partial<Registration> = {}): Life =>
  registered({ holder: 'housing', registeredBy: 'housing', ...more });

/** Opinion sealed and in the petitioner's hands. */
export function answered(life: Life = handled(), outcome: DemandOutcome = 'explained'): Life {
  life.do(opinion(life, outcome), staff('housing'));
  life.issue('opinion', 'housing');
  life.do(serve(life, 'opinion'), staff('housing'));
  return life;
}

/** Returned by two units: the common superior has it. */
export function twiceReturned(): Life {
  const life = registered();
  for (const unit of ['housing', 'transport']) {
    life.do(refer(unit, `to-${unit}`), staff('office'));
    life.do(object, staff(unit));
    // The second objection goes up by itself (J-3).
    if (unit === 'housing') life.do(decideObjection(true), staff('office'));
  }
  return life;
}

/** Running clocks, as `period holder`. */
/** Running clocks, without those that every answered petition brings along (rating, follow-up). */
export const running = (life: Life): string[] =>
  life.state.clocks
    .filter((clock) => clock.stoppedAt === null)
    .filter(({ period }) => period !== 'rating-window' && period !== 'follow-up')
    .map((clock) => `${clock.period} ${clock.holder}`);
