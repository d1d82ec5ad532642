import type { RouteObject } from 'react-router';

/** Pages of promises to many households. */
export const publicPromiseRoutes: RouteObject[] = [
  {
    path: 'public-promises',
    lazy: async () => ({ Component: (await import('./promises-page.tsx')).PublicPromisesPage }),
  },
  {
    path: 'public-promises/new',
    lazy: async () => ({ Component: (await import('./make-page.tsx')).MakePublicPromisePage }),
  },
  {
    path: 'public-promises/:id',
    lazy: async () => ({ Component: (await import('./promise-page.tsx')).PublicPromisePage }),
  },
];
