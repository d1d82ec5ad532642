import { queryOptions } from '@tanstack/react-query';
import type { PetitionView } from '../../src/capabilities/petitions/view.ts';
import { api } from '../shell/api.ts';

export const petitionKey = (id: string) => ['petition', id] as const;

export const petitionQuery = (id: string) =>
  queryOptions({
    queryKey: petitionKey(id),
    queryFn: ({ signal }) =>
      api.get<PetitionView>(`/petitions/${encodeURIComponent(id)}`, { signal }),
  });
