import type { RefusalEntry } from './entry.ts';

/** Refusals of inspections and their draws. */
export const inspectionRefusals = {
  'inspection-not-in-status': {
    status: 409,
    zh: '当前状态不能做这一步，请刷新后查看。',
    en: 'This step is not open in the present state; reload the page.',
  },
  'inspection-dates': {
    status: 422,
    zh: '结束日期不能早于开始日期。',
    en: 'It cannot end before it begins.',
  },
  'inspection-team-missing': {
    status: 422,
    zh: '请至少写一个督查组。',
    en: 'Name at least one team.',
  },
  'inspection-team-line': {
    status: 422,
    zh: '第 {line} 行看不出督查组：一行一组，先写组名，再写冒号，然后是组长和组员。',
    en: 'Line {line} is no team: one team a line, its name, a colon, then leader and members.',
  },
  'inspection-round-line': {
    status: 422,
    zh: '第 {line} 行看不出轮次：一行一轮，写名称、开始日期、结束日期。',
    en: 'Line {line} is no round: one round a line, its name, first day, last day.',
  },
  'inspection-round-dates': {
    status: 422,
    zh: '轮次“{name}”的日期应当在方案的起止日期以内，结束不早于开始。',
    en: 'The days of “{name}” must be in order and within the programme.',
  },
  'inspection-person-unknown': {
    status: 422,
    zh: '没有找到工作人员“{name}”，或者同名不止一位，请写账号。',
    en: 'There is nobody called “{name}”, or more than one; give the account.',
  },
  'inspection-team-unknown': {
    status: 422,
    zh: '方案里没有这个督查组或轮次，请重新选择。',
    en: 'The programme has no such team or round; choose again.',
  },
  'inspection-own-approval': {
    status: 403,
    zh: '起草方案的人不能批准自己的方案，请由另一位负责人批准。',
    en: 'Whoever wrote the programme does not approve it; another person must.',
  },
  'inspection-programme-approval': {
    status: 409,
    zh: '督查方案批准以后才能安排督查。',
    en: 'Inspections are planned once the programme is approved.',
  },
  'inspection-open': {
    status: 409,
    zh: '还有 {count} 次督查没有结束，不能办结方案。',
    en: '{count} inspections are not over; the programme cannot be closed.',
  },
  'inspection-team-inside': {
    status: 422,
    zh: '督查组成员不能督查自己所在的单位，请换一个组或单位。',
    en: 'Nobody inspects their own unit; choose another team or unit.',
  },
  'inspection-day-past': {
    status: 422,
    zh: '督查日期不能早于今天。',
    en: 'The day of an inspection cannot lie before today.',
  },
  'inspection-before-day': {
    status: 422,
    zh: '已告知被督查单位在 {on} 督查，不能提前进行。',
    en: 'The unit was told {on}; an announced inspection is not earlier than that.',
  },
  'inspection-too-many': {
    status: 422,
    zh: '一次最多 {limit} 件，请分开安排。',
    en: 'At most {limit} at a time; divide them.',
  },
  'inspection-petition': {
    status: 422,
    zh: '没有找到编号为“{number}”的信访事项，或不在您的职责范围内。',
    en: 'There is no petition “{number}”, or it is outside your jurisdiction.',
  },
  'inspection-accusation': {
    status: 422,
    zh: '检举控告不列入督查名单、建议书和政策问题清单（条例第三十条）。',
    en: 'An accusation stands in no list of inspections, recommendations or policy gaps (Reg. art. 30).',
  },
  'inspection-findings-open': {
    status: 409,
    zh: '还有 {count} 个问题没有核实整改，不能办结。',
    en: '{count} findings are not verified yet; the inspection cannot be closed.',
  },
  'finding-demand-date': {
    status: 422,
    zh: '要求整改的，要写明整改要求和完成日期；不要求整改的，两项都不填。',
    en: 'A correction has both a demand and a day; without one leave out both.',
  },
  'finding-date-past': {
    status: 422,
    zh: '整改日期不能早于今天。',
    en: 'The day of a correction cannot lie before today.',
  },
  'finding-petition': {
    status: 422,
    zh: '这件信访事项不在本次督查的名单里。',
    en: 'This petition is not on the list of the inspection.',
  },
  'finding-unknown': {
    status: 404,
    zh: '没有这个督查发现的问题。',
    en: 'There is no such finding.',
  },
  'finding-not-in-status': {
    status: 409,
    zh: '这个问题当前不能做这一步，请刷新后查看。',
    en: 'This step is not open for the finding now; reload the page.',
  },
  'finding-supervised': {
    status: 409,
    zh: '这个问题已经立了督办件。',
    en: 'A supervision item was opened for this finding already.',
  },
  'finding-not-supervised': {
    status: 409,
    zh: '整改期限还没有过，也不属于条例第四十条第一款的情形，或者已经核实整改，不立督办件。',
    en: 'Its day is not over and it is no ground of Reg. art. 40(1), or it is corrected already: there is nothing to supervise.',
  },
  'order-nothing': {
    status: 409,
    zh: '还没有要求整改的问题，不需要整改通知书。',
    en: 'Nothing has to be corrected yet; there is nothing to order.',
  },
  'order-on-its-way': {
    status: 409,
    zh: '还有一份文书没有用印，请先办完。',
    en: 'A paper is not sealed yet; finish it first.',
  },
  'draw-list-empty': {
    status: 422,
    zh: '没有符合条件的信访事项可以抽取，请放宽条件。',
    en: 'No petition fits; widen what is drawn from.',
  },
  'draw-too-many': {
    status: 422,
    zh: '名单里只有 {count} 件，抽取件数不能更多。',
    en: 'The list has {count} entries; fewer can be drawn.',
  },
  'draw-list-long': {
    status: 422,
    zh: '符合条件的超过 {limit} 件，请缩小范围。',
    en: 'More than {limit} petitions fit; narrow what is drawn from.',
  },
  'draw-seed-early': {
    status: 422,
    zh: '种子要在名单冻结以后才公布，日期应当晚于今天。',
    en: 'The seed is published after the list is frozen; its day lies after today.',
  },
  'draw-seed-not-yet': {
    status: 409,
    zh: '种子在 {from} 以后才公布，现在还不能抽取。',
    en: 'The seed is published from {from} on; nothing can be drawn yet.',
  },
  'draw-seed-missing': {
    status: 422,
    zh: '请照公布的原文填写种子。',
    en: 'Type the seed exactly as it was published.',
  },
  'draw-seed-source': {
    status: 422,
    zh: '用公开文字作种子的，要同时写明是哪一段文字、哪天公布。',
    en: 'A public seed has both: which text, and the day on which it is published.',
  },
  'draw-not-made': {
    status: 409,
    zh: '这份名单还没有抽取，请先抽取。',
    en: 'Nothing was drawn from this list yet; draw first.',
  },
  'draw-made': {
    status: 409,
    zh: '这份名单已经抽过，一份名单只抽一次。',
    en: 'This list was drawn from already; a list is drawn from once.',
  },
} as const satisfies Record<string, RefusalEntry>;
