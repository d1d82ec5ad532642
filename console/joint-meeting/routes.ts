import type { RouteObject } from 'react-router';

/** The pages of joint meetings, fetched when they are opened. */
export const jointMeetingRoutes: readonly RouteObject[] = [
  {
    path: 'joint-meeting',
    lazy: async () => ({ Component: (await import('./meetings-page.tsx')).MeetingsPage }),
  },
  {
    path: 'joint-meeting/:id',
    lazy: async () => ({ Component: (await import('./meeting-page.tsx')).MeetingPage }),
  },
];
