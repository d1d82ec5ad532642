import type { ReactElement } from 'react';
import { Facts, Form, Notice, TextArea } from '../../../portal/components.tsx';
import { dayInWords, dayOfMoment } from '../../../portal/dates.ts';
import type { Reading } from '../../../portal/page.tsx';
import { sayer, type Say } from '../../../portal/words/index.ts';
import { limits } from '../limits.ts';
import type { OwnCommitment } from '../view.ts';
import { commitmentPageWords, type CommitmentPageKey } from './words.ts';

type Tell = Say<CommitmentPageKey>;

/** Where it stands, in one sentence. */
function standOf(promise: OwnCommitment, tell: Tell, { language }: Reading): string {
  const day = dayInWords(promise.dueDate, language);
  const { status, fulfilled, report } = promise;
  if (status === 'withdrawn') {
    return tell(promise.withdrawnReason === '' ? 'own.newRound' : 'own.withdrawn');
  }
  if (fulfilled?.judge === 'petitioner') return tell('own.confirmed');
  if (fulfilled !== null) {
    return tell('own.verified', { day: dayOfMoment(fulfilled.at, language) });
  }
  if (status === 'reported' && report !== null) {
    return tell('own.done', { day: dayInWords(report.doneOn, language) });
  }
  return tell(promise.overdue ? 'own.overdue' : 'own.due', { day });
}

const Answer = ({
  reading,
  tell,
  number,
  promise,
  commandKey,
}: {
  readonly reading: Reading;
  readonly tell: Tell;
  readonly number: string;
  readonly promise: OwnCommitment;
  readonly commandKey: string;
}): ReactElement | null => {
  if (!promise.mayConfirm && !promise.mayDeny) return null;
  return (
    <Form
      reading={reading}
      id={`promise-${promise.id}`}
      action={`/p/${number}/promises/${promise.id}`}
    >
      <input type="hidden" name="key" value={commandKey} />
      {promise.mayConfirm && (
        <p>
          <button className="button" name="kept" value="yes">
            {tell('own.yes')}
          </button>
        </p>
      )}
      {promise.mayDeny && (
        <>
          <TextArea
            reading={reading}
            name={`words-${promise.id}`}
            label={tell('own.words')}
            optional
            rows={2}
            limit={limits.explanation}
          />
          <button className="button second" name="kept" value="no">
            {tell('own.no')}
          </button>
        </>
      )}
    </Form>
  );
};

/** Everything that was promised to a petitioner, on the progress page. */
export const OwnCommitments = ({
  reading,
  number,
  promises,
  keyOf,
}: {
  readonly reading: Reading;
  readonly number: string;
  readonly promises: readonly OwnCommitment[];
  /** Makes one answer of a double press; a new key for each promise. */
  readonly keyOf: () => string;
}): ReactElement | null => {
  if (promises.length === 0) return null;
  const tell = sayer(commitmentPageWords, reading.language);
  return (
    <section aria-labelledby="promises">
      <h2 id="promises">{tell('own.title')}</h2>
      <p>{tell('own.lead')}</p>
      {promises.map((promise) => (
        <Notice key={promise.id} kind={promise.overdue ? 'warn' : 'info'}>
          <p className="soft">{tell(`own.source.${promise.source}`)}</p>
          <p className="words strong">{promise.text}</p>
          <p className="big">{standOf(promise, tell, reading)}</p>
          <Facts
            rows={[
              [tell('own.who'), promise.unit],
              ...(promise.responsible === ''
                ? []
                : [[tell('own.by'), promise.responsible] as const]),
              ...(promise.report === null
                ? []
                : [[tell('own.evidence'), promise.report.evidence] as const]),
            ]}
          />
          {promise.withdrawnReason !== null && promise.withdrawnReason !== '' && (
            <p className="words">{promise.withdrawnReason}</p>
          )}
          {promise.formerDates.map(({ dueDate, changedAt, reason }) => (
            <p key={changedAt}>
              {tell('own.former', { day: dayInWords(dueDate, reading.language), reason })}
            </p>
          ))}
          {promise.report !== null && promise.report.files.length > 0 && (
            <>
              <p className="strong">{tell('own.files')}</p>
              <ul className="files">
                {promise.report.files.map(({ id, name }) => (
                  <li key={id}>
                    <a href={`/p/${number}/promises/${promise.id}/files/${id}`}>{name}</a>
                  </li>
                ))}
              </ul>
            </>
          )}
          <Answer {...{ reading, tell, number, promise }} commandKey={keyOf()} />
        </Notice>
      ))}
    </section>
  );
};
