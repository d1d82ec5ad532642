import { Button, Input } from 'antd';
import { useState, type FormEvent } from 'react';
import { Link } from 'react-router';
import type { GroupLine, HallView } from '../../../src/capabilities/reception-days/hall/view.ts';
import { Field } from '../../shell/field.tsx';
import { ProblemNote } from '../../shell/problem-note.tsx';
import { useCategories, useUnits } from '../../shell/reference-data.ts';
import { SearchSelectMany } from '../../shell/search-select.tsx';
import { useWords } from '../../shell/words-context.tsx';
import { keysOf } from '../../words/words.ts';
import { HallTable } from './hall-table.tsx';
import { useHallStep } from './use-hall-step.ts';

/** Whom a group has now, by number. */
export function Now(props: { readonly group: GroupLine }) {
  const { hall: say } = useWords();
  const { current, open } = props.group;
  if (current !== null) {
    return (
      <>
        <strong className="figure">{current.label}</strong> {say.stage[current.stage]}
      </>
    );
  }
  return <span className="quiet">{open ? say.groups.free : say.groups.resting}</span>;
}

function NewGroup(props: { readonly dayId: string; readonly onDone: () => void }) {
  const { hall, shell } = useWords();
  const say = hall.groups;
  const step = useHallStep(props.dayId);
  const units = useUnits();
  const categories = useCategories();
  const [label, setLabel] = useState('');
  const [place, setPlace] = useState('');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [topics, setTopics] = useState<readonly string[]>([]);
  const send = (event: FormEvent) => {
    event.preventDefault();
    step.mutate(
      { type: 'formGroup', input: { label, place, units: chosen, topics } },
      { onSuccess: props.onDone },
    );
  };
  return (
    <form className="sub-form narrow-form" onSubmit={send} noValidate>
      {step.isError && <ProblemNote error={step.error} />}
      <Field label={say.label} needed>
        {(aria) => <Input {...aria} value={label} onChange={(e) => setLabel(e.target.value)} />}
      </Field>
      <Field label={say.placeLabel} needed>
        {(aria) => <Input {...aria} value={place} onChange={(e) => setPlace(e.target.value)} />}
      </Field>
      <Field label={say.units}>
        {(aria) => (
          <SearchSelectMany
            aria={aria}
            value={chosen}
            options={units.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={setChosen}
          />
        )}
      </Field>
      <Field label={say.topics}>
        {(aria) => (
          <SearchSelectMany
            aria={aria}
            value={topics}
            options={categories
              .filter(({ parentCode }) => parentCode === null)
              .map(({ code, name }) => ({ value: code, label: name }))}
            onChange={setTopics}
          />
        )}
      </Field>
      <div className="form-foot">
        <Button type="primary" htmlType="submit" loading={step.isPending}>
          {say.add}
        </Button>
        <Button onClick={props.onDone}>{shell.action.cancel}</Button>
      </div>
    </form>
  );
}

/** The tables of the hall: who sits there, what they know, whom they have. */
export function GroupsPanel(props: { readonly hall: HallView }) {
  const { hall } = props;
  const { hall: words } = useWords();
  const say = words.groups;
  const [adding, setAdding] = useState(false);
  const step = useHallStep(hall.dayId);
  return (
    <section className="panel" aria-labelledby="hall-groups">
      <h2 id="hall-groups">{say.title}</h2>
      {step.isError && <ProblemNote error={step.error} />}
      <HallTable
        title={say.title}
        columns={keysOf(say.column).map((each) => say.column[each])}
        rows={hall.groups.map((group) => ({
          key: group.id,
          cells: [
            { content: group.label },
            { content: group.place },
            {
              content:
                [...group.units, ...group.topics].map(({ name }) => name).join('、') ||
                say.everything,
            },
            { content: <Now group={group} /> },
            { content: group.load, figure: true },
          ],
          actions: (
            <>
              {group.mine && (
                <Link to={`/halls/${hall.dayId}/groups/${group.id}`}>{say.enter}</Link>
              )}
              {hall.may.dispatch && (
                <Button
                  size="small"
                  aria-label={`${group.open ? say.rest : say.open} ${group.label}`}
                  onClick={() =>
                    step.mutate({
                      type: group.open ? 'restGroup' : 'openGroup',
                      input: { groupId: group.id },
                    })
                  }
                >
                  {group.open ? say.rest : say.open}
                </Button>
              )}
            </>
          ),
        }))}
      />
      {hall.may.dispatch && !adding && (
        <Button className="gap-top" onClick={() => setAdding(true)}>
          {say.add}
        </Button>
      )}
      {adding && <NewGroup dayId={hall.dayId} onDone={() => setAdding(false)} />}
    </section>
  );
}
