import { localDate } from '../../../../kernel/local-date.ts';
import type { CaseComposing } from '../../../petitions/index.ts';
import type { Visit, VisitFile } from '../case.ts';
import type { TypedPlan, VisitCommand, VisitCommandOf } from '../command.ts';
import type { VisitPlanInput, VisitStep, VisitStepInput } from '../contract.ts';
import { visitLimits as limits } from '../limits.ts';

type Composing = CaseComposing<Visit>;

/** Seals whom, where and what for. */
export function composePlan(
  input: VisitPlanInput,
  { words, optionalWords }: Pick<Composing, 'words' | 'optionalWords'>,
): TypedPlan {
  return {
    day: localDate(input.day),
    time: input.time,
    visitors: input.visitors,
    companions: optionalWords(input.companions, 'companions', limits.name * 5),
    whom: words(input.whom, 'whom', limits.name),
    place: words(input.place, 'place', limits.place),
    purpose: words(input.purpose, 'purpose', limits.purpose),
  };
}

type NotesCommand = Omit<VisitCommandOf<'addToVisit'>, 'type'>;

async function composeNotes(
  input: VisitStepInput<'addToVisit'>,
  { optionalWords, attach }: Composing,
): Promise<NotesCommand> {
  const files = await attach(input.uploads);
  return {
    visitedOn: localDate(input.visitedOn),
    talks: input.talks.map(({ partner, name }, at) => ({
      partner,
      name: optionalWords(name, `talks.${at}.name`, limits.name),
    })),
    words: optionalWords(input.words, 'words', limits.words),
    attachments: files.map(({ purpose: _purpose, ...file }): VisitFile => file),
  };
}

/** Turns what was typed for one step into its command. */
export async function composeStep(
  type: VisitStep,
  input: VisitStepInput<VisitStep>,
  from: Composing,
): Promise<VisitCommand> {
  switch (type) {
    case 'changeVisit':
      return { type, plan: composePlan(input as VisitPlanInput, from) };
    case 'cancelVisit': {
      const { reason } = input as VisitStepInput<'cancelVisit'>;
      return { type, reason: from.optionalWords(reason, 'reason', limits.purpose) };
    }
    case 'noteConsent': {
      const { on, way } = input as VisitStepInput<'noteConsent'>;
      return { type, on: localDate(on), way };
    }
    case 'withdrawConsent':
      return { type };
    case 'recordVisit': {
      const typed = input as VisitStepInput<'recordVisit'>;
      const { outcome, consent, promise } = typed;
      return {
        type,
        outcome,
        consent,
        ...(await composeNotes(typed, from)),
        promise:
          promise === null
            ? null
            : {
                text: from.words(promise.text, 'promise.text', limits.promise),
                dueDate: localDate(promise.dueDate),
              },
      };
    }
    case 'addToVisit':
      return { type, ...(await composeNotes(input as VisitStepInput<'addToVisit'>, from)) };
  }
}
