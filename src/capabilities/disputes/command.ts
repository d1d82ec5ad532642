import type { LocalDate } from '../../kernel/local-date.ts';
import type { SealedItem, SealedText } from '../../kernel/sealed.ts';
import type { ConsentWay, Ending, LinePost } from './case.ts';

interface Commands {
  recordDispute: {
    readonly kind: string;
    readonly regionCode: string;
    readonly place: SealedText;
    readonly about: SealedText;
    readonly parties: SealedItem | null;
    readonly partyCount: number;
    readonly tried: SealedText | null;
    readonly line: readonly LinePost[];
    readonly recordedBy: string;
  };
  noteAttempt: { readonly words: SealedText };
  passUp: { readonly reason: SealedText };
  passDown: { readonly to: string; readonly reason: SealedText };
  acknowledge: object;
  takeBack: { readonly reason: SealedText };
  settle: { readonly agreed: SealedText };
  followUp: { readonly kept: boolean; readonly words: SealedText };
  promote: {
    readonly petitionId: string;
    readonly way: ConsentWay;
    readonly saidOn: LocalDate;
    readonly wish: SealedText;
  };
  endDispute: { readonly how: Ending; readonly words: SealedText };
  succeedUnit: { readonly from: string; readonly to: string };
}

export type DisputeCommandType = keyof Commands;
export type DisputeCommandOf<T extends DisputeCommandType> = { readonly type: T } & Commands[T];
export type DisputeCommand = {
  [T in DisputeCommandType]: DisputeCommandOf<T>;
}[DisputeCommandType];
