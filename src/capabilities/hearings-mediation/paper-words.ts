import type { MemberKind, PartyRole } from './terms.ts';

/** Papers are always Chinese: these words are printed, not shown on a screen. */
export const memberKindWords: Readonly<Record<MemberKind, string>> = {
  deputy: '人大代表',
  'party-delegate': '党代表',
  'cppcc-member': '政协委员',
  lawyer: '律师',
  psychologist: '心理咨询师',
  mediator: '调解员',
  'five-elders': '“五老”人员',
  expert: '专家',
};

export const partyRoleWords: Readonly<Record<PartyRole, string>> = {
  petitioner: '信访人',
  unit: '责任单位',
  'third-party': '对方当事人',
  agent: '代理人',
  witness: '证人',
};

/** As many as fit on a paper. */
export const maximumMembers = 30;
