import { useQuery } from '@tanstack/react-query';
import { api } from '../shell/api.ts';

interface Person {
  readonly userId: string;
  readonly name: string;
  readonly unit: { readonly id: string; readonly name: string };
  readonly leads: boolean;
}

/** Staff in an active post, for choices; empty until they have come. */
export function usePeople(wanted = true): readonly Person[] {
  const { data } = useQuery({
    queryKey: ['sponsored-people'],
    queryFn: ({ signal }) => api.get<{ items: Person[] }>('/sponsored-people', { signal }),
    enabled: wanted,
    staleTime: 300_000,
  });
  return data?.items ?? [];
}

/** As options of a choice; only who may take charge of a case where `leads` asks for it. */
export const optionsOf = (people: readonly Person[], leads: boolean) =>
  people
    .filter((person) => person.leads || !leads)
    .map(({ userId, name, unit }) => ({ value: userId, label: `${name} · ${unit.name}` }));
