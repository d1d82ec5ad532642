import { localDate } from '../../../../kernel/local-date.ts';
import { refuse } from '../../../../kernel/refusals.ts';
import type { SealedText } from '../../../../kernel/sealed.ts';
import { CommandRefused, setStreams } from '../../../../platform/database/index.ts';
import { openItems } from '../../../../platform/vault/index.ts';
import {
  checkWords,
  openVisible,
  sealDocument,
  systemActor,
  type CaseComposing,
} from '../../../petitions/index.ts';
import type { SponsorshipDeps } from '../../commands/deps.ts';
import { flowPaperOf } from '../../commands/fixed-papers.ts';
import { fenOf, usualAidRules, type AidKind, type ApprovalStep } from '../aid-rules.ts';
import { nextApproval, type PathStep, type PlacedStep, type WayOut } from '../case.ts';
import type { WayCommandOf } from '../command.ts';
import type { ChooseInput, WayStepInput } from '../contract.ts';
import { mayApprove } from '../decide/index.ts';
import { limits } from '../limits.ts';
import { sheetDocument } from '../paper-content/sheet.ts';

type Composing = CaseComposing<WayOut>;

/** Words that tell who somebody is, sealed together. */
const person = (
  { sealer, words }: Composing,
  name: string,
  more: Readonly<Record<string, string>>,
) => {
  // Checked like all words; what is kept is one item with all of it.
  words(name, 'name', limits.name);
  const rest = Object.entries(more).map(([key, text]) => [key, text.trim().slice(0, limits.line)]);
  return sealer.item({ name: name.trim(), ...Object.fromEntries(rest) });
};

function placed(
  { organisation, petition }: Composing,
  step: ApprovalStep,
  unit: string,
): PlacedStep {
  const regionCode = organisation.find(petition.office)?.regionCode ?? petition.regionCode ?? '';
  const unitAt = {
    unit,
    office: petition.office,
    leadership: organisation.unitOfKind('leadership', regionCode) ?? petition.office,
  }[step.place];
  return { ...step, unit: unitAt };
}

/** Who approves aid of a kind, each at their unit, as the rules are on this day. */
const chainOf = (
  deps: SponsorshipDeps,
  from: Composing,
  kind: AidKind,
  unit: string,
): readonly PlacedStep[] =>
  (deps.aidRules ?? usualAidRules).chains[kind].map((step) => placed(from, step, unit));

/** What was typed to choose a way. */
export function composeChoice(
  deps: SponsorshipDeps,
  from: Composing,
  input: ChooseInput,
  unit: string,
): WayCommandOf<'chooseWay'> {
  const { words, nextId, petition } = from;
  const steps = input.way === 'policy' ? input.steps : [];
  return {
    type: 'chooseWay',
    petitionId: petition.id,
    way: input.way,
    demandId: input.demandId,
    office: petition.office,
    unit,
    reason: words(input.reason, 'reason', limits.words),
    steps: steps.map(({ text, dueDate, expert }): Omit<PathStep, 'done'> => ({
      id: nextId(),
      text: words(text, 'steps', limits.reason),
      dueDate: localDate(dueDate),
      expert:
        expert === null
          ? null
          : person(from, expert.name, { unit: expert.unit, field: expert.field }),
    })),
    aid:
      input.way === 'aid'
        ? {
            kind: input.kind,
            basis: words(input.basis, 'basis', limits.words),
            circumstances: words(input.circumstances, 'circumstances', limits.words),
            amount: fenOf(input.amount),
            chain: chainOf(deps, from, input.kind, unit),
          }
        : null,
  };
}

const wayOf = ({ state }: Composing): WayOut => {
  if (state === null) throw new Error('There is no way out to write to');
  return state;
};

/** The last approval seals the sheet: number, code and what it says are fixed with it (G-1). */
async function composeSheet(from: Composing, deps: SponsorshipDeps, said: string) {
  const { tx, now, key, sealer, organisation, petition, actor, nextId } = from;
  const way = wayOf(from);
  const step = nextApproval(way);
  const { aid } = way;
  // No number is drawn for what the rules then refuse.
  if (aid === null || step === null) {
    throw new CommandRefused(refuse('way-out-not-in-status', { status: way.status }));
  }
  if (actor.kind !== 'staff' || !mayApprove(actor, way)) {
    throw new CommandRefused(refuse('aid-approver'));
  }
  if (aid.chain.at(-1)?.id !== step.id) return null;
  const own = await openItems(tx, deps, way.id, key);
  const folder = await openVisible(tx, deps, systemActor('ways-out'), petition.id);
  await setStreams(tx, [way.id, petition.id]);
  const issued = { paperId: nextId(), at: now, by: actor.userId, issuer: way.office };
  const paper = flowPaperOf('aid-approval', issued, { by: way.chosenBy, at: way.chosenAt });
  return sealDocument(tx, deps, {
    streamId: way.id,
    paper,
    accusation: false,
    sealer,
    organisation,
    now,
    compose: (given, wording) =>
      sheetDocument(
        {
          way,
          own,
          petition,
          paper,
          opened: folder?.words.all() ?? new Map<string, unknown>(),
          organisation,
          calendar: deps.calendar(),
          now,
          last: { userId: actor.userId, words: said },
          ...given,
        },
        wording,
      ),
  });
}

/** Whoever is the head of a place approves it in their own words. */
export async function composeApproval(
  from: Composing,
  deps: SponsorshipDeps,
  { words }: WayStepInput<'approveAid'>,
): Promise<WayCommandOf<'approveAid'>> {
  const checked = checkWords(words, 'words', limits.reason);
  if (!checked.ok) throw new CommandRefused(checked);
  const sheet = await composeSheet(from, deps, checked.value);
  return { type: 'approveAid', words: from.words(words, 'words', limits.reason), sheet };
}

export const composeStep = (
  { optionalWords }: Composing,
  { stepId, on, note }: WayStepInput<'recordStep'>,
): WayCommandOf<'recordStep'> => ({
  type: 'recordStep',
  stepId,
  on: localDate(on),
  note: optionalWords(note, 'note', limits.words),
});

export const composeExplanation = (
  from: Composing,
  input: WayStepInput<'explainLaw'>,
): WayCommandOf<'explainLaw'> => ({
  type: 'explainLaw',
  on: localDate(input.on),
  how: input.how,
  by: person(from, input.byName, { post: input.byPost }),
  provisions: input.provisions.map((line): SealedText =>
    from.words(line, 'provisions', limits.line),
  ),
  words: from.words(input.words, 'words', limits.words),
  answer: from.words(input.answer, 'answer', limits.words),
});

export async function composePayment(
  { attach, words }: Composing,
  { on, proof, uploads }: WayStepInput<'payAid'>,
): Promise<WayCommandOf<'payAid'>> {
  const files = await attach(uploads);
  return {
    type: 'payAid',
    on: localDate(on),
    proof: words(proof, 'proof', limits.reason),
    files: files.map(({ purpose: _purpose, ...file }) => file),
  };
}
