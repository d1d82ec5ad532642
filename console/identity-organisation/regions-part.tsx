import { useCallback } from 'react';
import { api } from '../shell/api.ts';
import { useRegions } from '../shell/reference-data.ts';
import { useWords } from '../shell/words-context.tsx';
import { keysOf } from '../words/words.ts';
import { RecordForm } from './record-form.tsx';

/** Places by official code. */
export function RegionsPart({ administers }: { readonly administers: boolean }) {
  const { organisation: say, terms } = useWords();
  const regions = useRegions();
  const nameOf = (code: string | null) => regions.find((each) => each.code === code)?.name ?? '';
  const send = useCallback(
    (body: unknown, key: string) =>
      api.post('/regions', { parentCode: null, ...(body as object) }, { key }),
    [],
  );
  return (
    <>
      {regions.length === 0 && <p className="empty panel">{say.emptyRegions}</p>}
      {regions.length > 0 && (
        <div className="table-scroll" tabIndex={0} role="group" aria-label={say.regions}>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{say.code}</th>
                <th scope="col">{say.name}</th>
                <th scope="col">{say.level}</th>
                <th scope="col">{say.parentRegion}</th>
              </tr>
            </thead>
            <tbody>
              {regions.map((region) => (
                <tr key={region.code}>
                  <td className="figure">{region.code}</td>
                  <td>{region.name}</td>
                  <td>{terms.level[region.level]}</td>
                  <td>{nameOf(region.parentCode)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {administers && (
        <RecordForm
          name="region"
          title={say.addRegion}
          send={send}
          fields={[
            { name: 'code', label: say.code, required: true },
            { name: 'name', label: say.name, required: true },
            {
              name: 'level',
              label: say.level,
              required: true,
              options: keysOf(terms.level).map((each) => ({
                value: each,
                label: terms.level[each],
              })),
            },
            {
              name: 'parentCode',
              label: say.parentRegion,
              long: true,
              options: regions.map(({ code, name }) => ({ value: code, label: `${name} ${code}` })),
            },
          ]}
        />
      )}
    </>
  );
}
