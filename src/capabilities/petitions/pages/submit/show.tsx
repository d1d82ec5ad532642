import type { ReactElement } from 'react';
import type { Fault } from '../../../../portal/components.tsx';
import type { PetitionPagesDeps } from '../deps.ts';
import type { PetitionReading } from '../reading.ts';
import { CheckPage } from './check.tsx';
import { stepIds, typedIn, type DraftContent, type StepId } from './content.ts';
import { faultsOf } from './faults.ts';
import { placeChoiceOf, PlaceQuestion } from './question-place.tsx';
import type { QuestionProps } from './question.tsx';
import { FilesQuestion } from './question-files.tsx';
import {
  ConcernedQuestion,
  DemandsQuestion,
  HelperQuestion,
  PurposeQuestion,
  StoryQuestion,
} from './questions-matter.tsx';
import { PapersQuestion, YouQuestion } from './questions-person.tsx';

/** How a page of the wizard is to be shown this time. */
export interface Showing {
  readonly faults?: readonly Fault[];
  readonly doubts?: readonly Fault[];
  readonly notice?: string | undefined;
  readonly fromCheck?: boolean;
  /** One more empty box for a demand. */
  readonly more?: boolean;
}

/** Pages that were not answered yet or have something wrong. */
export const missingSteps = (content: DraftContent, reading: PetitionReading): StepId[] => {
  const reader = { language: reading.language, say: reading.tell };
  return stepIds.filter(
    (step) =>
      step !== 'check' &&
      (!content.answered.includes(step) || faultsOf(step, content, reader).length > 0),
  );
};

/** Makes the page of a step. */
export const pageOf = async (
  deps: PetitionPagesDeps,
  reading: PetitionReading,
  step: StepId,
  content: DraftContent,
  showing: Showing = {},
): Promise<ReactElement> => {
  const props: QuestionProps = {
    reading,
    content,
    faults: showing.faults ?? [],
    doubts: showing.doubts ?? [],
    notice: showing.notice,
    fromCheck: showing.fromCheck ?? false,
  };
  const region = typedIn(content, 'region');
  switch (step) {
    case 'helper':
      return <HelperQuestion {...props} />;
    case 'purpose':
      return <PurposeQuestion {...props} />;
    case 'story':
      return <StoryQuestion {...props} />;
    case 'demands':
      return <DemandsQuestion {...props} more={showing.more ?? false} />;
    case 'place':
      return <PlaceQuestion {...props} choice={await placeChoiceOf(deps, content)} />;
    case 'concerned':
      return (
        <ConcernedQuestion {...props} units={region === '' ? [] : await deps.unitsNear(region)} />
      );
    case 'you':
      return <YouQuestion {...props} />;
    case 'files':
      return <FilesQuestion {...props} />;
    case 'papers':
      return <PapersQuestion {...props} />;
    case 'check': {
      const path = region === '' ? [] : await deps.regionPath(region);
      const missing = missingSteps(content, reading);
      return <CheckPage {...{ reading, content, path, missing, notice: showing.notice }} />;
    }
  }
};
