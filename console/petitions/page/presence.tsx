import { useQuery } from '@tanstack/react-query';
import { api } from '../../shell/api.ts';
import { useWords } from '../../shell/words-context.tsx';
import { fill } from '../../words/words.ts';

interface Present {
  readonly others?: readonly { readonly name: string }[];
}

/** Who else has this petition open: two people at once should know of each other. */
export function Presence({ id }: { readonly id: string }) {
  const { petition: say } = useWords();
  const present = useQuery({
    queryKey: ['presence', id],
    queryFn: () => api.post<Present | undefined>(`/petitions/${id}/presence`, {}),
    refetchInterval: 20_000,
    retry: false,
    select: (answer) => answer?.others ?? [],
  });
  const names = present.data?.map(({ name }) => name) ?? [];
  return (
    <div role="status" className="presence no-print">
      {names.length > 0 && fill(say.presence, { names: names.join('、') })}
    </div>
  );
}
