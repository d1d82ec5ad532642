import { Navigate, type RouteObject } from 'react-router';

/** Pages of supervision; each room adds its own. */
export const supervisionPages: RouteObject[] = [
  { path: 'supervision', element: <Navigate to="/supervision/items" replace /> },
  {
    path: 'supervision/inspections',
    lazy: async () => ({
      Component: (await import('./inspections-page.tsx')).InspectionsPage,
    }),
  },
  {
    path: 'supervision/inspections/:id',
    lazy: async () => ({
      Component: (await import('./inspections-inspection-page.tsx')).InspectionPage,
    }),
  },
  {
    path: 'supervision/programmes/:id',
    lazy: async () => ({
      Component: (await import('./inspections-programme-page.tsx')).ProgrammePage,
    }),
  },
  {
    path: 'supervision/items',
    lazy: async () => ({
      Component: (await import('./items-page.tsx')).SupervisionItemsPage,
    }),
  },
  {
    path: 'supervision/items/new',
    lazy: async () => ({
      Component: (await import('./order-page.tsx')).OrderSupervisionPage,
    }),
  },
  {
    path: 'supervision/items/:id',
    lazy: async () => ({
      Component: (await import('./item-page.tsx')).SupervisionItemPage,
    }),
  },
  {
    path: 'supervision/letters',
    lazy: async () => ({
      Component: (await import('./letters-list-page.tsx')).LettersListPage,
    }),
  },
  {
    path: 'supervision/letters/settings',
    lazy: async () => ({
      Component: (await import('./letters-settings-page.tsx')).LettersSettingsPage,
    }),
  },
  {
    path: 'supervision/letters/:id',
    lazy: async () => ({
      Component: (await import('./letters-page.tsx')).LettersPage,
    }),
  },
  {
    path: 'petitions/:id/supervision-letters/new',
    lazy: async () => ({
      Component: (await import('./letters-begin-page.tsx')).BeginLettersPage,
    }),
  },
  {
    path: 'supervision/consequences',
    lazy: async () => ({
      Component: (await import('./consequences-list-page.tsx')).ConsequencesListPage,
    }),
  },
  {
    path: 'supervision/consequences/:id',
    lazy: async () => ({
      Component: (await import('./consequences-page.tsx')).ConsequencePage,
    }),
  },
  {
    path: 'petitions/:id/consequences/new',
    lazy: async () => ({
      Component: (await import('./consequences-propose-page.tsx')).ProposeConsequencePage,
    }),
  },
  {
    path: 'supervision/notices',
    lazy: async () => ({
      Component: (await import('./consequences-notices-page.tsx')).NoticesPage,
    }),
  },
  {
    path: 'supervision/recommendations',
    lazy: async () => ({
      Component: (await import('./recommendations-list-page.tsx')).RecommendationsListPage,
    }),
  },
  {
    path: 'supervision/recommendations/:id',
    lazy: async () => ({
      Component: (await import('./recommendations-page.tsx')).RecommendationPage,
    }),
  },
  {
    path: 'supervision/gaps',
    lazy: async () => ({
      Component: (await import('./recommendations-gaps-page.tsx')).PolicyGapsPage,
    }),
  },
  {
    path: 'supervision/gaps/:id',
    lazy: async () => ({
      Component: (await import('./recommendations-gap-page.tsx')).PolicyGapPage,
    }),
  },
  {
    path: 'supervision/repairs',
    lazy: async () => ({
      Component: (await import('./recommendations-repairs-page.tsx')).PolicyRepairsPage,
    }),
  },
  {
    path: 'supervision/repairs/:id',
    lazy: async () => ({
      Component: (await import('./recommendations-repair-page.tsx')).PolicyRepairPage,
    }),
  },
  {
    path: 'petitions/:id/trace-back',
    lazy: async () => ({
      Component: (await import('./trace-back-page.tsx')).TraceBackPage,
    }),
  },
];
