import type { HttpServer } from '../../../platform/http/index.ts';
import type { IdentityContext } from '../context.ts';
import { recordAccountChanges } from './account-changes.ts';
import { accountRoutes } from './account.ts';
import { oidcRoutes } from './oidc.ts';
import { organisationRoutes } from './organisation.ts';
import { profileRoutes } from './profiles.ts';
import { regionImportRoutes } from './region-import.ts';
import { sessionRoutes } from './session.ts';
import { setUpRoutes } from './set-up.ts';
import { userRoutes } from './users.ts';

/**
 * All routes of this capability, as a Fastify plugin: register it with the prefix `/api/v1`.
 * `identifyRequests` must have been called on the server before.
 */
export const identityRoutes = async (
  app: HttpServer,
  { identity }: { readonly identity: IdentityContext },
): Promise<void> => {
  recordAccountChanges(app);
  setUpRoutes(app, identity);
  sessionRoutes(app, identity);
  if (identity.oidc !== undefined) oidcRoutes(app, identity, identity.oidc);
  accountRoutes(app, identity);
  organisationRoutes(app, identity);
  profileRoutes(app, identity);
  regionImportRoutes(app, identity);
  userRoutes(app, identity);
};
