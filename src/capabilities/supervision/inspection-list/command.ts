import type { SealedText } from '../../../kernel/sealed.ts';
import type { InspectionColour } from './case.ts';

interface Commands {
  enterList: {
    readonly petitionId: string;
    readonly office: string;
    readonly unit: string;
    readonly colour: InspectionColour;
    readonly reason: SealedText;
  };
  recolour: { readonly colour: InspectionColour; readonly reason: SealedText };
  removeFromList: { readonly reason: SealedText };
  succeedUnit: { readonly from: string; readonly to: string };
}

export type ListingCommandType = keyof Commands;
export type ListingCommandOf<T extends ListingCommandType> = { readonly type: T } & Commands[T];
export type ListingCommand = { [T in ListingCommandType]: ListingCommandOf<T> }[ListingCommandType];
