import { useQuery } from '@tanstack/react-query';
import type {
  Category,
  Region,
  Unit,
} from '../../src/capabilities/identity-organisation/contract.ts';
import { api } from './api.ts';

const hour = 3600_000;

/** Places, units and categories change rarely: asked for once an hour, shared by every form. */
function useReference<T>(path: string, pick: (answer: never) => readonly T[], enabled: boolean) {
  const query = useQuery({
    queryKey: ['reference', path],
    queryFn: async ({ signal }) => pick(await api.get<never>(path, { signal })),
    staleTime: hour,
    enabled,
  });
  return query.data ?? [];
}

export const useUnits = (enabled = true): readonly Unit[] =>
  useReference('/units', (answer: { units: Unit[] }) => answer.units, enabled);

export const useRegions = (enabled = true): readonly Region[] =>
  useReference('/regions', (answer: { regions: Region[] }) => answer.regions, enabled);

export const useCategories = (enabled = true): readonly Category[] =>
  useReference('/categories', (answer: { categories: Category[] }) => answer.categories, enabled);

export interface Officer {
  readonly userId: string;
  readonly displayName: string;
}

/** People in post in a unit. */
export function useOfficers(unitId: string | null): readonly Officer[] {
  const query = useQuery({
    queryKey: ['reference', 'officers', unitId],
    queryFn: ({ signal }) =>
      api.get<{ officers: Officer[] }>(`/units/${encodeURIComponent(unitId ?? '')}/officers`, {
        signal,
      }),
    enabled: unitId !== null,
    staleTime: 300_000,
  });
  return query.data?.officers ?? [];
}
