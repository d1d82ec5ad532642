import { Button, Input } from 'antd';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import type { HallView } from '../../../src/capabilities/reception-days/hall/view.ts';
import { labelOf } from '../../../src/capabilities/reception-days/tickets/view.ts';
import { Choice } from '../../shell/choice.tsx';
import { Field } from '../../shell/field.tsx';
import { usePageTitle } from '../../shell/page-title.ts';
import { ProblemNote } from '../../shell/problem-note.tsx';
import { useCategories, useUnits } from '../../shell/reference-data.ts';
import { SearchSelect } from '../../shell/search-select.tsx';
import { TextArea } from '../../shell/text-area.tsx';
import { useSubmitKey } from '../../shell/use-submit-key.ts';
import { useWords } from '../../shell/words-context.tsx';
import { fill } from '../../words/words.ts';
import { AwayNote } from './away-note.tsx';
import type { Asked } from './desk-box.ts';
import { onePress } from './one-press.ts';
import { Slip } from './slip.tsx';
import { useDesk } from './use-desk.ts';
import { useHall } from './use-hall.ts';
import { useHallStep } from './use-hall-step.ts';

const nobody: Asked = {
  persons: 1,
  name: '',
  telephone: '',
  unit: '',
  topic: '',
  representatives: [],
};

/** Whether this window alone gives tickets at a desk: two would give one number twice. */
function useOnlyWindow(deskId: string): boolean | null {
  // Without TLS a browser has no locks; one machine is one desk then.
  const [locks] = useState(() => (navigator as { locks?: LockManager }).locks);
  const [mine, setMine] = useState<boolean | null>(locks === undefined ? true : null);
  useEffect(() => {
    let release: (() => void) | undefined;
    let left = false;
    void locks?.request(`huiyin desk ${deskId}`, { ifAvailable: true }, (lock) => {
      if (left) return undefined;
      setMine(lock !== null);
      return lock === null ? undefined : new Promise<void>((done) => (release = done));
    });
    return () => {
      left = true;
      release?.();
    };
  }, [deskId, locks]);
  return mine;
}

function Desk(props: { readonly hall: HallView; readonly deskId: string }) {
  const { hall, deskId } = props;
  const { hall: words } = useWords();
  const say = words.desk;
  const { box, give, standing, refused } = useDesk(hall.dayId, deskId);
  const [asked, setAsked] = useState<Asked>(nobody);
  const first = useRef<HTMLInputElement | null>(null);
  const units = useUnits();
  const categories = useCategories();
  const ready = box.slots.length > 0;
  const set = (next: Partial<Asked>) => setAsked((before) => ({ ...before, ...next }));
  const run = () => {
    if (!ready) return;
    give(asked);
    setAsked(nobody);
    document.querySelector<HTMLInputElement>('#desk-persons')?.focus();
    // The slip is drawn first.
    window.setTimeout(() => window.print(), 150);
  };
  useSubmitKey(run);
  const send = (event: FormEvent) => {
    event.preventDefault();
    run();
  };
  const last = box.last;
  const back = box.waiting.find(({ key }) => key === refused?.key);
  return (
    <div className="desk">
      <form
        className="panel narrow-form no-print"
        onSubmit={send}
        onClickCapture={onePress}
        // A key that is held down is one press as well.
        onKeyDown={(event) => event.repeat && event.key === 'Enter' && event.preventDefault()}
        noValidate
      >
        <AwayNote standing={standing} />
        <p role="status">
          {ready ? fill(say.supply, { count: box.slots.length }) : say.noSupply}{' '}
          {box.waiting.length > 0 ? fill(say.waiting, { count: box.waiting.length }) : say.synced}
        </p>
        {back !== undefined && refused !== null && (
          <ProblemNote
            title={fill(say.refused, { label: labelOf(back.number) })}
            error={refused.error}
          />
        )}
        <Field label={say.persons} id="desk-persons">
          {(aria) => (
            <Input
              {...aria}
              inputMode="numeric"
              ref={(input) => {
                first.current = input?.input ?? null;
              }}
              value={String(asked.persons)}
              onChange={(event) => {
                const count = Number(event.target.value.replaceAll(/\D/g, ''));
                set({ persons: Math.min(Math.max(1, count), 9999) });
              }}
            />
          )}
        </Field>
        <Field label={say.name}>
          {(aria) => (
            <Input {...aria} value={asked.name} onChange={(e) => set({ name: e.target.value })} />
          )}
        </Field>
        <Field label={say.telephone}>
          {(aria) => (
            <Input
              {...aria}
              inputMode="tel"
              value={asked.telephone}
              onChange={(e) => set({ telephone: e.target.value })}
            />
          )}
        </Field>
        <Field label={say.unit}>
          {(aria) => (
            <SearchSelect
              aria={aria}
              value={asked.unit}
              options={units.map(({ id, name }) => ({ value: id, label: name }))}
              onChange={(unit) => set({ unit })}
            />
          )}
        </Field>
        <Field label={say.topic}>
          {(aria) => (
            <SearchSelect
              aria={aria}
              value={asked.topic}
              options={categories
                .filter(({ parentCode }) => parentCode === null)
                .map(({ code, name }) => ({ value: code, label: name }))}
              onChange={(topic) => set({ topic })}
            />
          )}
        </Field>
        {asked.persons > 1 && (
          <Field label={say.representatives}>
            {(aria) => (
              <TextArea
                aria={aria}
                rows={3}
                value={asked.representatives.join('\n')}
                onChange={(text) => set({ representatives: text.split('\n').slice(0, 5) })}
              />
            )}
          </Field>
        )}
        <div className="form-foot">
          <Button type="primary" htmlType="submit" size="large" disabled={!ready}>
            {say.take}
          </Button>
          {last !== null && <Button onClick={() => window.print()}>{say.print}</Button>}
        </div>
      </form>
      {last !== null && <Slip dayId={hall.dayId} ticket={last} day={hall.on} place={hall.place} />}
    </div>
  );
}

function ChooseDesk(props: { readonly hall: HallView }) {
  const { hall } = props;
  const { hall: words } = useWords();
  const say = words.desk;
  const [, setParams] = useSearchParams();
  const [label, setLabel] = useState('');
  const step = useHallStep(hall.dayId);
  const add = (event: FormEvent) => {
    event.preventDefault();
    if (label.trim() === '') return;
    step.mutate(
      { type: 'openDesk', input: { label } },
      { onSuccess: ({ madeId }) => madeId !== null && setParams({ desk: madeId }) },
    );
  };
  return (
    <section className="panel narrow-form">
      {step.isError && <ProblemNote error={step.error} />}
      {hall.desks.length > 0 && (
        <Field label={say.choose}>
          {(aria) => (
            <Choice
              aria={aria}
              empty={say.choose}
              value=""
              options={hall.desks.map((desk) => ({
                value: desk.id,
                label: `${desk.series} · ${desk.label}`,
              }))}
              onChange={(desk) => desk !== '' && setParams({ desk })}
            />
          )}
        </Field>
      )}
      <form onSubmit={add} noValidate>
        <Field label={say.label}>
          {(aria) => <Input {...aria} value={label} onChange={(e) => setLabel(e.target.value)} />}
        </Field>
        <Button htmlType="submit">{say.add}</Button>
      </form>
    </section>
  );
}

function OnlyDesk(props: { readonly hall: HallView; readonly deskId: string }) {
  const { hall: words } = useWords();
  const mine = useOnlyWindow(props.deskId);
  if (mine === null) return null;
  return mine ? <Desk {...props} /> : <p role="alert">{words.desk.taken}</p>;
}

/** The door: anybody gets a ticket, at once, also while the network is down. */
export function DoorPage() {
  const { dayId = '' } = useParams();
  const [params] = useSearchParams();
  const { hall: say } = useWords();
  usePageTitle(say.door);
  const { query } = useHall(dayId);
  const hall = query.data;
  const deskId = params.get('desk') ?? '';
  const known = hall?.desks.some(({ id }) => id === deskId) === true;
  return (
    <>
      <div className="page-head no-print">
        <h1>{say.door}</h1>
        <Link className="secondary-link" to={`/halls/${dayId}`}>
          {say.overview}
        </Link>
      </div>
      {query.isError && hall === undefined && (
        <ProblemNote error={query.error} onRetry={() => void query.refetch()} />
      )}
      {hall !== undefined && !known && <ChooseDesk hall={hall} />}
      {hall !== undefined && known && <OnlyDesk key={deskId} hall={hall} deskId={deskId} />}
    </>
  );
}
