import { Link, useNavigate } from 'react-router';
import type {
  InspectionLine,
  ProgrammeLine,
} from '../../src/capabilities/supervision/inspections/view.ts';
import { api } from '../shell/api.ts';
import { PagedTable, useFilters, usePagedList } from '../shell/paged-list.tsx';
import { useUnits } from '../shell/reference-data.ts';
import { useMay } from '../shell/session.tsx';
import { ShortForm } from '../shell/short-form.tsx';
import { useWords } from '../shell/words-context.tsx';
import { programmeFields } from './inspections-steps.ts';
import { Narrow, optionsOf, OwnListFrame, useLeave } from './own-list.tsx';

/** A line of an inspection, in whichever table it stands. */
export function InspectionRow({ line }: { readonly line: InspectionLine }) {
  const { inspections: say } = useWords();
  return (
    <tr>
      <td>
        <Link to={`/supervision/inspections/${line.id}`}>{line.unit.name}</Link>
      </td>
      <td className="long-words">{line.programme.name}</td>
      <td>{line.team}</td>
      <td>
        {say.way[line.way]} · {say.focus[line.focus]}
      </td>
      <td>{say.status[line.status]}</td>
      <td className="figure">{line.on}</td>
      <td className="figure">{line.open}</td>
      <td>
        <span className="figure">{line.dueOn}</span>{' '}
        {line.overdue && <span className="tag">{say.overdue}</span>}
      </td>
    </tr>
  );
}

/** Programmes and inspections that the reader may see, and a new programme (U-1). */
export function InspectionsPage() {
  const { inspections: say } = useWords();
  const may = useMay();
  const navigate = useNavigate();
  const leave = useLeave();
  const unitOptions = useUnits().map(({ id, name }) => ({ value: id, label: name }));
  const filters = useFilters(['status', 'unit'] as const);
  const list = usePagedList<InspectionLine>('/inspections', filters.asked);
  const programmes = usePagedList<ProgrammeLine>('/inspection-programmes', {});
  return (
    <OwnListFrame
      say={say}
      begin={{
        may: may('inspection.plan'),
        verb: 'plan',
        name: say.plan,
        form: (
          <ShortForm
            draft="inspection-programme"
            fields={programmeFields(say)}
            label={say.plan}
            send={(input, key) =>
              api.post<{ id: string }>('/inspection-programmes', input, { key })
            }
            onLeave={leave}
            onDone={({ id }) => void navigate(`/supervision/programmes/${id}`)}
          />
        ),
      }}
    >
      {(may('inspection.plan') || may('inspection.approve') || programmes.items.length > 0) && (
        <section aria-labelledby="programmes" className="gap-top">
          <h2 id="programmes">{say.programmes}</h2>
          <PagedTable
            list={programmes}
            label={say.programmes}
            say={{
              empty: say.emptyProgrammes,
              emptyHelp: say.emptyProgrammesHelp,
              column: say.programmeColumn,
            }}
          >
            {programmes.items.map((line) => (
              <tr key={line.id}>
                <td className="long-words">
                  <Link to={`/supervision/programmes/${line.id}`}>{line.theme}</Link>
                </td>
                <td>{line.office.name}</td>
                <td>{say.programmeStatus[line.status]}</td>
                <td className="figure">
                  {line.from} – {line.to}
                </td>
                <td className="figure">{line.teams}</td>
              </tr>
            ))}
          </PagedTable>
        </section>
      )}
      <section aria-labelledby="inspections" className="gap-top">
        <h2 id="inspections">{say.list}</h2>
        <div className="filters" role="search" aria-label={say.list}>
          <Narrow
            by="status"
            label={say.column.status}
            any={say.any}
            options={optionsOf(say.status)}
            filters={filters}
          />
          <Narrow
            by="unit"
            label={say.column.unit}
            any={say.any}
            options={unitOptions}
            filters={filters}
          />
        </div>
        <PagedTable list={list} label={say.list} say={say}>
          {list.items.map((line) => (
            <InspectionRow key={line.id} line={line} />
          ))}
        </PagedTable>
      </section>
    </OwnListFrame>
  );
}
