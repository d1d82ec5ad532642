/** What a step of a demo promise says; days count from now. */
export type StaffStepInput =
  | { readonly type: 'reportFulfilled'; readonly evidence: string }
  | {
      readonly type: 'verifyFulfilled' | 'returnReport' | 'withdrawCommitment';
      readonly reason: string;
    }
  | { readonly type: 'changeDate'; readonly due: number; readonly reason: string };
