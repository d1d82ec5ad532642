import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { limits } from '../../src/capabilities/disputes/limits.ts';
import { api } from '../shell/api.ts';
import { usePageTitle } from '../shell/page-title.ts';
import { ShortForm, type ShortField } from '../shell/short-form.tsx';
import { useWords } from '../shell/words-context.tsx';
import { AccusationNote } from './accusation-note.tsx';
import { partiesOf } from './parties.ts';
import { kindsOffered, useDisputeSettings, useNamed, useOwnRegions } from './use-settings.ts';

/** Records a dispute: few questions, on a telephone as on a desk. */
export function RecordDisputePage() {
  const { disputes: say } = useWords();
  usePageTitle(say.record);
  const named = useNamed();
  const navigate = useNavigate();
  const client = useQueryClient();
  const regions = useOwnRegions();
  const settings = useDisputeSettings();
  if (settings === undefined || regions.length === 0) return <h1>{say.record}</h1>;
  const fields: readonly ShortField[] = [
    {
      name: 'regionCode',
      kind: 'choice',
      label: say.label.regionCode,
      required: true,
      first: regions.length === 1 ? (regions[0]?.value ?? '') : '',
      options: regions,
    },
    {
      name: 'place',
      kind: 'text',
      label: say.label.place,
      help: say.help.place,
      required: true,
    },
    {
      name: 'kind',
      kind: 'choice',
      label: say.label.kind,
      required: true,
      first: '',
      options: kindsOffered(settings).map(({ code, name }) => ({
        value: code,
        label: named(name),
      })),
    },
    {
      name: 'about',
      kind: 'area',
      label: say.label.about,
      help: say.help.about,
      required: true,
      limit: limits.about,
    },
    { name: 'tried', kind: 'area', label: say.label.tried, limit: limits.explanation },
    { name: 'parties', kind: 'area', label: say.label.parties, help: say.help.parties },
  ];
  return (
    <>
      <div className="page-head">
        <h1>{say.record}</h1>
      </div>
      <AccusationNote />
      <section className="panel narrow-form">
        <ShortForm
          draft="dispute:new"
          fields={fields}
          label={say.record}
          send={({ parties, ...input }, key) =>
            api.post<{ id: string }>(
              '/disputes',
              { ...input, parties: partiesOf(typeof parties === 'string' ? parties : '') },
              { key },
            )
          }
          onLeave={() => void navigate('/disputes')}
          onDone={({ id }) => {
            void client.invalidateQueries({ queryKey: ['list'] });
            void navigate(`/disputes/${id}`);
          }}
        />
      </section>
    </>
  );
}
