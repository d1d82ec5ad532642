import type { ReactElement } from 'react';
import {
  Facts,
  FaultSummary,
  Form,
  Notice,
  TextField,
  type Fault,
} from '../../../../portal/components.tsx';
import { dayInWords } from '../../../../portal/dates.ts';
import { Layout } from '../../../../portal/layout.tsx';
import type { Reading } from '../../../../portal/page.tsx';
import { sayer, type Say } from '../../../../portal/words/index.ts';
import type { OpenPromise, OwnHousehold } from '../view.ts';
import { promisePageWords, type PromisePageKey } from './words.ts';

type Tell = Say<PromisePageKey>;

const sayerOf = (reading: Reading): Tell => sayer(promisePageWords, reading.language);

/** Late is said before everything else, whatever the unit says. */
function stateOf(promise: OpenPromise, tell: Tell, day: (date: string) => string): string {
  const { status, late, dueDate, withdrawn, allDone, changedOn } = promise;
  if (status === 'withdrawn') {
    return tell('state.withdrawn', {
      day: day(withdrawn?.on ?? dueDate),
      reason: withdrawn?.reason ?? '',
    });
  }
  if (late) return tell('state.late', { day: day(dueDate) });
  if (status === 'open') {
    return tell(changedOn === null ? 'state.empty' : 'state.open', { day: day(dueDate) });
  }
  return allDone ? tell(`state.${status}`) : tell('state.reportedEarly');
}

const kindOf = ({ late, status, allDone }: OpenPromise): 'warn' | 'good' | 'info' =>
  late ? 'warn' : status === 'fulfilled' && allDone ? 'good' : 'info';

/** What was promised to many households, the newest first (S-4). */
export const PromisesPage = ({
  reading,
  items,
  next,
}: {
  readonly reading: Reading;
  readonly items: readonly OpenPromise[];
  readonly next: string | null;
}): ReactElement => {
  const tell = sayerOf(reading);
  const day = (date: string): string => dayInWords(date, reading.language);
  return (
    <Layout reading={reading} title={tell('title')} back="/">
      <h1>{tell('title')}</h1>
      <p>{tell('lead')}</p>
      {items.length === 0 && <p>{tell('none')}</p>}
      <ul className="tiles">
        {items.map((item) => {
          const done = item.steps.at(-1)?.count ?? null;
          return (
            <li key={item.number}>
              <a href={`/promises/${item.number}`}>
                {item.title}
                <span>
                  {stateOf(item, tell, day)}
                  {item.total !== null && ` · ${tell('line.total', { total: item.total })}`}
                  {done !== null && done > 0 && ` · ${tell('line.done', { done })}`}
                </span>
              </a>
            </li>
          );
        })}
      </ul>
      {next !== null && (
        <p>
          <a className="button second" href={`/promises?after=${next}`}>
            {tell('more')}
          </a>
        </p>
      )}
    </Layout>
  );
};

const Progress = ({
  promise,
  tell,
  day,
}: {
  readonly promise: OpenPromise;
  readonly tell: Tell;
  readonly day: (date: string) => string;
}): ReactElement => {
  const shown = (count: number | null): string =>
    count === null ? tell('progress.hidden') : tell('progress.count.one', { count });
  const hidden = promise.total === null || promise.steps.some(({ count }) => count === null);
  return (
    <section aria-labelledby="progress">
      <h2 id="progress">{tell('progress')}</h2>
      {promise.changedOn === null ? (
        <p>{tell('progress.never')}</p>
      ) : (
        <>
          <Facts
            rows={[
              ...promise.steps.map(({ name, count }) => [name, shown(count)] as const),
              [tell('progress.total'), shown(promise.total)],
            ]}
          />
          <p className="help">
            {tell('progress.on', { day: day(promise.changedOn) })}
            {hidden && ` · ${tell('progress.why')}`}
          </p>
        </>
      )}
    </section>
  );
};

const AskOwn = ({
  reading,
  promise,
  faults,
  tell,
}: {
  readonly reading: Reading;
  readonly promise: OpenPromise;
  readonly faults: readonly Fault[];
  readonly tell: Tell;
}): ReactElement => (
  <section aria-labelledby="own">
    <h2 id="own">{tell('own')}</h2>
    <Form reading={reading} id="own-form" action={`/promises/${promise.number}#own`}>
      <TextField
        reading={reading}
        name="code"
        label={tell('own.code')}
        help={tell('own.help')}
        faults={faults}
      />
      <div className="buttons">
        <button className="button">{tell('own.look')}</button>
      </div>
    </Form>
  </section>
);

const askOf = ({ unit, phone }: OpenPromise, tell: Tell): string =>
  phone === '' ? unit : `${unit}，${tell('phone', { phone })}`;

/** One promise with its progress in numbers, and the way to one's own household. */
export const PromisePage = ({
  reading,
  promise,
  faults = [],
}: {
  readonly reading: Reading;
  readonly promise: OpenPromise;
  readonly faults?: readonly Fault[];
}): ReactElement => {
  const tell = sayerOf(reading);
  const day = (date: string): string => dayInWords(date, reading.language);
  return (
    <Layout reading={reading} title={promise.title} back="/promises">
      <FaultSummary reading={reading} faults={faults} />
      <h1>{promise.title}</h1>
      <p>{promise.text}</p>
      <Notice kind={kindOf(promise)}>
        <p className="strong">{stateOf(promise, tell, day)}</p>
      </Notice>
      <Progress {...{ promise, tell, day }} />
      {promise.total !== 0 && <AskOwn {...{ reading, promise, faults, tell }} />}
      <Facts
        rows={[
          [tell('who'), promise.leader],
          [tell('unit'), promise.unit],
          [tell('ask'), askOf(promise, tell)],
          [tell('made'), day(promise.madeOn)],
          [tell('due'), day(promise.dueDate)],
        ]}
      />
      {promise.formerDates.length > 0 && (
        <section aria-labelledby="former">
          <h2 id="former">{tell('former')}</h2>
          <ul>
            {promise.formerDates.map(({ dueDate, changedOn, reason }) => (
              <li key={`${dueDate}${changedOn}`}>
                {tell('former.line', { day: day(dueDate), on: day(changedOn), reason })}
              </li>
            ))}
          </ul>
        </section>
      )}
    </Layout>
  );
};

/** What a household reads of itself: where it is, what is still needed, and whom to ask. */
export const OwnHouseholdPage = ({
  reading,
  promise,
  own,
}: {
  readonly reading: Reading;
  readonly promise: OpenPromise;
  readonly own: OwnHousehold;
}): ReactElement => {
  const tell = sayerOf(reading);
  const step = promise.steps[own.step];
  const done = own.step === promise.steps.length - 1;
  const need = step?.need ?? '';
  return (
    <Layout reading={reading} title={tell('own.title')} back={`/promises/${promise.number}`}>
      <h1>{tell('own.title')}</h1>
      <p>{promise.title}</p>
      <Notice kind={done ? 'good' : need === '' ? 'info' : 'warn'}>
        <p className="strong">
          {done ? tell('own.done') : need === '' ? tell('own.nothing') : tell('own.need')}
        </p>
        {!done && need !== '' && <p>{need}</p>}
      </Notice>
      <Facts
        rows={[
          [tell('own.reference'), own.reference],
          [tell('own.step'), step?.name ?? ''],
          [tell('own.since'), dayInWords(own.movedOn, reading.language)],
          ...(own.note === '' ? [] : ([[tell('own.note'), own.note]] as const)),
          [tell('ask'), askOf(promise, tell)],
          [tell('due'), dayInWords(promise.dueDate, reading.language)],
        ]}
      />
      <p>
        <a className="button second" href={`/promises/${promise.number}`}>
          {tell('back')}
        </a>
      </p>
    </Layout>
  );
};
