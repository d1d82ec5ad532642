import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { ListingOfPetition } from '../../src/capabilities/supervision/inspection-list/contract.ts';
import { limits } from '../../src/capabilities/supervision/inspection-list/limits.ts';
import type { PetitionView } from '../../src/capabilities/petitions/view.ts';
import { api } from '../shell/api.ts';
import { formatMoment } from '../shell/format.ts';
import { ShortForm, type ShortField } from '../shell/short-form.tsx';
import { useWords } from '../shell/words-context.tsx';
import { fill, keysOf } from '../words/words.ts';

const addresses = { recolour: 'colours', removeFromList: 'removals' } as const;
type Deed = 'enter' | keyof typeof addresses;

/** Whether a petition is on the inspection list, and the decisions over it (U-3). */
export function InspectionListPanel({ petition }: { readonly petition: PetitionView }) {
  const { inspectionList: say } = useWords();
  const client = useQueryClient();
  const [doing, setDoing] = useState<Deed | null>(null);
  const key = ['inspection-listing', petition.id];
  const { data } = useQuery({
    queryKey: key,
    queryFn: ({ signal }) =>
      api.get<ListingOfPetition>(`/petitions/${petition.id}/inspection-listing`, { signal }),
  });
  if (data === undefined || (data.listing === null && !data.mayEnter)) return null;
  const { listing } = data;
  const deeds: readonly Deed[] = data.mayEnter ? ['enter'] : (listing?.steps ?? []);
  const fields: readonly ShortField[] = [
    ...(doing === 'removeFromList'
      ? []
      : [
          {
            name: 'colour',
            kind: 'choice',
            label: say.column.colour,
            required: true,
            options: keysOf(say.plain).map((value) => ({ value, label: say.plain[value] })),
          } as const,
        ]),
    { name: 'reason', kind: 'area', label: say.reason, required: true, limit: limits.reason },
  ];
  return (
    <section className="panel" aria-labelledby="inspection-list">
      <h2 id="inspection-list">{say.panelTitle}</h2>
      {listing?.status === 'listed' && <p>{fill(say.on, { colour: say.plain[listing.colour] })}</p>}
      <ul className="plain-list">
        {listing?.decisions.map(({ at, by, deed, colour, reason }) => (
          <li key={at}>
            {fill(say.deed[deed], { colour: say.plain[colour] })} {by}{' '}
            <span className="figure">{formatMoment(at)}</span>
            <p className="letter-text">{reason}</p>
          </li>
        ))}
      </ul>
      {doing === null && (
        <div className="row">
          {deeds.map((deed) => (
            <Button key={deed} onClick={() => setDoing(deed)}>
              {say.step[deed]}
            </Button>
          ))}
        </div>
      )}
      {doing !== null && (
        <ShortForm
          key={doing}
          draft={`inspection-list:${petition.id}:${doing}`}
          fields={fields}
          label={say.step[doing]}
          send={(input, sent) =>
            doing === 'enter'
              ? api.post(`/petitions/${petition.id}/inspection-listing`, input, { key: sent })
              : api.post(
                  `/inspection-list/${listing?.id ?? ''}/${addresses[doing]}`,
                  { expectedVersion: listing?.version, input },
                  { key: sent },
                )
          }
          onLeave={() => setDoing(null)}
          onDone={() => {
            setDoing(null);
            void client.invalidateQueries({ queryKey: key });
          }}
        />
      )}
    </section>
  );
}
