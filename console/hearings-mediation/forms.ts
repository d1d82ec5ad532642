import type { ProceedingView } from '../../src/capabilities/hearings-mediation/view.ts';
import type { Values } from '../shell/spec-form.tsx';
import type { Words } from '../words/words.ts';

type Group =
  | 'mode'
  | 'regionRule'
  | 'cause'
  | 'vote'
  | 'way'
  | 'agreementForm'
  | 'confirmationResult'
  | 'outcome'
  | 'partyRole'
  | 'memberKind'
  | 'part'
  | 'shiftRole';

/** With which control a field is filled. */
export interface Spec {
  readonly name: string;
  readonly kind:
    | 'text'
    | 'area'
    | 'date'
    | 'number'
    | 'check'
    | 'choice'
    | 'choices'
    | 'unit'
    | 'region'
    | 'member'
    | 'members'
    | 'seat'
    | 'party'
    | 'parties'
    | 'list'
    | 'days'
    | 'uploads';
  readonly label: keyof Words['hearings']['label'];
  readonly group?: Group;
  readonly required?: boolean;
  readonly first?: unknown;
}

const spec = (kind: Spec['kind'], name: string, more: Partial<Spec> = {}): Spec => ({
  kind,
  name,
  label: name as Spec['label'],
  required: true,
  ...more,
});
const optional = { required: false } as const;
const on = spec('date', 'on');
const reason = spec('area', 'reason');

const party = [
  spec('choice', 'role', { group: 'partyRole' }),
  spec('text', 'name', optional),
  spec('unit', 'unit', optional),
];

/** What is typed to begin each kind. */
export const beginForms: Readonly<Record<ProceedingView['kind'], readonly Spec[]>> = {
  hearing: [
    spec('area', 'topic'),
    spec('check', 'open', { first: true, ...optional }),
    spec('area', 'closedReason', optional),
  ],
  mediation: [
    spec('choice', 'kind', { group: 'way' }),
    spec('area', 'topic'),
    spec('text', 'otherParty'),
    spec('member', 'mediatorId', optional),
    spec('text', 'mediatorName', optional),
  ],
  're-evaluation': [
    spec('unit', 'body'),
    spec('area', 'question'),
    spec('list', 'professions'),
    spec('members', 'reviewers'),
  ],
  deliberation: [spec('area', 'topic')],
};

/** What is typed for each step of each kind. */
export const stepForms: Readonly<
  Record<ProceedingView['kind'], Readonly<Record<string, readonly Spec[]>>>
> = {
  hearing: {
    schedule: [
      spec('date', 'date'),
      spec('text', 'time'),
      spec('choice', 'mode', { group: 'mode' }),
      spec('text', 'place'),
      spec('area', 'bring', optional),
    ],
    nameParty: party,
    drawPanel: [
      spec('number', 'seats', { first: '5' }),
      spec('choices', 'kinds', { group: 'memberKind', ...optional }),
      spec('choice', 'region', { group: 'regionRule', first: 'any' }),
      spec('list', 'professions', optional),
    ],
    replaceMember: [spec('seat', 'memberId'), spec('choice', 'cause', { group: 'cause' }), reason],
    rejectObjection: [spec('seat', 'memberId'), reason],
    objectToMember: [spec('seat', 'memberId'), reason],
    draftNotice: [],
    waiveNotice: [on, spec('area', 'proof')],
    addExhibit: [
      spec('text', 'label'),
      spec('uploads', 'uploads', optional),
      spec('party', 'presentedBy', { label: 'partyId', ...optional }),
    ],
    open: [],
    close: [
      spec('parties', 'came', optional),
      spec('days', 'days', optional),
      spec('area', 'record'),
    ],
    vote: [
      spec('seat', 'memberId'),
      spec('choice', 'vote', { group: 'vote' }),
      spec('area', 'opinion', optional),
    ],
    conclude: [spec('area', 'conclusion')],
    cancel: [reason],
  },
  mediation: {
    recordConsent: [
      spec('party', 'partyId'),
      spec('check', 'given', { first: true, ...optional }),
      on,
      spec('area', 'proof'),
    ],
    nameMediator: [spec('member', 'mediatorId', optional), spec('text', 'mediatorName', optional)],
    holdSession: [
      on,
      spec('text', 'place'),
      spec('parties', 'came', optional),
      spec('area', 'record'),
    ],
    agree: [
      spec('choice', 'form', { group: 'agreementForm' }),
      spec('area', 'terms'),
      spec('date', 'effectiveOn'),
    ],
    fail: [reason],
    applyConfirmation: [on, spec('unit', 'court'), spec('check', 'together', optional)],
    recordConfirmation: [
      on,
      spec('text', 'caseNumber'),
      spec('choice', 'result', { group: 'confirmationResult' }),
      spec('area', 'note', optional),
    ],
  },
  're-evaluation': {
    recordAnswer: [on, spec('choice', 'outcome', { group: 'outcome' }), spec('area', 'result')],
    explain: [on, spec('member', 'expertId'), spec('area', 'record')],
  },
  deliberation: {
    recordConsent: [
      spec('check', 'given', { first: true, ...optional }),
      on,
      spec('area', 'proof'),
    ],
    hold: [
      on,
      spec('text', 'place'),
      spec('members', 'members'),
      spec('area', 'record'),
      spec('area', 'advice'),
    ],
  },
};

const aboutMember: readonly Spec[] = [
  spec('choices', 'kinds', { group: 'memberKind', label: 'memberKinds' }),
  spec('text', 'profession', optional),
  spec('region', 'regionCode'),
  spec('unit', 'affiliation', optional),
  spec('date', 'from'),
  spec('date', 'to', optional),
];

export const memberForm: readonly Spec[] = [
  spec('text', 'name'),
  spec('text', 'telephone', optional),
  ...aboutMember,
];

/** Whoever is another person is another member: name and telephone stay. */
export const memberChangeForm: readonly Spec[] = aboutMember;

export const shiftForm: readonly Spec[] = [
  on,
  spec('choice', 'part', { group: 'part' }),
  spec('choice', 'role', { group: 'shiftRole' }),
  spec('member', 'memberId'),
];

const empty: Readonly<Partial<Record<Spec['kind'], unknown>>> = {
  check: false,
  choices: [],
  members: [],
  parties: [],
  uploads: [],
};

export const initialValues = (fields: readonly Spec[]): Values =>
  Object.fromEntries(fields.map(({ name, kind, first }) => [name, first ?? empty[kind] ?? '']));

const pieces = (text: string): string[] =>
  text
    .split(/[、，,;；\s]+/u)
    .map((each) => each.trim())
    .filter((each) => each !== '');

/** What was typed as the contract takes it; what stayed empty is left out. */
export function inputOf(
  fields: readonly Spec[],
  values: Values,
  readDay: (text: string) => string,
): Record<string, unknown> {
  const entries = fields.flatMap(({ name, kind }): [string, unknown][] => {
    const value = values[name];
    if (kind === 'uploads') {
      return [
        [name, Array.isArray(value) ? value.map((file: { readonly id: string }) => file.id) : []],
      ];
    }
    if (kind === 'list' || kind === 'days') {
      const found = pieces(typeof value === 'string' ? value : '');
      return [[name, kind === 'days' ? found.map(readDay) : found]];
    }
    if (typeof value === 'string' && value.trim() === '') return [];
    return [[name, kind === 'number' ? Number(value) : value]];
  });
  const input = Object.fromEntries(entries);
  if (!('otherParty' in input)) return input;
  const { otherParty, ...more } = input;
  return { ...more, parties: [{ role: 'third-party', name: otherParty }] };
}
