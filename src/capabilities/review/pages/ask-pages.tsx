import type { ReactElement, ReactNode } from 'react';
import {
  Choices,
  Facts,
  FaultSummary,
  Form,
  Notice,
  TextArea,
  type Fault,
} from '../../../portal/components.tsx';
import { dayInWords } from '../../../portal/dates.ts';
import { Layout } from '../../../portal/layout.tsx';
import { FileFields, UploadedFiles } from '../../petitions/index.ts';
import { limits } from '../limits.ts';
import type { ReviewChoice } from '../view.ts';
import { stepsFor, type AskDraft, type AskStep } from './ask-draft.ts';
import type { ReviewReading } from './reading.ts';

interface AskProps extends ReviewReading {
  readonly number: string;
  readonly choice: ReviewChoice;
}

/** What a review is, until when, by whom: read before the first question. */
export const AskStartPage = ({
  reading,
  tell,
  number,
  choice,
  begun,
  first,
}: AskProps & { readonly begun: boolean; readonly first: AskStep }): ReactElement => {
  const page = `/p/${number}`;
  const title = tell(`ask.title.${choice.stage}`);
  const day = dayInWords(choice.lastDay, reading.language);
  const [only] = choice.bodies;
  return (
    <Layout reading={reading} title={title} back={page}>
      <h1>{title}</h1>
      <p>{tell(`ask.what.${choice.stage}`, { issuer: choice.contested.issuer })}</p>
      <Notice kind={choice.late ? 'warn' : 'info'}>
        <p className="strong">{tell(choice.late ? 'ask.isLate' : 'ask.last', { day })}</p>
      </Notice>
      {choice.bodies.length === 1 && only !== undefined && (
        <p>{tell('ask.by', { name: only.name })}</p>
      )}
      {choice.bodies.length === 0 ? (
        <Notice kind="warn">
          <p>{tell('ask.noBody')}</p>
        </Notice>
      ) : (
        <>
          <p>{tell('ask.how', { count: stepsFor(choice).length - 1 })}</p>
          <div className="buttons">
            <a className="button" href={`${page}/review/${first}`}>
              {tell(begun ? 'ask.goOn' : 'ask.start')}
            </a>
            <a className="button second" href={page}>
              {tell('ask.back')}
            </a>
          </div>
        </>
      )}
    </Layout>
  );
};

interface StepProps extends AskProps {
  readonly step: AskStep;
  readonly draft: AskDraft;
  readonly faults?: readonly Fault[];
  readonly notice?: string | undefined;
  /** Opened from the summary, to go back to it. */
  readonly fromCheck: boolean;
}

/** The frame of one question: where one is, what is wrong, the way on and the way back. */
const Frame = ({
  title,
  multipart = false,
  children,
  buttons,
  ...props
}: StepProps & {
  readonly title: string;
  readonly multipart?: boolean;
  readonly children: ReactNode;
  readonly buttons: ReactNode;
}): ReactElement => {
  const { reading, tell, number, choice, step, faults = [], notice, fromCheck } = props;
  const steps = stepsFor(choice);
  return (
    <Layout reading={reading} title={title} formId="ask" back={`/p/${number}/review`}>
      {notice !== undefined && (
        <Notice kind="warn" live>
          <p>{notice}</p>
        </Notice>
      )}
      <FaultSummary reading={reading} faults={faults} />
      <p className="step">
        {tell('ask.step', { step: steps.indexOf(step) + 1, steps: steps.length })}
      </p>
      <h1>{title}</h1>
      <Form reading={reading} id="ask" action={`/p/${number}/review/${step}`} multipart={multipart}>
        {fromCheck && <input type="hidden" name="return" value="check" />}
        {children}
        <div className="buttons">{buttons}</div>
      </Form>
    </Layout>
  );
};

const Next = ({ reading }: Pick<StepProps, 'reading'>): ReactElement => (
  <button className="button" name="do" value="next">
    {reading.say('site.continue')}
  </button>
);

const BodyQuestion = (props: StepProps): ReactElement => {
  const { tell, choice, draft, faults = [] } = props;
  const title = tell('ask.body');
  return (
    <Frame {...props} title={title} buttons={<Next {...props} />}>
      <p>{tell('ask.body.help')}</p>
      <Choices
        name="body"
        legend={title}
        hideLegend
        choices={choice.bodies.map(({ id, name, source }) => ({
          value: id,
          label: name,
          ...(source === '' ? {} : { help: tell('ask.source', { source }) }),
        }))}
        value={draft.body}
        faults={faults}
      />
    </Frame>
  );
};

const WordsQuestion = (
  props: StepProps & { readonly name: 'grounds' | 'lateReason' },
): ReactElement => {
  const { reading, tell, draft, faults = [], name } = props;
  const title = tell(`ask.${name}`);
  return (
    <Frame {...props} title={title} buttons={<Next {...props} />}>
      <TextArea
        {...{ reading, faults, name }}
        rows={name === 'grounds' ? 8 : 4}
        label={<span className="away">{title}</span>}
        help={tell(`ask.${name}.help`)}
        value={draft[name]}
        limit={name === 'grounds' ? limits.grounds : limits.explanation}
      />
    </Frame>
  );
};

const FilesQuestion = (props: StepProps): ReactElement => {
  const { reading, tell, draft, faults = [] } = props;
  return (
    <Frame
      {...props}
      title={tell('ask.files')}
      multipart
      buttons={
        <>
          <button className="button second" name="do" value="upload">
            {tell('ask.upload')}
          </button>
          <Next {...props} />
        </>
      }
    >
      <p>{tell('ask.files.help')}</p>
      <UploadedFiles reading={reading} uploads={draft.uploads} />
      <FileFields {...{ reading, faults }} />
    </Frame>
  );
};

/** Everything once more before it is sent, each line a step away from being changed. */
const CheckPage = (props: StepProps): ReactElement => {
  const { reading, tell, number, choice, draft } = props;
  const bodies = choice.bodies.filter(({ id }) => choice.bodies.length === 1 || id === draft.body);
  const value: Readonly<Record<Exclude<AskStep, 'check'>, string>> = {
    body: bodies.map(({ name }) => name).join(''),
    grounds: draft.grounds,
    late: draft.lateReason,
    files: draft.uploads.map(({ name }) => name).join('\n'),
  };
  const label = {
    body: tell('review.body'),
    grounds: tell('ask.grounds'),
    late: tell('ask.lateReason'),
    files: tell('ask.files.short'),
  };
  const asked = stepsFor(choice).filter((step) => step !== 'check');
  const day = dayInWords(choice.lastDay, reading.language);
  return (
    <Frame
      {...props}
      title={tell('ask.check')}
      buttons={
        <button className="button" name="do" value="next">
          {tell('ask.send')}
        </button>
      }
    >
      <p>{tell('ask.check.help')}</p>
      <Facts
        rows={[
          ...(asked.includes('body') ? [] : [[label.body, value.body] as const]),
          ...asked.map(
            (step) =>
              [
                label[step],
                value[step] === '' ? (
                  <span className="soft">{tell('ask.none')}</span>
                ) : (
                  <span className="words">{value[step]}</span>
                ),
                <a
                  key={step}
                  href={`/p/${number}/review/${step}?return=check`}
                  aria-label={`${tell('ask.change')}: ${label[step]}`}
                >
                  {tell('ask.change')}
                </a>,
              ] as const,
          ),
        ]}
      />
      <p>{tell(choice.late ? 'ask.sure.late' : 'ask.sure', { day })}</p>
    </Frame>
  );
};

/** The page of one question. */
export const askPage = (props: StepProps): ReactElement => {
  switch (props.step) {
    case 'body':
      return <BodyQuestion {...props} />;
    case 'grounds':
      return <WordsQuestion {...props} name="grounds" />;
    case 'late':
      return <WordsQuestion {...props} name="lateReason" />;
    case 'files':
      return <FilesQuestion {...props} />;
    case 'check':
      return <CheckPage {...props} />;
  }
};
