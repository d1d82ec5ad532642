import type { ReactElement } from 'react';
import {
  Choices,
  FaultSummary,
  Form,
  Notice,
  TextArea,
  type Fault,
} from '../../../portal/components.tsx';
import { dayInWords } from '../../../portal/dates.ts';
import { Layout } from '../../../portal/layout.tsx';
import type { Reading } from '../../../portal/page.tsx';
import type { Say } from '../../../portal/words/index.ts';
import { limits } from '../limits.ts';
import type { ReviewChoice } from '../view.ts';
import type { ReviewKey } from './words/index.ts';

export interface ReviewReading {
  readonly reading: Reading;
  readonly tell: Say<ReviewKey>;
}

export interface Typed {
  readonly grounds: string;
  readonly lateReason: string;
  readonly body: string;
}

/** The request, in plain words, with the last day and the choice where two bodies are lawful. */
export const AskPage = ({
  reading,
  tell,
  number,
  choice,
  typed = { grounds: '', lateReason: '', body: '' },
  faults = [],
  commandKey,
}: ReviewReading & {
  readonly number: string;
  readonly choice: ReviewChoice;
  readonly typed?: Typed;
  readonly faults?: readonly Fault[];
  readonly commandKey: string;
}): ReactElement => {
  const page = `/p/${number}`;
  const title = tell(`ask.title.${choice.stage}`);
  const day = dayInWords(choice.lastDay, reading.language);
  return (
    <Layout reading={reading} title={title} formId="ask" back={page}>
      <FaultSummary reading={reading} faults={faults} />
      <h1>{title}</h1>
      <p>{tell(`ask.what.${choice.stage}`, { issuer: choice.contested.issuer })}</p>
      <Notice kind={choice.late ? 'warn' : 'info'}>
        <p className="strong">{tell(choice.late ? 'ask.late' : 'ask.last', { day })}</p>
      </Notice>
      <Form reading={reading} id="ask" action={`${page}/review`}>
        <input type="hidden" name="key" value={commandKey} />
        {choice.bodies.length > 1 && (
          <Choices
            name="body"
            legend={tell('ask.body')}
            choices={choice.bodies.map(({ id, name, source }) => ({
              value: id,
              label: name,
              ...(source === '' ? {} : { help: source }),
            }))}
            value={typed.body}
            faults={faults}
          />
        )}
        <TextArea
          {...{ reading, faults }}
          name="grounds"
          rows={6}
          label={tell('ask.grounds')}
          help={tell('ask.grounds.help')}
          value={typed.grounds}
          limit={limits.grounds}
        />
        {choice.late && (
          <TextArea
            {...{ reading, faults }}
            name="lateReason"
            rows={3}
            label={tell('ask.lateReason')}
            value={typed.lateReason}
            limit={limits.explanation}
          />
        )}
        <p className="help">{tell('ask.files')}</p>
        <div className="buttons">
          <button className="button" name="do" value="next">
            {tell('ask.send')}
          </button>
          <a className="button second" href={page}>
            {tell('ask.back')}
          </a>
        </div>
      </Form>
    </Layout>
  );
};
