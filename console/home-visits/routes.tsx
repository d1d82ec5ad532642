import type { RouteObject } from 'react-router';

/** Pages of home visits behind the sign-in; those without network stand under `field`. */
export const homeVisitRoutes: RouteObject[] = [
  {
    path: 'visits',
    lazy: async () => ({ Component: (await import('./visits-page.tsx')).VisitsPage }),
  },
  {
    path: 'visits/:id',
    lazy: async () => ({ Component: (await import('./visit-page.tsx')).VisitPage }),
  },
  {
    path: 'petitions/:id/visits/new',
    lazy: async () => ({ Component: (await import('./plan-page.tsx')).PlanVisitPage }),
  },
];
