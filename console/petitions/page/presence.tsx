import { useQuery } from '@tanstack/react-query';
import { api } from '../../shell/api.ts';
import { useWords } from '../../shell/words-context.tsx';
import { fill } from '../../words/words.ts';

interface Present {
  readonly people: readonly { readonly name: string }[];
}

/** Who else has this petition open: two people at once should know of each other. */
export function Presence({ id }: { readonly id: string }) {
  const { petition: say } = useWords();
  const present = useQuery({
    queryKey: ['presence', id],
    queryFn: async ({ signal }) => {
      await api.post(`/petitions/${id}/presence`, {}, { signal });
      return api.get<Present>(`/petitions/${id}/presence`, { signal });
    },
    refetchInterval: 20_000,
    retry: false,
  });
  const names = present.data?.people.map(({ name }) => name) ?? [];
  return (
    <div role="status" className="presence no-print">
      {names.length > 0 && fill(say.presence, { names: names.join('、') })}
    </div>
  );
}
