import type { ReactElement } from 'react';
import { Form, TextArea, type Fault } from '../../../../portal/components.tsx';
import { limits } from '../../limits.ts';
import type { OpenedProgress } from '../deps.ts';
import type { PetitionReading } from '../reading.ts';
import { CommandFrame } from './command-frame.tsx';

/** Only the petitioner withdraws, freely and revocably (P-14). */
export const WithdrawPage = ({
  reading,
  progress,
  text = '',
  faults = [],
  notice,
  commandKey,
}: {
  readonly reading: PetitionReading;
  readonly progress: OpenedProgress;
  readonly text?: string;
  readonly faults?: readonly Fault[];
  readonly notice?: string | undefined;
  readonly commandKey: string;
}): ReactElement => {
  const { tell, office } = reading;
  const page = `/p/${progress.number}`;
  return (
    <CommandFrame
      {...{ reading, progress, faults, notice }}
      title={tell('withdraw.title')}
      id="withdraw"
    >
      <p>{tell('withdraw.text')}</p>
      {office.phone !== '' && (
        <p>
          <a href={`tel:${office.phone}`}>{tell('progress.call', { phone: office.phone })}</a>
        </p>
      )}
      <Form reading={reading} id="withdraw" action={`${page}/withdraw`}>
        <input type="hidden" name="key" value={commandKey} />
        <TextArea
          {...{ reading, faults }}
          name="text"
          rows={3}
          label={tell('withdraw.reason')}
          value={text}
          limit={limits.explanation}
          optional
        />
        <div className="buttons">
          <button className="button" name="do" value="next">
            {tell('withdraw.do')}
          </button>
          <a className="button second" href={page}>
            {tell('withdraw.no')}
          </a>
        </div>
      </Form>
    </CommandFrame>
  );
};
