import { useQuery } from '@tanstack/react-query';
import type { PostsView } from '../../src/capabilities/case-sponsorship/sponsored/view.ts';
import { api } from '../shell/api.ts';

export const postsKey = ['sponsored-posts'] as const;

/** The posts around a case as they are set; nothing until they have come. */
export const usePosts = (): PostsView | undefined =>
  useQuery({
    queryKey: postsKey,
    queryFn: ({ signal }) => api.get<PostsView>('/sponsored-posts', { signal }),
  }).data;
