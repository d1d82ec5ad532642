import type { MeetingStep } from '../../src/capabilities/joint-meeting/contract.ts';

/** What a form of a meeting gives: texts, and lists of codes. */
export type Typed = Readonly<Record<string, string | readonly string[] | undefined>>;

const seatOf = (key: string): { readonly unit: string; readonly userId: string } => {
  const [unit = '', userId = ''] = key.split('/');
  return { unit, userId };
};

const text = (typed: Typed, name: string): string => {
  const value = typed[name];
  return typeof value === 'string' ? value : '';
};
const many = (typed: Typed, name: string): readonly string[] => {
  const value = typed[name];
  return typeof value === 'string' ? [value] : (value ?? []);
};

/** A plan as it is sent. */
export const planInput = (typed: Typed) => ({
  kind: text(typed, 'kind'),
  on: text(typed, 'on'),
  time: text(typed, 'time'),
  place: text(typed, 'place'),
  chair: seatOf(text(typed, 'chair')),
  members: many(typed, 'members').map(seatOf),
});

const decision = (typed: Typed, itemId: string | null) => ({
  itemId,
  outcome: text(typed, 'outcome'),
  text: text(typed, 'text'),
  main: text(typed, 'main') || null,
  coHandlers: many(typed, 'coHandlers').map((unit) => ({
    unit,
    dueDate: text(typed, 'coHandlersDue'),
  })),
  commitments:
    text(typed, 'promiseUnit') === ''
      ? []
      : [
          {
            unit: text(typed, 'promiseUnit'),
            text: text(typed, 'promiseText'),
            dueDate: text(typed, 'promiseDue'),
          },
        ],
  dissent:
    text(typed, 'dissentUnit') === ''
      ? []
      : [{ unit: text(typed, 'dissentUnit'), text: text(typed, 'dissentText') }],
});

/** What a step is sent with. */
export function inputOf(step: MeetingStep, typed: Typed, itemId: string | null): unknown {
  switch (step) {
    case 'changeMeeting':
      return planInput(typed);
    case 'decideItem':
      return decision(typed, itemId);
    case 'removeItem':
      return { itemId };
    case 'openMeeting':
      return { came: many(typed, 'came') };
    case 'addItem':
      return { ...typed, petitionId: text(typed, 'petitionId') || null };
    default:
      return typed;
  }
}
