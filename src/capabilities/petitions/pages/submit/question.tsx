import type { ReactElement, ReactNode } from 'react';
import { CallUs, Form, FaultSummary, Notice, type Fault } from '../../../../portal/components.tsx';
import { Layout } from '../../../../portal/layout.tsx';
import type { PetitionReading } from '../reading.ts';
import { pathBefore, pathOf, stepIds, type DraftContent, type StepId } from './content.ts';

/** A page of the wizard as one request shows it. */
export interface QuestionProps {
  readonly reading: PetitionReading;
  readonly content: DraftContent;
  readonly faults: readonly Fault[];
  /** Looks mistyped; passes when sent once more. */
  readonly doubts: readonly Fault[];
  /** Something to know before going on: the form was too old, the draft was gone. */
  readonly notice?: string | undefined;
  /** Whether the page was opened from the summary, to go back to it. */
  readonly fromCheck: boolean;
}

/** The values that a person is asked to look at again; the same values pass the second time. */
export const doubtMark = (content: DraftContent, doubts: readonly Fault[]): string =>
  doubts.map(({ field }) => content.fields[field] ?? '').join('|');

export const stepOf = ({ tell }: PetitionReading, step: StepId): string =>
  tell('submit.step', { step: stepIds.indexOf(step) + 1, steps: stepIds.length });

/** One question with its frame: where one is, what is wrong, how to go on, to stop, to go back. */
export const Question = ({
  reading,
  content,
  faults,
  doubts,
  notice,
  fromCheck,
  step,
  title,
  multipart = false,
  children,
}: QuestionProps & {
  readonly step: StepId;
  readonly title: string;
  readonly multipart?: boolean;
  readonly children: ReactNode;
}): ReactElement => {
  const { say, tell } = reading;
  const titleFirst =
    faults.length === 0 ? title : `${say('form.faults', { count: faults.length })}: ${title}`;
  return (
    <Layout
      reading={reading}
      title={titleFirst}
      formId="step"
      back={fromCheck ? pathOf('check') : pathBefore(step)}
    >
      {notice !== undefined && (
        <Notice kind="warn" live>
          <p>{notice}</p>
          <CallUs reading={reading} />
        </Notice>
      )}
      <FaultSummary reading={reading} faults={faults} />
      <p className="step">{stepOf(reading, step)}</p>
      <h1>{title}</h1>
      <Form
        reading={reading}
        id="step"
        action={pathOf(step)}
        multipart={multipart}
        {...(multipart ? {} : { autosave: say('form.saved') })}
      >
        {fromCheck && <input type="hidden" name="return" value="check" />}
        {doubts.length > 0 && (
          <input type="hidden" name="confirmed" value={doubtMark(content, doubts)} />
        )}
        {children}
        {doubts.length > 0 && (
          <Notice kind="warn" live>
            <p>{tell('doubt.again')}</p>
          </Notice>
        )}
        <div className="buttons">
          <button className="button" name="do" value="next">
            {say('site.continue')}
          </button>
          <button className="button second" name="do" value="save">
            {tell('submit.saveLater')}
          </button>
        </div>
      </Form>
    </Layout>
  );
};
