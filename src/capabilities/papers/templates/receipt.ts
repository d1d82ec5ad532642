import { z } from 'zod';
import { defineTemplate } from '../template.ts';
import { chineseDate } from '../wording.ts';
import {
  contactLine,
  day,
  isPlural,
  list,
  p,
  petitionValues,
  petitionerAddress,
  signature,
  table,
  toPetitioner,
  word,
} from './parts.ts';

const plain = (text: string): string => text.toUpperCase().replaceAll(/[^0-9A-Z]/gu, '');

/** P-3: whoever photographs the QR code learns the number and nothing that opens the case. */
function hidesLookupCode(data: { progressUrl: string; lookupCode?: string | undefined }): boolean {
  if (data.lookupCode === undefined) return true;
  return !plain(decodeURIComponent(data.progressUrl)).includes(plain(data.lookupCode));
}

/** Handed out at registration (P-3). The look-up code stands in print only, never in the QR code. */
export const receipt = defineTemplate({
  kind: 'receipt',
  data: z
    .strictObject({
      ...toPetitioner,
      /** Printed for the petitioner's own copy; a copy for the file leaves it out. */
      lookupCode: word.optional(),
      progressUrl: z.url().max(300),
      /** Who registered: a petition office passes on (art. 22), another body decides (art. 23). */
      registrar: z.enum(['petition-office', 'body']),
      /** Last day of the first period, as counted by the calendar. */
      firstDueOn: day,
      attachmentCount: z.int().min(0).max(1_000),
    })
    .refine(hidesLookupCode, { message: 'the QR code must not contain the look-up code' }),
  slots: {
    title: '信访事项登记回执',
    opening: '{you}提出的信访事项已经登记，请保存好本回执。',
    nextOffice:
      '{we}在15日内（最迟{dueOn}）把事项转送、交办给有权处理的机关、单位，并告诉{you}转给了谁（《信访工作条例》第二十二条）。',
    nextBody:
      '{we}在15日内（最迟{dueOn}）书面告知{you}是否受理（《信访工作条例》第二十三条第二款）。',
    informed:
      '承办的机关、单位收到后15日内，书面告知{you}已经收到、走什么途径、按什么程序办（第二十三条第三款）。',
    handled:
      '按信访程序办理的申诉求决事项，自受理之日起60日内办结并出具处理意见书；情况复杂的，经批准可以延长一次，最多30日，并告知理由（第三十四条）。',
    review:
      '对处理意见不服的，自收到书面处理意见之日起30日内，可以请求上一级机关、单位复查（第三十五条）。',
    lookup: '查询进度：手机扫描下方二维码，或者打开{url}，输入查询码即可，不需要注册。',
    secret: '查询码只印在本回执上，相当于密码，请不要告诉他人。遗失的，可以凭身份证件到窗口更换。',
  },
  plural: isPlural,
  build: (data, say) => ({
    title: say('title'),
    compact: true,
    progressUrl: data.progressUrl,
    addressee: petitionerAddress(data.petitioner),
    blocks: [
      p(say('opening')),
      table([
        { label: '登记编号', value: data.petition.number, strong: true },
        ...(data.lookupCode === undefined
          ? []
          : [{ label: '查 询 码', value: data.lookupCode, strong: true }]),
        {
          label: '反映事项',
          value: `${data.petition.matter}（所附材料：${data.attachmentCount === 0 ? '无' : `${data.attachmentCount}件`}）`,
        },
        {
          label: '收到日期',
          value: `${petitionValues(data).receivedOn}（${data.petition.channel}）`,
        },
      ]),
      list([
        say(data.registrar === 'petition-office' ? 'nextOffice' : 'nextBody', {
          dueOn: chineseDate(data.firstDueOn),
        }),
        ...(data.registrar === 'petition-office' ? [say('informed')] : []),
        say('handled'),
        say('review'),
      ]),
      p(say('lookup', { url: data.progressUrl })),
      ...(data.lookupCode === undefined ? [] : [p(say('secret'))]),
      contactLine(data.contact),
      signature,
    ],
  }),
});
