import { Button } from 'antd';
import { useState, type FormEvent } from 'react';
import type { ReportLine } from '../../../src/capabilities/statistics/reports/contract.ts';
import { api } from '../../shell/api.ts';
import { Choice } from '../../shell/choice.tsx';
import { todayInShanghai } from '../../shell/date-typing.ts';
import { DateField } from '../../shell/date-field.tsx';
import { Field } from '../../shell/field.tsx';
import { ProblemNote } from '../../shell/problem-note.tsx';
import { useRegions } from '../../shell/reference-data.ts';
import { useSubmission } from '../../shell/use-submission.ts';
import { useWords } from '../../shell/words-context.tsx';
import { keysOf } from '../../words/words.ts';
import { useFace } from '../use-face.ts';
import { dayBefore, periodsOf } from './periods.ts';

type Kind = ReportLine['kind'];

/** Which period, which place, as of when: the figures are counted while one waits. */
export function BeginForm(props: {
  readonly onDone: (id: string) => void;
  readonly onLeave: () => void;
}) {
  const { reports: say } = useWords();
  const face = useFace();
  const regions = useRegions(face !== 'unit');
  const yesterday = dayBefore(todayInShanghai(Date.now()));
  const [kind, setKind] = useState<Kind>('month');
  const [chosen, setChosen] = useState('');
  const [region, setRegion] = useState('');
  const [asOf, setAsOf] = useState('');
  const periods = periodsOf(kind, yesterday, say);
  // What was last over is what is reported on; the running period is there to be looked at.
  const day = periods.some(({ value }) => value === chosen) ? chosen : (periods[1]?.value ?? '');
  const { submit, busy, error } = useSubmission((body: unknown, key) =>
    api.post<{ id: string }>('/reports', body, { key }),
  );
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const begun = await submit({
      kind,
      day,
      ...(region === '' ? {} : { region }),
      ...(asOf === '' ? {} : { asOf }),
    });
    if (begun !== null) props.onDone(begun.id);
  };
  return (
    <form onSubmit={(event) => void send(event)} aria-busy={busy} noValidate>
      <Field label={say.field.kind}>
        {(aria) => (
          <Choice
            aria={aria}
            value={kind}
            options={keysOf(say.kind).map((value) => ({ value, label: say.kind[value] }))}
            onChange={(value) => setKind(value as Kind)}
          />
        )}
      </Field>
      <Field label={say.field.period}>
        {(aria) => <Choice aria={aria} value={day} options={periods} onChange={setChosen} />}
      </Field>
      {face !== 'unit' && (
        <Field label={say.field.region}>
          {(aria) => (
            <Choice
              aria={aria}
              empty={say.field.regionAll}
              value={region}
              options={regions.map(({ code, name }) => ({ value: code, label: name }))}
              onChange={setRegion}
            />
          )}
        </Field>
      )}
      <Field label={say.field.asOf} help={say.field.asOfHelp}>
        {(aria) => <DateField aria={aria} value={asOf} onChange={setAsOf} />}
      </Field>
      {error !== null && <ProblemNote error={error} />}
      <div className="row">
        <Button type="primary" htmlType="submit" loading={busy}>
          {busy ? say.sending : say.send}
        </Button>
        <Button onClick={props.onLeave}>{say.cancel}</Button>
      </div>
    </form>
  );
}
