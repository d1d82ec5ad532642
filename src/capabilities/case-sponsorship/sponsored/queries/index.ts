export { sponsoredOfPetition, type SponsoredOfPetition } from './begin.ts';
export { sponsoredIdOf } from './case-id.ts';
export { sponsoredKind } from './kind.ts';
export { listSponsored } from './list.ts';
export { openSponsored, sponsoredCaseOf } from './open.ts';
export { listOwnTasks } from './own.ts';
export { listPeople } from './people.ts';
export { sponsoredOfPetitioner, type OwnSponsored } from './petitioner.ts';
export { readPosts } from './posts.ts';
