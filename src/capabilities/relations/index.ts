/** Relations between petitions: rows that petitions write in their own transactions (P-13). */
export {
  countAnswers,
  countMembers,
  dropRelations,
  findBehind,
  findMembers,
  markFollowed,
  noteMember,
  writeRelation,
  type AnswerCount,
  type MemberCount,
  type MemberPlace,
  type MemberRow,
  type RelationRow,
} from './store.ts';
