import type { ReactElement, ReactNode } from 'react';
import { Form, Notice, TextArea } from '../../../../portal/components.tsx';
import { dayInWords } from '../../../../portal/dates.ts';
import type { Reading } from '../../../../portal/page.tsx';
import { sayer, type Say } from '../../../../portal/words/index.ts';
import { limits } from '../limits.ts';
import type { MeetingFacts } from '../view.ts';
import { meetingPageWords, type MeetingPageKey } from './words.ts';

interface Part {
  readonly reading: Reading;
  readonly tell: Say<MeetingPageKey>;
  readonly number: string;
  readonly meeting: MeetingFacts;
  /** Makes one answer of a double press. */
  readonly commandKey: string;
}

function standOf({ meeting, tell, reading }: Part): string {
  const day = dayInWords(meeting.on, reading.language);
  switch (meeting.status) {
    case 'planned':
      return tell('meeting.planned', { day, time: meeting.time, place: meeting.place });
    case 'cancelled':
      return tell('meeting.cancelled', { day, reason: meeting.cancelled?.reason ?? '' });
    case 'held':
      return tell('meeting.held', { day });
    case 'minuted':
      return tell('meeting.minuted', { day, number: meeting.minutes?.number ?? '' });
  }
}

const Lines = ({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) =>
  lines.length === 0 ? null : (
    <>
      <p className="strong">{title}</p>
      <ul>
        {lines.map((line, at) => (
          <li key={at}>{line}</li>
        ))}
      </ul>
    </>
  );

/** What the minutes say, and what the petitioner says to them. */
const Minutes = ({ reading, tell, number, meeting, commandKey }: Part): ReactElement => {
  const at = `/p/${number}/meetings/${meeting.id}`;
  const answered = meeting.answers.at(-1);
  return (
    <>
      <Lines
        title={tell('meeting.said')}
        lines={meeting.positions.map(({ side, words }) => `${tell(`side.${side}`)}：${words}`)}
      />
      <Lines
        title={tell('meeting.agreed')}
        lines={meeting.actions.map((action) =>
          tell('meeting.agreedLine', {
            text: action.text,
            unit: action.unit,
            responsible: action.responsible,
            day: dayInWords(action.dueDate, reading.language),
          }),
        )}
      />
      <Lines
        title={tell('meeting.open')}
        lines={meeting.openPoints.map(({ matter, reason }) => `${matter}：${reason}`)}
      />
      <p>
        <a href={`${at}/minutes.pdf`}>{tell('meeting.paper')}</a>
      </p>
      {meeting.answers.map(({ at: moment, agrees, words }) => (
        <p key={moment} className="words">
          {agrees ? tell('meeting.answered') : tell('meeting.corrected', { words })}
        </p>
      ))}
      <AnswerForm {...{ reading, tell, number, commandKey }} meetingId={meeting.id}>
        {answered?.agrees !== true && (
          <p>
            <button className="button" name="agrees" value="yes">
              {tell('meeting.yes')}
            </button>
          </p>
        )}
      </AnswerForm>
    </>
  );
};

/** What the petitioner adds to the minutes; also where it was refused, with what was typed. */
export const AnswerForm = (props: {
  readonly reading: Reading;
  readonly tell: Say<MeetingPageKey>;
  readonly number: string;
  readonly meetingId: string;
  /** Makes one answer of a double press. */
  readonly commandKey: string;
  readonly typed?: string;
  readonly children?: ReactNode;
}): ReactElement => {
  const { reading, tell, number, meetingId, typed } = props;
  return (
    <Form
      reading={reading}
      id={`meeting-${meetingId}`}
      action={`/p/${number}/meetings/${meetingId}`}
    >
      <input type="hidden" name="key" value={props.commandKey} />
      {props.children}
      <TextArea
        reading={reading}
        name={`words-${meetingId}`}
        label={tell('meeting.words')}
        optional
        rows={2}
        limit={limits.words}
        {...(typed === undefined ? {} : { value: typed })}
      />
      <button className="button second" name="agrees" value="no">
        {tell('meeting.no')}
      </button>
    </Form>
  );
};

/** Three-party meetings on the petitioner's own page, newest first. */
export const OwnMeetings = ({
  reading,
  number,
  meetings,
  keyOf,
}: {
  readonly reading: Reading;
  readonly number: string;
  readonly meetings: readonly MeetingFacts[];
  readonly keyOf: () => string;
}): ReactElement => {
  const tell = sayer(meetingPageWords, reading.language);
  return (
    <section aria-labelledby="meetings">
      <h2 id="meetings">{tell('meeting.title')}</h2>
      {meetings.toReversed().map((meeting) => {
        const part = { reading, tell, number, meeting, commandKey: keyOf() };
        return (
          <Notice key={meeting.id} kind="info">
            <p className="big">{standOf(part)}</p>
            {meeting.postponed.map(({ at, from, reason }) => (
              <p key={at}>
                {tell('meeting.moved', { day: dayInWords(from, reading.language), reason })}
              </p>
            ))}
            <Lines
              title={tell(meeting.status === 'minuted' ? 'meeting.people' : 'meeting.invited')}
              lines={meeting.participants
                // The minutes name those who came.
                .filter(({ came }) => meeting.status !== 'minuted' || came === true)
                .map(
                  ({ side, name, post }) =>
                    `${tell(`side.${side}`)}：${name}${post === '' ? '' : ` ${post}`}`,
                )}
            />
            {meeting.status === 'minuted' && <Minutes {...part} />}
          </Notice>
        );
      })}
    </section>
  );
};
