import type { Aid, WayOut } from './case.ts';
import type { RecordedWayEvent } from './events.ts';

const withAid = (before: WayOut, more: Partial<Aid>): WayOut =>
  before.aid === null ? before : { ...before, aid: { ...before.aid, ...more } };

function change(before: WayOut, event: RecordedWayEvent): WayOut {
  const { at } = event;
  switch (event.type) {
    case 'WayChosen':
      return before;
    case 'PathStepDone': {
      const { stepId, ...done } = event.data;
      return {
        ...before,
        steps: before.steps.map((step) =>
          step.id === stepId ? { ...step, done: { at, ...done } } : step,
        ),
      };
    }
    case 'LawExplained':
      return { ...before, explanations: [...before.explanations, { at, ...event.data }] };
    case 'WayFinished':
      return { ...before, status: 'done', finished: { at, ...event.data } };
    case 'WayChanged':
      return { ...before, status: 'changed', changed: { at, ...event.data } };
    case 'AidApproved': {
      const { last, ...approval } = event.data;
      const approvals = [...(before.aid?.approvals ?? []), { at, ...approval }];
      return { ...withAid(before, { approvals }), status: last ? 'approved' : before.status };
    }
    case 'AidRefused':
      return { ...withAid(before, { refused: { at, ...event.data } }), status: 'refused' };
    case 'AidPaid':
      return { ...withAid(before, { paid: { at, ...event.data } }), status: 'done' };
    case 'PaperSealed': {
      const { paperId, number, userId, issuer } = event.data;
      return withAid(before, {
        sheet: { paperId, number, at, by: userId, issuer, renderedAt: null },
      });
    }
    case 'PaperRendered': {
      const sheet = before.aid?.sheet ?? null;
      return sheet === null ? before : withAid(before, { sheet: { ...sheet, renderedAt: at } });
    }
    case 'WaySucceeded': {
      const { from, to } = event.data;
      const heirOf = (unit: string): string => (unit === from ? to : unit);
      const { chain = [] } = before.aid ?? {};
      return {
        ...withAid(before, { chain: chain.map((step) => ({ ...step, unit: heirOf(step.unit) })) }),
        unit: heirOf(before.unit),
        office: heirOf(before.office),
      };
    }
  }
}

/**
 * Carries a way out over one recorded event.
 * @param id the stream
 * @param before the state before, null at birth
 */
export function evolveWay(id: string, before: WayOut | null, event: RecordedWayEvent): WayOut {
  const { seq, calendarVersion } = event;
  if (before !== null) return { ...change(before, event), version: seq, calendarVersion };
  if (event.type !== 'WayChosen') {
    throw new Error(`Stream ${id} begins with ${event.type}, not with WayChosen`);
  }
  const { userId, steps, aid, ...data } = event.data;
  return {
    id,
    version: seq,
    calendarVersion,
    ...data,
    status: aid === null ? 'chosen' : 'approving',
    chosenAt: event.at,
    chosenBy: userId,
    steps: steps.map((step) => ({ ...step, done: null })),
    explanations: [],
    aid: aid === null ? null : { ...aid, approvals: [], refused: null, sheet: null, paid: null },
    finished: null,
    changed: null,
    papers: [],
  };
}
