import type { RouteObject } from 'react-router';

/** Pages of three-party meetings, ways out and festival visits. */
export const meetingRoutes: RouteObject[] = [
  {
    path: 'petitions/:id/meetings/new',
    lazy: async () => ({ Component: (await import('./plan-page.tsx')).PlanMeetingPage }),
  },
  {
    path: 'meetings/:id',
    lazy: async () => ({ Component: (await import('./meeting-page.tsx')).MeetingPage }),
  },
  {
    path: 'petitions/:id/ways-out/new',
    lazy: async () => ({ Component: (await import('./choose-page.tsx')).ChooseWayPage }),
  },
  {
    path: 'ways-out/:id',
    lazy: async () => ({ Component: (await import('./way-page.tsx')).WayPage }),
  },
  {
    path: 'festival-visits/:id?',
    lazy: async () => ({
      Component: (await import('./festival-visits-page.tsx')).FestivalVisitsPage,
    }),
  },
];
