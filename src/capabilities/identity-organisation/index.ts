export { builtInCategories } from './built-in-categories.ts';
export { chooseUnit, endSession, findSignedIn, isStillSignedIn } from './commands/sessions.ts';
export { changeSetting, getSetting, importCategories, importRegions } from './commands/places.ts';
export { createProfile, endProfile } from './commands/profiles.ts';
export { exampleProfiles } from './example-profiles.ts';
export { givePost, takePost } from './commands/posts.ts';
export { getInstallation, setUp } from './commands/set-up.ts';
export { signIn } from './commands/sign-in.ts';
export { abolishUnit, addUnit, changeUnit, mergeUnit } from './commands/units.ts';
export { addUser, changeUser } from './commands/users.ts';
export {
  createIdentity,
  type IdentityContext,
  type IdentityOptions,
  type OidcSettings,
} from './context.ts';
export type {
  Category,
  NewProfile,
  NewUnit,
  NewUser,
  Post,
  Profile,
  Region,
  Unit,
  User,
} from './contract.ts';
export {
  accusationOfficersOf,
  categoryTree,
  listUnits,
  loadOrganisation,
  loadUnits,
  officersOf,
  petitionOfficeOf,
  regionTree,
} from './directory.ts';
export {
  Organisation,
  readingUnitsOf,
  type CategoryNode,
  type RegionNode,
} from './organisation.ts';
export { compareOrganisation } from './rebuild.ts';
export {
  asSender,
  identifyRequests,
  requireFreshStaff,
  requireSender,
  requireSession,
  requireStaff,
  type StaffSender,
} from './request.ts';
export { identityRoutes } from './routes/index.ts';
export { elevatedScope, scopeOf } from './scope.ts';
export { readRowFile } from './row-file.ts';
export { readSentRows } from './routes/sent-rows.ts';
export { sweepSignIns } from './commands/sweep-sign-ins.ts';
export type { SignedIn } from './session-cache.ts';
export { identityWords } from './words.ts';
