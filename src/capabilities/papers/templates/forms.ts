import { z } from 'zod';
import { defineTemplate } from '../template.ts';
import { chineseDate } from '../wording.ts';
import {
  day,
  p,
  petitionValues,
  petitionerNames,
  petitionerSchema,
  petitionSchema,
  prose,
  signature,
  table,
  word,
  type Row,
} from './parts.ts';

const serviceMeans = {
  hand: '直接送达',
  post: '邮寄送达',
  electronic: '电子送达（经受送达人同意）',
  notice: '公告送达',
  left: '留置送达',
} as const;

/** 送达回证: filled in so far as known, the rest is room for handwriting (G-2). */
export const proofOfService = defineTemplate({
  kind: 'proof-of-service',
  data: z.strictObject({
    petitioner: petitionerSchema,
    petition: petitionSchema,
    paper: z.strictObject({
      title: word,
      number: word.optional(),
      pages: z.int().min(1).optional(),
    }),
    recipient: word.optional(),
    means: z.enum(['hand', 'post', 'electronic', 'notice', 'left']).optional(),
    address: word.optional(),
    servedOn: day.optional(),
    /** Postal number or the address to which an electronic paper went. */
    trace: word.optional(),
    /** Recipient refused: why, and the witness or the photograph that shows it. */
    refused: z
      .strictObject({ reason: prose, witness: word.optional(), photograph: z.boolean() })
      .optional(),
    /** Whoever signed for it, as it was recorded; before that there is room to sign. */
    signed: word.optional(),
    servers: z.array(word).max(4).default([]),
    remark: prose.optional(),
  }),
  slots: {
    title: '送达回证',
    note: '电子送达以受送达人同意为前提；邮寄送达以回执上注明的收件日期为送达日期；受送达人拒绝签收的，记明情况，由见证人签名，或者拍照、录像留存。',
  },
  build: (data, say) => {
    const paper = [
      data.paper.title,
      data.paper.number ?? '',
      data.paper.pages === undefined ? '' : `共${data.paper.pages}页`,
    ];
    const rows: Row[] = [
      { label: '信访事项', value: `${data.petition.matter}（登记编号：${data.petition.number}）` },
      { label: '送达文书', value: paper.filter((part) => part !== '').join('　') },
      { label: '受送达人', value: data.recipient ?? petitionerNames(data.petitioner) },
      { label: '送达方式', value: means(data.means) },
      { label: '送达地址', value: data.address ?? '' },
      { label: '邮件号或网址', value: data.trace ?? '' },
      {
        label: '送达日期',
        value: data.servedOn === undefined ? blankDate : chineseDate(data.servedOn),
      },
      { label: '受送达人签名', value: data.signed ?? blankDate, lines: 2 },
      { label: '代收人签名及关系', value: '' },
      { label: '拒收情况', value: refusalText(data.refused), lines: 2 },
      { label: '见证人签名', value: data.refused?.witness ?? '' },
      { label: '送达人签名', value: data.servers.join('、') },
      { label: '备注', value: data.remark ?? '' },
    ];
    return {
      title: say('title'),
      compact: true,
      blocks: [table(rows), p(say('note'))],
    };
  },
});

const blankDate = '　　　　年　　月　　日';

/** Every means with a box, the chosen one ticked. */
function means(chosen: keyof typeof serviceMeans | undefined): string {
  return Object.entries(serviceMeans)
    .map(([key, label]) => `${key === chosen ? '■' : '□'}${label}`)
    .join('　');
}

function refusalText(refused: { reason: string; photograph: boolean } | undefined): string {
  if (refused === undefined) return '';
  return refused.photograph ? `${refused.reason}\n已拍照、录像留存。` : refused.reason;
}

const fileOnlyGrounds = {
  thanks: '感谢、表扬类来信，无须办理',
  advertisement: '重复的广告、推销材料',
  unreadable: '内容无法辨认，经联系信访人后仍不能辨认',
  'no-content': '没有实质内容',
} as const;

/** 存查单: the office's own note of why nothing further is done; readable and contestable (P-19). */
export const fileOnlyNote = defineTemplate({
  kind: 'file-only-note',
  data: z.strictObject({
    petitioner: petitionerSchema,
    petition: petitionSchema,
    ground: z.enum(['thanks', 'advertisement', 'unreadable', 'no-content']),
    explanation: prose,
    proposedBy: word,
    approvedBy: word,
    approvedOn: day,
  }),
  slots: {
    title: '信访事项存查单',
    note: '存查后信访人提出补充、说明或者异议的，恢复办理。',
  },
  build: (data, say) => {
    const values = petitionValues(data);
    return {
      title: say('title'),
      blocks: [
        table([
          { label: '登记编号', value: values.number },
          { label: '信访人', value: values.names },
          { label: '收到日期', value: values.receivedOn },
          { label: '提出方式', value: values.channel },
          { label: '反映事项', value: values.matter, lines: 2 },
          { label: '存查理由', value: fileOnlyGrounds[data.ground] },
          { label: '说明', value: data.explanation, lines: 4 },
          { label: '提出人', value: data.proposedBy },
          { label: '批准人', value: `${data.approvedBy}  ${chineseDate(data.approvedOn)}` },
        ]),
        p(say('note')),
        signature,
      ],
    };
  },
});
