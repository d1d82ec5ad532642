import { localDate } from '../../../kernel/local-date.ts';
import type { Folder, OrganisationSnapshot } from '../../petitions/index.ts';
import type { Beginnings, ReviewerFact, Step } from '../command.ts';
import type { BeginInput, StepInput, StepType } from '../contract.ts';
import { findExclusion, drawPanel, type Candidate, type Past } from '../draw.ts';
import type { HearingSubject, Party } from '../events.ts';
import { limits } from '../limits.ts';
import { seated, type Hearing, type Proceeding } from '../proceeding.ts';
import { isActive, candidateOf, type OpenedMember } from '../queries/roster.ts';
import type { ProceedingKind } from '../terms.ts';
import { matterOf } from './matter.ts';
import type { WordSealer } from './words.ts';

/** What turns typed input into a command: sealing, ids, the roster, and chance. */
export interface Composing {
  readonly petitionId: string;
  readonly folder: Folder;
  readonly organisation: OrganisationSnapshot;
  readonly roster: readonly OpenedMember[];
  readonly words: WordSealer;
  /** Opens the sealed name of a party of this proceeding. */
  readonly nameOf: (party: Party) => string;
  readonly nextId: () => string;
  /** Files that came with this step and are the petition's now. */
  readonly attached: readonly string[];
  /** Hexadecimal digits from the machine's own chance. */
  readonly newSeed: () => string;
  readonly now: number;
  readonly unit: string;
  readonly subject: HearingSubject;
}

interface TypedParty {
  readonly role: Party['role'];
  readonly unit?: string | undefined;
  readonly name?: string | undefined;
}

const partyOf = (typed: TypedParty, { nextId, words }: Composing): Party => ({
  id: nextId(),
  role: typed.role,
  unit: typed.unit ?? null,
  name: words.name(typed.name, 'name'),
});

/** The petitioner is a party always; whoever else is named stands after them. */
const partiesOf = (typed: readonly TypedParty[], with_: Composing): Party[] => [
  ...(typed.some(({ role }) => role === 'petitioner')
    ? []
    : [{ id: with_.nextId(), role: 'petitioner' as const, unit: null, name: null }]),
  ...typed.map((party) => partyOf(party, with_)),
];

const candidates = ({ roster, now }: Composing): Candidate[] =>
  roster.map((member) => candidateOf(member, now));

const matter = (with_: Composing, parties: readonly Party[]) =>
  matterOf(with_.folder, parties, with_.nameOf, with_.organisation);

const nobody: Past = { declined: [], objected: [], seated: [] };

function pastOf(
  hearing: Hearing,
  leaving: { memberId: string; cause: 'declined' | 'objected' },
): Past {
  const left = (state: 'declined' | 'objected') =>
    hearing.panel.filter((member) => member.state === state).map(({ memberId }) => memberId);
  const going = (cause: 'declined' | 'objected') =>
    leaving.cause === cause ? [leaving.memberId] : [];
  return {
    declined: [...left('declined'), ...going('declined')],
    objected: [...left('objected'), ...going('objected')],
    seated: seated(hearing)
      .map(({ memberId }) => memberId)
      .filter((id) => id !== leaving.memberId),
  };
}

/** M-4: fitting profession, other region, no part in the case. */
function reviewerOf(
  memberId: string,
  professions: readonly string[],
  with_: Composing,
): ReviewerFact {
  const member = with_.roster.find(({ id }) => id === memberId);
  if (member === undefined) return { memberId, name: '', unfit: 'inactive' };
  const wish = { seats: 1, kinds: [], region: 'other-county', professions: [] } as const;
  const reason = findExclusion(
    candidateOf(member, with_.now),
    { ...wish, kinds: [], professions: [] },
    matter(with_, []),
    nobody,
  );
  const fits = professions.some((profession) => member.profession.includes(profession));
  const known = ['inactive', 'region', 'affiliated', 'party', 'named'] as const;
  const unfit = known.find((each) => each === reason) ?? (fits ? null : 'profession');
  return { memberId, name: member.name, unfit };
}

type Begin<K extends ProceedingKind> = (input: BeginInput[K], with_: Composing) => Beginnings[K];

/** How each kind begins. */
export const beginners: { readonly [K in ProceedingKind]: Begin<K> } = {
  hearing: (input, with_) => ({
    type: 'convene',
    petitionId: with_.petitionId,
    subject: with_.subject,
    unit: with_.unit,
    topic: with_.words.text(input.topic, 'topic'),
    open: input.open,
    closedReason: with_.words.optional(input.closedReason, 'closedReason'),
    parties: partiesOf(input.parties, with_),
  }),
  mediation: (input, with_) => ({
    type: 'propose',
    petitionId: with_.petitionId,
    unit: with_.unit,
    kind: input.kind,
    topic: with_.words.text(input.topic, 'topic'),
    parties: partiesOf(input.parties, with_),
    mediatorId: input.mediatorId ?? null,
    mediatorName: with_.words.name(input.mediatorName, 'mediatorName'),
  }),
  're-evaluation': (input, with_) => ({
    type: 'request',
    petitionId: with_.petitionId,
    unit: with_.unit,
    body: input.body,
    question: with_.words.text(input.question, 'question'),
    professions: input.professions,
    reviewers: input.reviewers.map((id) => reviewerOf(id, input.professions, with_)),
  }),
  deliberation: (input, with_) => ({
    type: 'propose',
    petitionId: with_.petitionId,
    unit: with_.unit,
    topic: with_.words.text(input.topic, 'topic'),
  }),
};

type Compose<K extends ProceedingKind> = {
  readonly [T in StepType<K>]: (
    input: StepInput<K, T>,
    with_: Composing,
    state: Proceeding,
  ) => Step;
};

/** A state whose kind the stream has already proved. */
const hearingOf = (state: Proceeding): Hearing => {
  if (state.kind !== 'hearing') throw new Error(`${state.id} is no hearing`);
  return state;
};

const hearing: Compose<'hearing'> = {
  schedule: (input, { words }) => ({
    type: 'schedule',
    date: localDate(input.date),
    time: input.time,
    mode: input.mode,
    place: words.text(input.place, 'place', limits.place),
    bring: words.optional(input.bring, 'bring'),
  }),
  nameParty: (input, with_) => ({ type: 'nameParty', party: partyOf(input, with_) }),
  drawPanel: (input, with_, state) => ({
    type: 'drawPanel',
    draw: drawPanel(
      candidates(with_),
      input,
      matter(with_, hearingOf(state).parties),
      nobody,
      with_.newSeed(),
    ),
  }),
  replaceMember: (input, with_, state) => {
    const own = hearingOf(state);
    const seat = own.panel.find(
      (member) => member.memberId === input.memberId && member.state === 'seated',
    );
    const first = own.draws[0]?.wish;
    // The seat is drawn anew for the same kind, if the first draw had asked for that kind.
    const kinds = seat !== undefined && first?.kinds.includes(seat.kind) ? [seat.kind] : [];
    const wish = {
      seats: 1,
      kinds,
      region: first?.region ?? ('any' as const),
      professions: first?.professions ?? [],
    };
    return {
      type: 'replaceMember',
      memberId: input.memberId,
      cause: input.cause,
      reason: with_.words.text(input.reason, 'reason'),
      draw: drawPanel(
        candidates(with_),
        wish,
        matter(with_, own.parties),
        pastOf(own, input),
        with_.newSeed(),
      ),
    };
  },
  rejectObjection: (input, { words }) => ({
    type: 'rejectObjection',
    memberId: input.memberId,
    reason: words.text(input.reason, 'reason'),
  }),
  objectToMember: (input, { words }) => ({
    type: 'objectToMember',
    memberId: input.memberId,
    reason: words.text(input.reason, 'reason'),
  }),
  draftNotice: (_, { nextId }) => ({ type: 'draftNotice', paperId: nextId() }),
  waiveNotice: (input, { words }) => ({
    type: 'waiveNotice',
    on: localDate(input.on),
    proof: words.text(input.proof, 'proof'),
  }),
  addExhibit: (input, { words, nextId, folder, attached }) => {
    const named = input.attachmentId === undefined ? [] : [input.attachmentId];
    const files = [...named, ...attached];
    return {
      type: 'addExhibit',
      label: words.text(input.label, 'label', limits.label),
      files: (files.length === 0 ? [null] : files).map((attachmentId) => ({
        exhibitId: nextId(),
        attachmentId,
      })),
      known: named.every((file) => folder.petition.attachments.some(({ id }) => id === file)),
      presentedBy: input.presentedBy ?? null,
    };
  },
  open: () => ({ type: 'open' }),
  close: (input, { words }) => ({
    type: 'close',
    days: input.days.map((day) => localDate(day)),
    came: input.came,
    record: words.text(input.record, 'record', limits.record),
  }),
  vote: (input, { words }) => ({
    type: 'vote',
    memberId: input.memberId,
    vote: input.vote,
    opinion: words.optional(input.opinion, 'opinion'),
  }),
  conclude: (input, { words, nextId }) => ({
    type: 'conclude',
    conclusion: words.text(input.conclusion, 'conclusion'),
    paperId: nextId(),
  }),
  cancel: (input, { words }) => ({ type: 'cancel', reason: words.text(input.reason, 'reason') }),
};

const mediation: Compose<'mediation'> = {
  recordConsent: (input, { words }) => ({
    type: 'recordConsent',
    partyId: input.partyId,
    given: input.given,
    on: localDate(input.on),
    proof: words.text(input.proof, 'proof'),
  }),
  answerProposal: (input) => ({ type: 'answerProposal', given: input.given }),
  nameMediator: (input, { words }) => ({
    type: 'nameMediator',
    mediatorId: input.mediatorId ?? null,
    mediatorName: words.name(input.mediatorName, 'mediatorName'),
  }),
  holdSession: (input, { words, nextId }) => ({
    type: 'holdSession',
    sessionId: nextId(),
    on: localDate(input.on),
    place: words.text(input.place, 'place', limits.place),
    came: input.came,
    record: words.text(input.record, 'record', limits.record),
  }),
  agree: (input, { words, nextId }) => ({
    type: 'agree',
    form: input.form,
    terms: words.text(input.terms, 'terms'),
    effectiveOn: localDate(input.effectiveOn),
    paperId: nextId(),
  }),
  fail: (input, { words }) => ({ type: 'fail', reason: words.text(input.reason, 'reason') }),
  applyConfirmation: (input) => ({
    type: 'applyConfirmation',
    on: localDate(input.on),
    court: input.court,
    together: input.together,
  }),
  recordConfirmation: (input, { words }) => ({
    type: 'recordConfirmation',
    on: localDate(input.on),
    caseNumber: input.caseNumber.trim().slice(0, limits.label),
    result: input.result,
    note: words.optional(input.note, 'note'),
  }),
};

const reEvaluation: Compose<'re-evaluation'> = {
  recordAnswer: (input, { words }) => ({
    type: 'recordAnswer',
    on: localDate(input.on),
    outcome: input.outcome,
    result: words.text(input.result, 'result'),
  }),
  explain: (input, { words, roster, now }) => {
    const expert = roster.find(({ id }) => id === input.expertId);
    return {
      type: 'explain',
      on: localDate(input.on),
      expertId: input.expertId,
      legal:
        expert !== undefined &&
        isActive(expert, now) &&
        (expert.kinds.includes('lawyer') || expert.profession.includes('法')),
      record: words.text(input.record, 'record', limits.record),
    };
  },
};

const deliberation: Compose<'deliberation'> = {
  recordConsent: (input, { words }) => ({
    type: 'recordConsent',
    given: input.given,
    on: localDate(input.on),
    proof: words.text(input.proof, 'proof'),
  }),
  answerProposal: (input) => ({ type: 'answerProposal', given: input.given }),
  hold: (input, { words }) => ({
    type: 'hold',
    on: localDate(input.on),
    place: words.text(input.place, 'place', limits.place),
    members: input.members,
    record: words.text(input.record, 'record', limits.record),
    advice: words.text(input.advice, 'advice'),
  }),
};

/** How each typed step becomes a step of the rules. */
export const steppers: { readonly [K in ProceedingKind]: Compose<K> } = {
  hearing,
  mediation,
  're-evaluation': reEvaluation,
  deliberation,
};
