import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import type { ProgrammeView } from '../../src/capabilities/supervision/inspections/view.ts';
import { displayPetitionNumber } from '../../src/kernel/petition-number.ts';
import { api } from '../shell/api.ts';
import { OpenedRecord } from '../shell/opened-record.tsx';
import { PlainTable } from '../shell/plain-table.tsx';
import { RecordSteps } from '../shell/record-steps.tsx';
import { ShortForm } from '../shell/short-form.tsx';
import { useWords } from '../shell/words-context.tsx';
import { FactsPanel, RecordFrame } from './own-record.tsx';
import { fill } from '../words/words.ts';
import { InspectionRow } from './inspections-page.tsx';
import {
  inspectionFields,
  programmeAddresses,
  programmeStepFields,
  type ProgrammeStep,
} from './inspections-steps.ts';

const keyOf = (id: string) => ['inspection-programme', id] as const;

/** One programme: teams, rounds, draws, inspections (U-1). */
export function ProgrammePage() {
  const { id = '' } = useParams();
  const { inspections: say } = useWords();
  return (
    <OpenedRecord<ProgrammeView>
      queryKey={keyOf(id)}
      path={`/inspection-programmes/${id}`}
      title={say.title}
      titleOf={({ theme }) => theme}
    >
      {(programme) => (
        <RecordFrame heading={programme.theme} side={<Facts programme={programme} />}>
          <RecordSteps
            steps={programme.steps as readonly ProgrammeStep[]}
            names={say.programmeStep}
            fieldsOf={(step) => programmeStepFields(step, programme, say)}
            addressOf={(step) =>
              `/inspection-programmes/${programme.id}/${programmeAddresses[step]}`
            }
            expectedVersion={programme.version}
            queryKey={keyOf(programme.id)}
          />
          {programme.mayPlan && <PlanInspection programme={programme} />}
          <section className="panel" aria-labelledby="inspections">
            <h2 id="inspections">{say.list}</h2>
            {programme.inspections.length === 0 ? (
              <p className="quiet">{say.empty}</p>
            ) : (
              <PlainTable label={say.list} columns={say.column}>
                {programme.inspections.map((line) => (
                  <InspectionRow key={line.id} line={line} />
                ))}
              </PlainTable>
            )}
          </section>
          <Draws programme={programme} />
        </RecordFrame>
      )}
    </OpenedRecord>
  );
}

function PlanInspection({ programme }: { readonly programme: ProgrammeView }) {
  const { inspections: say } = useWords();
  const [params, setParams] = useSearchParams();
  const client = useQueryClient();
  const navigate = useNavigate();
  if (params.get('do') !== 'plan') {
    return params.has('do') ? null : (
      <p>
        <Button onClick={() => setParams({ do: 'plan' })}>{say.planInspection}</Button>
      </p>
    );
  }
  return (
    <section className="panel" aria-labelledby="plan">
      <h2 id="plan">{say.planInspection}</h2>
      <ShortForm
        draft={`inspection:${programme.id}`}
        fields={inspectionFields(say, programme)}
        label={say.planInspection}
        send={(input, key) =>
          api.post<{ id: string }>(`/inspection-programmes/${programme.id}/inspections`, input, {
            key,
          })
        }
        onLeave={() => setParams({}, { replace: true })}
        onDone={({ id }) => {
          void client.invalidateQueries({ queryKey: keyOf(programme.id) });
          void client.invalidateQueries({ queryKey: ['list'] });
          void navigate(`/supervision/inspections/${id}`);
        }}
      />
    </section>
  );
}

function Draws({ programme }: { readonly programme: ProgrammeView }) {
  const { inspections: say } = useWords();
  return (
    <section className="panel" aria-labelledby="draws">
      <h2 id="draws">{say.draws}</h2>
      {programme.draws.length === 0 && <p className="quiet">{say.draw.none}</p>}
      <ul className="plain-list">
        {programme.draws.map(({ id, size, take, drawn, petitions }) => (
          <li key={id}>
            <p>
              {fill(say.draw.frozen, { size, take })} ·{' '}
              {drawn === null ? say.draw.waiting : say.draw.drawn} ·{' '}
              <a href={`/draws/${id}`}>{say.draw.page}</a>
            </p>
            <ul>
              {petitions.map((petition) => (
                <li key={petition.id}>
                  <Link to={`/petitions/${petition.id}`}>
                    {displayPetitionNumber(petition.number)}
                  </Link>{' '}
                  {petition.holder.name}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Facts({ programme }: { readonly programme: ProgrammeView }) {
  const { inspections: say } = useWords();
  const rows: readonly (readonly [string, string])[] = [
    [say.column.status, say.programmeStatus[programme.status]],
    [say.programmeColumn.office, programme.office.name],
    [say.programmeColumn.days, `${programme.from} – ${programme.to}`],
    [say.basis, programme.basis],
    [say.focusText, programme.focus],
    [
      say.teams,
      programme.teams.map(({ name, members }) => `${name}：${members.join('、')}`).join('；'),
    ],
    [
      say.rounds,
      programme.rounds.map(({ name, from, to }) => `${name} ${from} – ${to}`).join('；'),
    ],
    [say.plannedBy, programme.plannedBy],
  ];
  return <FactsPanel title={say.facts} rows={rows} />;
}
