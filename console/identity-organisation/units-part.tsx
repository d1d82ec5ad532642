import { useCallback, useState } from 'react';
import { Button, Input } from 'antd';
import { useSearchParams } from 'react-router';
import type { Unit } from '../../src/capabilities/identity-organisation/contract.ts';
import { api } from '../shell/api.ts';
import { Choice } from '../shell/choice.tsx';
import { useRegions, useUnits } from '../shell/reference-data.ts';
import { useWords } from '../shell/words-context.tsx';
import { keysOf } from '../words/words.ts';
import { RecordForm } from './record-form.tsx';

/** Every unit, with what the public may know of it. */
export function UnitsPart({ administers }: { readonly administers: boolean }) {
  const { organisation: say, terms, desk, shell } = useWords();
  const units = useUnits();
  const regions = useRegions();
  const [params, setParams] = useSearchParams();
  const [find, setFind] = useState('');
  const [edited, setEdited] = useState<Unit | null>(null);
  const kind = params.get('kind') ?? '';
  const shown = units.filter(
    (unit) => (kind === '' || unit.kind === kind) && unit.name.includes(find.trim()),
  );
  const nameOf = (id: string | null) => units.find((unit) => unit.id === id)?.name ?? '';
  const regionName = (code: string) => regions.find((each) => each.code === code)?.name ?? code;
  return (
    <>
      <div className="filters">
        <Input
          className="search-box"
          aria-label={say.find}
          placeholder={say.find}
          value={find}
          data-search
          onChange={(event) => setFind(event.target.value)}
        />
        <Choice
          compact
          label={say.kind}
          empty={desk.filter.any}
          value={kind}
          options={keysOf(terms.unitKind).map((each) => ({
            value: each,
            label: terms.unitKind[each],
          }))}
          onChange={(value) => setParams(value === '' ? {} : { kind: value }, { replace: true })}
        />
      </div>
      {shown.length === 0 && <p className="empty panel">{say.emptyUnits}</p>}
      {shown.length > 0 && (
        <div className="table-scroll" tabIndex={0} role="group" aria-label={say.units}>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{say.name}</th>
                <th scope="col">{say.kind}</th>
                <th scope="col">{say.region}</th>
                <th scope="col">{say.parent}</th>
                <th scope="col">{say.phone}</th>
                <th scope="col">{say.receptionHours}</th>
                {administers && (
                  <th scope="col">
                    <span className="unseen">{shell.action.edit}</span>
                  </th>
                )}
              </tr>
            </thead>
            <tbody>
              {shown.map((unit) => (
                <tr key={unit.id}>
                  <td>
                    {unit.name}
                    {!unit.active && (
                      <span className="tag">
                        {say.inactive} {nameOf(unit.successorId)}
                      </span>
                    )}
                  </td>
                  <td className="nowrap">{terms.unitKind[unit.kind]}</td>
                  <td>
                    {regionName(unit.regionCode)}
                    <span className="line-sub">{terms.level[unit.level]}</span>
                  </td>
                  <td>{nameOf(unit.parentId)}</td>
                  <td className="figure">{unit.phone}</td>
                  <td>{unit.receptionHours}</td>
                  {administers && (
                    <td>
                      <Button
                        size="small"
                        aria-label={`${shell.action.edit} ${unit.name}`}
                        onClick={() => setEdited(unit)}
                      >
                        {shell.action.edit}
                      </Button>
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {administers && edited !== null && (
        <EditUnit key={edited.id} unit={edited} onDone={() => setEdited(null)} />
      )}
      {administers && edited === null && <AddUnit />}
    </>
  );
}

/** What stands in every form about a unit. */
function usePublicFields() {
  const { organisation: say } = useWords();
  const units = useUnits();
  return [
    {
      name: 'parentId',
      label: say.parent,
      long: true,
      options: units.map(({ id, name }) => ({ value: id, label: name })),
    },
    { name: 'phone', label: say.phone },
    { name: 'address', label: say.address },
    { name: 'receptionHours', label: say.receptionHours },
    { name: 'receptionPlace', label: say.receptionPlace },
  ];
}

function AddUnit() {
  const { organisation: say, terms } = useWords();
  const regions = useRegions();
  const common = usePublicFields();
  const send = useCallback((body: unknown, key: string) => api.post('/units', body, { key }), []);
  return (
    <RecordForm
      name="unit"
      title={say.addUnit}
      send={send}
      fields={[
        { name: 'name', label: say.name, required: true },
        {
          name: 'kind',
          label: say.kind,
          required: true,
          options: keysOf(terms.unitKind).map((each) => ({
            value: each,
            label: terms.unitKind[each],
          })),
        },
        {
          name: 'level',
          label: say.level,
          required: true,
          options: keysOf(terms.level).map((each) => ({ value: each, label: terms.level[each] })),
        },
        {
          name: 'regionCode',
          label: say.region,
          required: true,
          long: true,
          options: regions.map(({ code, name }) => ({ value: code, label: `${name} ${code}` })),
        },
        ...common,
      ]}
    />
  );
}

function EditUnit({ unit, onDone }: { readonly unit: Unit; readonly onDone: () => void }) {
  const { organisation: say } = useWords();
  const common = usePublicFields();
  const send = useCallback(
    (body: unknown, key: string) =>
      api.patch(`/units/${encodeURIComponent(unit.id)}`, body, { key }),
    [unit.id],
  );
  return (
    <RecordForm
      name={`unit:${unit.id}`}
      title={unit.name}
      send={send}
      onDone={onDone}
      initial={{
        name: unit.name,
        parentId: unit.parentId ?? '',
        phone: unit.phone ?? '',
        address: unit.address ?? '',
        receptionHours: unit.receptionHours ?? '',
        receptionPlace: unit.receptionPlace ?? '',
      }}
      fields={[{ name: 'name', label: say.name, required: true }, ...common]}
    />
  );
}
