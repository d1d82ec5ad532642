import type { RouteObject } from 'react-router';

/** Pages of disputes and of the assessment of decisions, behind the sign-in. */
export const disputeRoutes: RouteObject[] = [
  {
    path: 'disputes',
    lazy: async () => ({
      Component: (await import('./disputes-page.tsx')).DisputesPage,
    }),
  },
  {
    path: 'disputes/new',
    lazy: async () => ({
      Component: (await import('./record-page.tsx')).RecordDisputePage,
    }),
  },
  {
    path: 'disputes/decisions',
    lazy: async () => ({
      Component: (await import('./decisions-page.tsx')).DecisionsPage,
    }),
  },
  {
    path: 'disputes/decisions/new',
    lazy: async () => ({
      Component: (await import('./record-decision-page.tsx')).RecordDecisionPage,
    }),
  },
  {
    path: 'disputes/decisions/:id',
    lazy: async () => ({
      Component: (await import('./decision-page.tsx')).DecisionPage,
    }),
  },
  {
    path: 'disputes/settings',
    lazy: async () => ({
      Component: (await import('./settings-page.tsx')).DisputeSettingsPage,
    }),
  },
  {
    path: 'disputes/:id',
    lazy: async () => ({
      Component: (await import('./dispute-page.tsx')).DisputePage,
    }),
  },
];
