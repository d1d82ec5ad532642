import type { RefusalEntry } from './entry.ts';

/** Refusals about what somebody typed or sent. */
export const inputRefusals = {
  'input-invalid': {
    status: 422,
    zh: '“{field}”填写有误：{detail}',
    en: '“{field}” is not right: {detail}',
  },
  'input-required': { status: 422, zh: '请填写“{field}”。', en: 'Please fill in “{field}”.' },
  'text-too-long': {
    status: 422,
    zh: '“{field}”最多 {limit} 字，现在有 {length} 字。请精简，或把详细材料作为附件上传。',
    en: '“{field}” takes at most {limit} characters and has {length}. Shorten it or attach the details as a file.',
  },
  'text-encoding': {
    status: 422,
    zh: '“{field}”里有无法识别的字符，请重新输入或换一种方式粘贴。',
    en: '“{field}” holds characters that cannot be read; type it again or paste it another way.',
  },
  'too-many-demands': {
    status: 422,
    zh: '一件信访事项最多 {limit} 项诉求，现在有 {count} 项。请合并相近的，或另提一件。',
    en: 'A petition takes at most {limit} demands and has {count}. Join like ones or make another petition.',
  },
  'too-many-people': {
    status: 422,
    zh: '一次最多登记 {limit} 人，其余的人可作为成员分批加入。',
    en: 'At most {limit} people at once; the others can join in batches.',
  },
  'too-many-representatives': {
    status: 422,
    zh: '走访代表最多 5 人，其余的人登记为成员（条例第二十条）。',
    en: 'A visit has at most 5 representatives; register the others as members (Reg. art. 20).',
  },
  'date-in-future': {
    status: 422,
    zh: '“{field}”不能晚于今天。',
    en: '“{field}” cannot be later than today.',
  },
  'date-too-old': {
    status: 422,
    zh: '“{field}”早于 {limit}，请核对。',
    en: '“{field}” is before {limit}; please check it.',
  },
  'region-unknown': {
    status: 422,
    zh: '没有代码为“{code}”的地区，请从列表中选择。',
    en: 'There is no region “{code}”; choose one from the list.',
  },
  'unit-unknown': {
    status: 422,
    zh: '没有这个单位，请从列表中选择。',
    en: 'There is no such unit; choose one from the list.',
  },
  'unit-inactive': {
    status: 422,
    zh: '“{unit}”已撤并，请选择它的承接单位“{successor}”。',
    en: '“{unit}” has been merged or abolished; choose its successor “{successor}”.',
  },
  'category-unknown': {
    status: 422,
    zh: '没有“{category}”这一内容分类，请从列表中选择。',
    en: 'There is no category “{category}”; choose one from the list.',
  },
  'number-check-digit': {
    status: 422,
    zh: '这个信访编号不对，可能输错了一位，请对照回执再输入。',
    en: 'The check digit of the number is wrong; compare it with your receipt and type it again.',
  },
  'number-length': {
    status: 422,
    zh: '信访编号是 13 位数字，请对照回执输入。',
    en: 'The number has 13 digits; type it as on your receipt.',
  },
  'number-or-code-wrong': {
    status: 404,
    zh: '编号与查询码不相符。请对照回执再试；查询码遗失可到窗口或用登记的电话补办。',
    en: 'Number and look-up code do not match. Compare them with your receipt; a lost code is replaced at the window or by your registered contact.',
  },
  'lost-code-word': {
    status: 403,
    zh: '验证数字不对，或已过二十分钟。请对照最新收到的一条再填；没有收到，请核对编号和登记的手机号或邮箱，也可以带证件到窗口补办。',
    en: 'The digits are wrong or older than twenty minutes. Compare them with the newest message; if none came, check the number and the registered mobile number or e-mail, or come to the window with your papers.',
  },
  'too-many-tries': {
    status: 429,
    zh: '尝试过于频繁，请 {seconds} 秒后再试。',
    en: 'Too many tries; wait {seconds} seconds.',
  },
  'idempotency-key-reused': {
    status: 409,
    zh: '同一提交编号已用于另一份内容，请刷新页面后重新提交；您填写的内容仍在。',
    en: 'This submission key was used for other content; reload the page and send again. What you typed is kept.',
  },
  'query-too-short': {
    status: 422,
    zh: '请至少输入两个字来搜索。',
    en: 'Type at least two characters to search.',
  },
  'body-too-large': {
    status: 413,
    zh: '提交的内容超过 {limit} MB，请分几次提交。',
    en: 'The request is over {limit} MB; send it in parts.',
  },
  'malformed-request': {
    status: 400,
    zh: '请求的格式不对，请刷新页面后再试。',
    en: 'The request cannot be read; reload the page and try again.',
  },
  'draft-expired': {
    status: 404,
    zh: '这份草稿已过期或已提交。可以重新填写，或用编号和查询码查看进度。',
    en: 'This draft has expired or was sent. Start again, or look up progress with number and code.',
  },
} as const satisfies Record<string, RefusalEntry>;
