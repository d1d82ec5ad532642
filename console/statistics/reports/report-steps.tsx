import { Button } from 'antd';
import { useNavigate, useSearchParams } from 'react-router';
import { limits } from '../../../src/capabilities/statistics/reports/limits.ts';
import type { ReportView } from '../../../src/capabilities/statistics/reports/contract.ts';
import { api } from '../../shell/api.ts';
import { ShortForm, type ShortField } from '../../shell/short-form.tsx';
import { useWords } from '../../shell/words-context.tsx';
import type { Words } from '../../words/words.ts';

const offered = ['finaliseReport', 'recountReport', 'correctReport'] as const;
type Offered = (typeof offered)[number];

const addresses: Readonly<Record<Offered, string>> = {
  finaliseReport: 'finalisations',
  recountReport: 'recounts',
  correctReport: 'corrections',
};

const names = (say: Words['reports']): Readonly<Record<Offered, string>> => ({
  finaliseReport: say.finalise,
  recountReport: say.recount,
  correctReport: say.correct,
});

const helps = (say: Words['reports']): Readonly<Record<Offered, string>> => ({
  finaliseReport: say.finaliseHelp,
  recountReport: say.recountHelp,
  correctReport: '',
});

function fieldsOf(step: Offered, say: Words['reports']): readonly ShortField[] {
  const { field } = say;
  const asOf: ShortField = { name: 'asOf', kind: 'date', label: field.asOf, help: field.asOfHelp };
  if (step === 'finaliseReport') return [];
  if (step === 'recountReport') return [asOf];
  return [
    {
      name: 'reason',
      kind: 'area',
      label: field.reason,
      help: field.reasonHelp,
      required: true,
      limit: limits.reason,
    },
    asOf,
  ];
}

/** What the reader can do to a report; one form at a time, named in the address. */
export function ReportSteps(props: { readonly report: ReportView; readonly onDone: () => void }) {
  const { reports: say } = useWords();
  const { report } = props;
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams();
  const open = offered.filter((step) => report.steps.includes(step));
  const step = open.find((each) => each === params.get('do'));
  const leave = () => setParams({}, { replace: true });
  const name = names(say);
  return (
    <div className="no-print">
      {open.length > 0 && (
        <div className="row">
          {open.map((each, at) => (
            <Button
              key={each}
              type={at === 0 ? 'primary' : 'default'}
              onClick={() => setParams({ do: each })}
            >
              {name[each]}
            </Button>
          ))}
        </div>
      )}
      {report.ownDraft && <p className="quiet">{say.ownDraft}</p>}
      {step !== undefined && (
        <section className="panel narrow-form" aria-labelledby="step">
          <h2 id="step">{name[step]}</h2>
          {helps(say)[step] !== '' && <p>{helps(say)[step]}</p>}
          <ShortForm
            key={step}
            draft={`report:${report.id}:${step}`}
            fields={fieldsOf(step, say)}
            label={step === 'finaliseReport' ? say.finaliseConfirm : name[step]}
            send={(input, key) =>
              api.post<{ id: string }>(
                `/reports/${report.id}/${addresses[step]}`,
                step === 'correctReport' ? input : { expectedVersion: report.version, input },
                { key },
              )
            }
            onLeave={leave}
            onDone={({ id }) => {
              props.onDone();
              if (id === report.id) leave();
              else void navigate(`/statistics/reports/${id}`);
            }}
          />
        </section>
      )}
    </div>
  );
}
