import { QueryClient } from '@tanstack/react-query';
import { problemOf } from './problem.ts';

/** A refusal is an answer and is not asked for again; only a lost connection is. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      retry: (failures, error) => problemOf(error).code === 'offline' && failures < 2,
      refetchOnWindowFocus: true,
    },
    mutations: { retry: false },
  },
});
