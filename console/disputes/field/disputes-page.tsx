import { Button } from 'antd';
import { Link, useNavigate } from 'react-router';
import type { DisputeSettings } from '../../../src/capabilities/disputes/settings.ts';
import { api } from '../../shell/api.ts';
import { formatMoment } from '../../shell/format.ts';
import { useFieldWork, useRecords, useTaken } from '../../shell/offline/field-context.ts';
import { TakeForm } from '../../shell/offline/take-form.tsx';
import { usePageTitle } from '../../shell/page-title.ts';
import { newKey } from '../../shell/use-submission.ts';
import { useWords } from '../../shell/words-context.tsx';
import { kindsOffered } from '../use-settings.ts';
import { disputeRecordKind, type DisputeNotes, type TakenForm } from './notes.ts';

type Places = readonly { readonly code: string; readonly name: string }[];
type Units = readonly { readonly id: string; readonly regionCode: string }[];

/** Disputes that were recorded on this telephone, and the way to record another. */
export function FieldDisputesPage() {
  const { disputes: say, offline } = useWords();
  usePageTitle(say.field.title);
  const { session, store } = useFieldWork();
  const navigate = useNavigate();
  const records = useRecords<DisputeNotes>(disputeRecordKind) ?? [];
  const taken = useTaken<TakenForm>(disputeRecordKind) ?? [];
  const download = async () => {
    const [settings, { regions }, { units }] = await Promise.all([
      api.get<DisputeSettings>('/dispute-settings', { open: true }),
      api.get<{ regions: Places }>('/regions', { open: true }),
      api.get<{ units: Units }>('/units', { open: true }),
    ]);
    const own = units.find(({ id }) => id === session?.unit?.id)?.regionCode ?? '-';
    const value: TakenForm = {
      kinds: kindsOffered(settings).map(({ code, name }) => ({ code, name })),
      regions: regions
        .filter(({ code }) => code.startsWith(own))
        .map(({ code, name }) => ({ code, name })),
    };
    return [{ id: 'dispute-form', value }];
  };
  const list = records.toSorted((one, other) => other.madeAt - one.madeAt);
  return (
    <>
      <h1>{say.field.title}</h1>
      <p>{say.field.intro}</p>
      <p className="quiet">
        {say.help.accusation} {say.help.accusationLink}
      </p>
      {session !== null && (
        <TakeForm kind={disputeRecordKind} label={say.field.take} download={download} />
      )}
      {store !== null && taken.length > 0 && (
        <p>
          <Button
            type="primary"
            size="large"
            onClick={() => void navigate(`/field/disputes/${newKey()}`)}
          >
            {say.field.add}
          </Button>
        </p>
      )}
      {list.length === 0 && <p>{say.field.none}</p>}
      <ul className="field-list">
        {list.map(({ id, body, state, madeAt }) => (
          <li key={id}>
            <Link to={`/field/disputes/${id}`} className="field-entry">
              <strong>
                {body === null || body.about === '' ? say.record : body.about.slice(0, 40)}
              </strong>
              <span>{body?.place ?? formatMoment(madeAt)}</span>
              <span> {offline.record.state[state]}</span>
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
