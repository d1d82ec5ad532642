import type { FastifyInstance } from 'fastify';
import type { ReactElement } from 'react';
import { z } from 'zod';
import { sentenceOf } from '../../../../kernel/refusals.ts';
import { Choices, Form, TextArea, type Fault } from '../../../../portal/components.tsx';
import { dayInWords } from '../../../../portal/dates.ts';
import type { SentForm } from '../../../../portal/form.ts';
import { solvedWords } from '../../afterwards/state.ts';
import type { RatingView } from '../../afterwards/view.ts';
import { limits } from '../../limits.ts';
import type { PetitionReading } from '../reading.ts';
import { CommandFrame } from './command-frame.tsx';
import { openForm, sendForm, type FormShown, type OfPetition, type OneForm } from './one-form.tsx';
import type { Opened, ProgressDesk } from './open.tsx';
import { ReviewRight } from './progress.tsx';
import { levelWord } from './rating.tsx';
import { cleaned, tooLong } from './typed.ts';

const hidden = { schema: { hide: true } } as const;

const answersSchema = z.object({
  office: z.string().max(40),
  unit: z.string().max(40),
  demands: z.array(z.string().max(20)).max(limits.demands),
  reason: z.string(),
});

/** What is chosen and written on the page; empty where nothing is yet. */
type Answers = z.infer<typeof answersSchema>;

const nameOf = (place: number): string => `demand-${place}`;

const answersIn = (form: SentForm, { progress }: Opened): Answers => ({
  office: form.text('office'),
  // Where the office handled it itself there is one question, and one answer to both.
  unit: isOne(progress.afterwards.rating) ? form.text('office') : form.text('unit'),
  demands: progress.demands.map((_, place) => form.text(nameOf(place))),
  reason: cleaned(form, 'reason'),
});

const isOne = (rating: RatingView | null): boolean => rating?.office.id === rating?.unit.id;

/** The page begins with what was said before, so that one thing can be changed. */
const answersBefore = ({ progress }: Opened): Answers => {
  const { rating } = progress.afterwards;
  const current = rating?.current;
  return {
    office: current?.office.code ?? '',
    unit: current?.unit.code ?? '',
    demands: progress.demands.map(
      ({ id }) => current?.demands.find(({ demandId }) => demandId === id)?.solved ?? '',
    ),
    reason: current?.reason ?? '',
  };
};

const Questions = ({
  opened: { reading, progress },
  rating,
  answers,
  faults,
}: {
  readonly opened: Opened;
  readonly rating: RatingView;
  readonly answers: Answers;
  readonly faults: readonly Fault[];
}): ReactElement => {
  const { tell, tellCode } = reading;
  const levels = rating.scale.levels.map((level) => ({
    value: level.code,
    label: levelWord(level, reading),
  }));
  const solved = solvedWords.map((value) => ({ value, label: tellCode('solved', value) }));
  return (
    <>
      <Choices
        name="office"
        legend={tell('rating.office', { name: rating.office.name })}
        choices={levels}
        value={answers.office}
        faults={faults}
      />
      {!isOne(rating) && (
        <Choices
          name="unit"
          legend={tell('rating.unit', { name: rating.unit.name })}
          choices={levels}
          value={answers.unit}
          faults={faults}
        />
      )}
      {progress.demands.map((demand, place) => (
        <div key={demand.id}>
          <p className="words">{demand.text}</p>
          <Choices
            name={nameOf(place)}
            legend={tell('rating.demand', { n: place + 1 })}
            choices={solved}
            value={answers.demands[place]}
            faults={faults}
          />
        </div>
      ))}
      <TextArea
        {...{ reading, faults }}
        name="reason"
        rows={4}
        label={tell('rating.reason')}
        help={tell('rating.reason.help')}
        value={answers.reason}
        limit={limits.explanation}
        optional
      />
    </>
  );
};

/** The petitioner alone rates (P-11); the review right stands on the same page. */
const RatePage = ({
  opened,
  typed: answers,
  faults = [],
  notice,
  commandKey,
}: FormShown<Answers>): ReactElement => {
  const { reading, progress } = opened;
  const { tell, language } = reading;
  const { rating } = progress.afterwards;
  const page = `/p/${progress.number}`;
  const until = rating?.until ?? null;
  const title = tell(until === null ? 'rating.closed' : 'rating.title');
  return (
    <CommandFrame {...{ reading, progress, faults, notice }} title={title} id="rate">
      {rating !== null && until !== null && (
        <>
          <p>{tell('rating.lead')}</p>
          <p>{tell('rating.until', { day: dayInWords(until, language) })}</p>
          <Form reading={reading} id="rate" action={`${page}/rate`}>
            <input type="hidden" name="key" value={commandKey} />
            <Questions {...{ opened, rating, answers, faults }} />
            <div className="buttons">
              <button className="button" name="do" value="next">
                {tell('rating.send')}
              </button>
            </div>
          </Form>
        </>
      )}
      <ReviewRight {...{ reading, progress }} />
    </CommandFrame>
  );
};

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** A choice that is not on the page cannot have come from it; it counts as not made. */
const solvedSchema = z.enum(solvedWords);

function faultsOf(answers: Answers, reading: PetitionReading): Fault[] {
  const { tell } = reading;
  const choose = (field: string, name: string): Fault => ({
    field,
    sentence: tell('rating.choose', { field: name }),
  });
  const faults: Fault[] = [];
  if (answers.office === '') faults.push(choose('office', tell('rating.field.office')));
  if (answers.unit === '') faults.push(choose('unit', tell('rating.field.unit')));
  for (const [place, answer] of answers.demands.entries()) {
    if (solvedSchema.safeParse(answer).success) continue;
    faults.push(choose(nameOf(place), tell('rating.field.demand', { n: place + 1 })));
  }
  const label = tell('rating.reason');
  return [...faults, ...tooLong(answers.reason, limits.explanation, label, reading, 'reason')];
}

/** What was chosen, as it is carried past the question for the code. */
const carry = (form: SentForm): string => {
  const typed: Answers = {
    office: form.text('office'),
    unit: form.text('unit'),
    demands: Array.from({ length: limits.demands }, (_, place) => form.text(nameOf(place))),
    reason: form.text('reason'),
  };
  return JSON.stringify(typed);
};

/** Rating, and changing it within the window (W-2, P-11). */
export const rateForm: OneForm<Answers> = {
  page: 'rate',
  done: 'rated',
  begin: (opened, carried) => {
    const parsed = answersSchema.safeParse(carried === undefined ? undefined : parseJson(carried));
    return parsed.success ? parsed.data : answersBefore(opened);
  },
  carry,
  read: answersIn,
  faultsOf,
  take: ({ deps }, { progress }, { office, unit, demands, reason }, commandKey) =>
    deps.command(
      progress.id,
      'rate',
      {
        office,
        unit,
        demands: progress.demands.map(({ id }, place) => ({
          demandId: id,
          solved: solvedSchema.parse(demands[place]),
        })),
        ...(reason === '' ? {} : { reason }),
      },
      commandKey,
    ),
  refusedAs: (refusal, { language }) => ({ notice: sentenceOf(refusal, language) }),
  show: (shown) => <RatePage {...shown} />,
};

export const addRating = (app: FastifyInstance, desk: ProgressDesk): void => {
  app.get<OfPetition>('/p/:number/rate', hidden, openForm(rateForm, desk));
  app.post<OfPetition>('/p/:number/rate', hidden, sendForm(rateForm, desk));
};
