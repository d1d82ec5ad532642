import type { RouteObject } from 'react-router';

/** Pages of disputes that work without network. */
export const disputeFieldRoutes: RouteObject[] = [
  {
    path: 'disputes',
    lazy: async () => ({
      Component: (await import('./disputes-page.tsx')).FieldDisputesPage,
    }),
  },
  {
    path: 'disputes/:id',
    lazy: async () => ({
      Component: (await import('./dispute-page.tsx')).FieldDisputePage,
    }),
  },
];
