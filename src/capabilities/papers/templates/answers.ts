import { z } from 'zod';
import { defineTemplate } from '../template.ts';
import {
  contactLine,
  h,
  isPlural,
  p,
  petitionValues,
  petitionerAddress,
  prose,
  signature,
  toPetitioner,
} from './parts.ts';

/** 意见建议答复书, Reg. 29: what was studied, what is adopted, and why not where it is not. */
export const suggestionAnswer = defineTemplate({
  kind: 'suggestion-answer',
  data: z.strictObject({
    ...toPetitioner,
    adoption: z.enum(['adopted', 'partly-adopted', 'not-adopted']),
    study: prose,
    reason: prose,
    measure: prose.optional(),
  }),
  slots: {
    title: '关于{matter}的意见建议答复书',
    opening:
      '{you}于{receivedOn}通过{channel}提出的{matter}（登记编号：{number}）收悉。根据《信访工作条例》第二十九条规定，{we}对{you}的意见建议进行了研究，现答复如下。',
    studyTitle: '研究论证情况',
    decisionTitle: '采纳情况及理由',
    adopted: '{you}的意见建议具有现实可行性，予以采纳。',
    'partly-adopted': '{you}的意见建议部分具有现实可行性，予以部分采纳。',
    'not-adopted': '{you}的意见建议经研究，目前不具备采纳条件，未予采纳。',
    measureTitle: '下一步安排',
    closing: '感谢{you}对我们工作的关心和支持，欢迎继续提出意见建议。',
  },
  plural: isPlural,
  build: (data, say) => {
    const values = petitionValues(data);
    return {
      title: say('title', values),
      addressee: petitionerAddress(data.petitioner),
      blocks: [
        p(say('opening', values)),
        h(1, say('studyTitle')),
        p(data.study),
        h(1, say('decisionTitle')),
        p(say(data.adoption)),
        p(data.reason),
        ...(data.measure === undefined ? [] : [h(1, say('measureTitle')), p(data.measure)]),
        p(say('closing')),
        contactLine(data.contact),
        signature,
      ],
    };
  },
});

/** 咨询答复书: the answer to an enquiry, where the petitioner asked for it on paper. */
export const enquiryAnswer = defineTemplate({
  kind: 'enquiry-answer',
  data: z.strictObject({ ...toPetitioner, answer: prose }),
  slots: {
    title: '关于{matter}的答复',
    opening:
      '{you}于{receivedOn}通过{channel}提出的{matter}（登记编号：{number}）收悉，现答复如下：',
    closing: '{you}对答复内容仍有疑问的，可以随时来电或者到窗口咨询。',
  },
  plural: isPlural,
  build: (data, say) => {
    const values = petitionValues(data);
    return {
      title: say('title', values),
      addressee: petitionerAddress(data.petitioner),
      blocks: [
        p(say('opening', values)),
        p(data.answer),
        p(say('closing')),
        contactLine(data.contact),
        signature,
      ],
    };
  },
});
