import type { Listing, ListingStatus } from './case.ts';
import type { ListingCommandType } from './command.ts';

/** In which status each command may come; a removed case may be entered again. */
export const listingLifecycle: Readonly<Record<ListingCommandType, readonly ListingStatus[]>> = {
  enterList: ['removed'],
  recolour: ['listed'],
  removeFromList: ['listed'],
  succeedUnit: ['listed'],
};

export const isThinkable = (command: ListingCommandType, { status }: Pick<Listing, 'status'>) =>
  listingLifecycle[command].includes(status);
