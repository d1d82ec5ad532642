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
];
