import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import type { SessionView } from '../../src/capabilities/identity-organisation/contract.ts';
import { api } from './api.ts';
import { isProblem } from './problem.ts';

export type Session = SessionView;

const key = ['session'] as const;

/** Who is signed in; null when nobody is. */
export function useSessionQuery() {
  return useQuery({
    queryKey: key,
    queryFn: async ({ signal }): Promise<Session | null> => {
      try {
        return await api.get<Session>('/session', { signal, open: true });
      } catch (error) {
        if (isProblem(error, 'not-signed-in')) return null;
        throw error;
      }
    },
    staleTime: 60_000,
  });
}

export function useForgetSession(): () => void {
  const client = useQueryClient();
  return () => {
    client.clear();
    client.setQueryData(key, null);
  };
}

export const SessionContext = createContext<Session | null>(null);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === null) throw new Error('nobody is signed in');
  return session;
}

/** Whether one of the verbs that the server lists for this person is among these. */
export function useMay(): (...verbs: readonly string[]) => boolean {
  const { verbs } = useSession();
  return (...wanted) => wanted.some((verb) => verbs.includes(verb));
}
