import { z } from 'zod';

export const aidKinds = [
  'social-assistance',
  'judicial-relief',
  'petition-relief',
  'other',
] as const;
/** 社会救助, 司法救助, 信访救助, and other help (Reg. 37). */
export type AidKind = (typeof aidKinds)[number];

/** Where a step of an approval is taken. */
export const approvalPlaces = ['unit', 'office', 'leadership'] as const;
export type ApprovalPlace = (typeof approvalPlaces)[number];

const wordsSchema = z.object({ zh: z.string().min(1).max(60), en: z.string().min(1).max(60) });

/** One step: its name, and where the head sits who takes it. */
export const approvalStepSchema = z.object({
  id: z.string().regex(/^[a-z][a-z-]{0,39}$/),
  name: wordsSchema,
  place: z.enum(approvalPlaces),
});
export type ApprovalStep = z.infer<typeof approvalStepSchema>;

export const aidRulesSchema = z.object({
  source: wordsSchema.extend({ zh: z.string().max(200), en: z.string().max(200) }),
  chains: z.record(z.enum(aidKinds), z.array(approvalStepSchema).min(1).max(8)),
});
/** Who approves which aid, in which order, and what says so. */
export type AidRules = z.infer<typeof aidRulesSchema>;

const unit: ApprovalStep = {
  id: 'unit',
  name: { zh: '申请单位负责人审核', en: 'Head of the applying unit' },
  place: 'unit',
};
const office: ApprovalStep = {
  id: 'office',
  name: { zh: '信访部门负责人审核', en: 'Head of the petition office' },
  place: 'office',
};
const leadership: ApprovalStep = {
  id: 'leadership',
  name: { zh: '分管领导审批', en: 'Leader in charge' },
  place: 'leadership',
};

/**
 * The usual practice; no authoritative text was found, so that an office sets its own in
 * `aid-rules.json`. Each step is taken by another person than the one before, and by nobody who
 * proposed the aid.
 */
export const usualAidRules: AidRules = {
  source: {
    zh: '通行做法（假定），由各地在 aid-rules.json 中按本地办法设定',
    en: 'usual practice (assumed); an office sets its own in aid-rules.json',
  },
  chains: {
    'social-assistance': [unit, office],
    'judicial-relief': [unit, office, leadership],
    'petition-relief': [unit, office, leadership],
    other: [unit, office],
  },
};

/**
 * Reads an amount as people type it.
 * @param typed yuan, such as `3000`, `3,000.5`, `￥3000.50`
 * @returns fen; null for what is no amount above zero
 */
export function fenOf(typed: string): number | null {
  const plain = typed.normalize('NFKC').replaceAll(/[\s,¥元]/g, '');
  const found = /^(\d{1,9})(?:\.(\d{1,2}))?$/.exec(plain);
  if (found === null) return null;
  const fen = Number(found[1]) * 100 + Number((found[2] ?? '').padEnd(2, '0'));
  return fen > 0 ? fen : null;
}

/** An amount as people write it: `3,000` or `3,000.50`, in yuan. */
export function yuanOf(fen: number): string {
  const whole = Math.trunc(fen / 100)
    .toString()
    .replaceAll(/\B(?=(\d{3})+$)/g, ',');
  const rest = fen % 100;
  return rest === 0 ? whole : `${whole}.${rest.toString().padStart(2, '0')}`;
}
