import type { ReactElement } from 'react';
import { Facts, Form, Notice, TextArea } from '../../../../portal/components.tsx';
import { dayInWords, dayOfMoment } from '../../../../portal/dates.ts';
import type { Reading } from '../../../../portal/page.tsx';
import { sayer, type Say } from '../../../../portal/words/index.ts';
import { visitLimits } from '../limits.ts';
import type { OwnVisit } from '../view.ts';
import { visitPageWords, type VisitPageKey } from './words.ts';

interface Part {
  readonly reading: Reading;
  readonly tell: Say<VisitPageKey>;
  readonly number: string;
  readonly visit: OwnVisit;
}

const Account = ({
  notes,
  title,
  ...part
}: Part & {
  readonly notes: OwnVisit['additions'][number];
  readonly title: string;
}): ReactElement => {
  const { reading, tell, number, visit } = part;
  const talks = notes.talks.map(({ partner, name }) =>
    [tell(`partner.${partner}`), name].filter((each) => each !== '').join(' '),
  );
  return (
    <>
      <p className="strong">{title}</p>
      <p className="soft">
        {tell('own.by', { by: notes.by, day: dayInWords(notes.visitedOn, reading.language) })}
      </p>
      {talks.length > 0 && <Facts rows={[[tell('own.talks'), talks.join('、')]]} />}
      {notes.words !== '' && <p className="words">{notes.words}</p>}
      {notes.files.length > 0 && (
        <>
          <p className="strong">{tell('own.files')}</p>
          <ul className="files">
            {notes.files.map(({ id, name }) => (
              <li key={id}>
                <a href={`/p/${number}/visits/${visit.id}/files/${id}`}>{name}</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
};

/** The petitioner's own answer: nobody need come, or what the record has wrong. */
const Answer = ({
  reading,
  tell,
  number,
  visit,
  commandKey,
}: Part & { readonly commandKey: string }): ReactElement | null => {
  if (!visit.mayDecline && !visit.mayCorrect) return null;
  return (
    <Form reading={reading} id={`visit-${visit.id}`} action={`/p/${number}/visits/${visit.id}`}>
      <input type="hidden" name="key" value={commandKey} />
      {visit.mayDecline && (
        <p>
          <button className="button second" name="answer" value="decline">
            {tell('own.decline')}
          </button>
        </p>
      )}
      {visit.mayCorrect && (
        <>
          <TextArea
            reading={reading}
            name={`words-${visit.id}`}
            label={tell('own.words')}
            optional
            rows={3}
            limit={visitLimits.correction}
          />
          <button className="button second" name="answer" value="correct">
            {tell('own.send')}
          </button>
        </>
      )}
    </Form>
  );
};

const OneVisit = (props: Part & { readonly commandKey: string }): ReactElement => {
  const { reading, tell, visit } = props;
  const { language } = reading;
  const { status, record } = visit;
  const said = tell(`own.${status}`, {
    day: dayInWords(visit.day, language),
    time: visit.time === null ? '' : ` ${visit.time}`,
  });
  return (
    <Notice kind="info">
      <p className="big">{said}</p>
      <Facts
        rows={[
          [tell('own.who'), visit.visitors.join('、')],
          [tell('own.unit'), visit.unit],
          [tell('own.purpose'), visit.purpose],
        ]}
      />
      {visit.neighbours && status === 'planned' && <p>{tell('own.neighbours')}</p>}
      {record !== null && status === 'made' && (
        <Account {...props} notes={record} title={tell('own.record')} />
      )}
      {visit.promise !== null && (
        <>
          <p className="strong">{tell('own.promise')}</p>
          <p className="words">{visit.promise}</p>
        </>
      )}
      {visit.additions.map((notes) => (
        <Account key={notes.at} {...props} notes={notes} title={tell('own.added')} />
      ))}
      {visit.corrections.map(({ at, words }) => (
        <div key={at}>
          <p className="strong">{tell('own.corrected', { day: dayOfMoment(at, language) })}</p>
          <p className="words">{words}</p>
        </div>
      ))}
      {visit.mayCorrect && (
        <p>
          <a href={`/p/${props.number}/visits/${visit.id}/record.pdf`}>{tell('own.paper')}</a>
        </p>
      )}
      <Answer {...props} />
    </Notice>
  );
};

/** Every visit at the petitioner's home, on the progress page (S-3). */
export const OwnVisits = ({
  reading,
  number,
  visits,
  keyOf,
}: {
  readonly reading: Reading;
  readonly number: string;
  readonly visits: readonly OwnVisit[];
  /** Makes one answer of a double press; a new key for each visit. */
  readonly keyOf: () => string;
}): ReactElement => {
  const tell = sayer(visitPageWords, reading.language);
  return (
    <section aria-labelledby="visits">
      <h2 id="visits">{tell('own.title')}</h2>
      <p>{tell('own.lead')}</p>
      {visits.map((visit) => (
        <OneVisit key={visit.id} {...{ reading, tell, number, visit }} commandKey={keyOf()} />
      ))}
    </section>
  );
};
