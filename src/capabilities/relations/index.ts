/** Relations between petitions: rows that petitions write in their own transactions (P-13). */
export {
  countAnswers,
  countMembers,
  dropRelation,
  dropRelations,
  findBehind,
  findMembers,
  findRelationsOf,
  markFollowed,
  noteMember,
  writeRelation,
  type AnswerCount,
  type MemberCount,
  type MemberPlace,
  type MemberRow,
  type RelationRow,
  type StoredRelation,
} from './store.ts';
