import type { ReactElement } from 'react';
import {
  FaultSummary,
  Form,
  Notice,
  TextField,
  type Fault,
} from '../../../../portal/components.tsx';
import { Layout } from '../../../../portal/layout.tsx';
import type { PetitionReading } from '../reading.ts';

/** What a petitioner was about to send when the code was needed again; carried along. */
export interface Carried {
  readonly page: 'add' | 'withdraw' | 'rate' | 'contest' | 'review';
  readonly text: string;
}

/** Number and code: the only key that a petitioner needs. */
export const LookPage = ({
  reading,
  number = '',
  code = '',
  faults = [],
  carried,
}: {
  readonly reading: PetitionReading;
  readonly number?: string;
  readonly code?: string;
  readonly faults?: readonly Fault[];
  readonly carried?: Carried | undefined;
}): ReactElement => {
  const { tell } = reading;
  return (
    <Layout reading={reading} title={tell('look.title')} formId="look" back="/">
      <FaultSummary reading={reading} faults={faults} />
      <h1>{tell('look.title')}</h1>
      {carried === undefined ? (
        <p>{tell('look.lead')}</p>
      ) : (
        <Notice kind="warn" live>
          <p>{tell('look.expired')}</p>
          {carried.page === 'add' && <p>{tell('look.files')}</p>}
        </Notice>
      )}
      <Form reading={reading} id="look" action="/progress">
        {carried !== undefined && (
          <>
            <input type="hidden" name="page" value={carried.page} />
            <input type="hidden" name="text" value={carried.text} />
          </>
        )}
        <TextField
          {...{ reading, faults }}
          name="number"
          inputMode="numeric"
          label={tell('look.number')}
          help={tell('look.number.help')}
          value={number}
        />
        <TextField
          {...{ reading, faults }}
          name="code"
          label={tell('look.code')}
          help={tell('look.code.help')}
          value={code}
        />
        <div className="buttons">
          <button className="button" name="do" value="next">
            {tell('look.do')}
          </button>
        </div>
      </Form>
      <p>
        <a href="/progress/lost">{tell('look.lost')}</a>
      </p>
      <p className="help">{tell('lost.window')}</p>
    </Layout>
  );
};
