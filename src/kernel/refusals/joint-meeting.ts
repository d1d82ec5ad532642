import type { RefusalEntry } from './entry.ts';

/** Refusals of joint meetings and of raising a matter to the level above. */
export const jointMeetingRefusals = {
  'raise-proposed': {
    status: 409,
    zh: '提级办理的申请已经报送上一级信访部门，请等候答复。',
    en: 'Raising was proposed already; the office above has to answer first.',
  },
  'raise-not-proposed': {
    status: 409,
    zh: '目前没有待答复的提级办理申请。',
    en: 'Nobody has proposed to raise this matter.',
  },
  'raise-no-office-above': {
    status: 422,
    zh: '本级以上没有登记的信访部门，不能提级办理。',
    en: 'There is no petition office above this one; the matter cannot be raised.',
  },
  'raise-not-above': {
    status: 403,
    zh: '只有上一级信访部门可以决定提级办理。',
    en: 'Only the petition office above decides on raising the matter.',
  },
  'raise-none': {
    status: 409,
    zh: '该事项没有提级办理，不能降级办理。',
    en: 'The matter was not raised, so it cannot be lowered.',
  },
  'raise-handler-status': {
    status: 422,
    zh: '事项已交责任单位后才能在提级、降级时另定承办单位；尚未转出的，先接收，再转送或者交办。',
    en: 'Another handler is named only for a matter that a unit has; otherwise take it and then refer or assign it.',
  },
  'raise-handler-reach': {
    status: 422,
    zh: '{unit}不在这一级的办理范围内，不能承办。',
    en: '{unit} does not work in the reach of this level and cannot handle the matter.',
  },
  'lower-handler': {
    status: 422,
    zh: '现在的承办单位不属于下一级，请指定降级后由哪个单位承办。',
    en: 'The unit that has it does not belong to the lower level. Name the unit that handles it there.',
  },
  'agenda-accusation': {
    status: 422,
    zh: '检举控告不得提交联席会议讨论（条例第三十条）。',
    en: 'An accusation never comes before a joint meeting (Reg. art. 30).',
  },
  'agenda-already': {
    status: 409,
    zh: '该事项已经提交联席会议，或者已经列入一次会议的议题。',
    en: 'The matter was brought before the joint meeting already, or stands on an agenda.',
  },
  'joint-meeting-none': {
    status: 422,
    zh: '本地没有登记的联席会议办公室。',
    en: 'No joint-meeting office is registered for this place.',
  },
  'agenda-none': {
    status: 409,
    zh: '该事项没有等待列入本办公室的会议议题。',
    en: 'The matter does not wait for an agenda of this office.',
  },
  'agenda-overdue': {
    status: 422,
    zh: '上级逾期未裁定的事项必须由联席会议研究（条例第二十四条），请列入议题。',
    en: 'What the superior left undecided is for the joint meeting (Reg. art. 24); put it on an agenda.',
  },
  'meeting-unit': {
    status: 403,
    zh: '会议由联席会议办公室或者信访部门筹备。',
    en: 'Meetings are prepared by a joint-meeting office or a petition office.',
  },
  'meeting-day-past': {
    status: 422,
    zh: '会议日期已经过去，请改为今天或者以后的日期。',
    en: 'The day of the meeting is past. Choose today or a later day.',
  },
  'meeting-chair': {
    status: 422,
    zh: '主持人应当是可以签发纪要的领导或者单位负责人。',
    en: 'The chair is a leader or head who may sign the minutes.',
  },
  'meeting-members': {
    status: 422,
    zh: '请至少填写一个参会单位和参会人。',
    en: 'Name at least one unit that takes part, and who comes for it.',
  },
  'meeting-member-twice': {
    status: 422,
    zh: '同一个人只能参会一次，主持人不再列入参会人。',
    en: 'A person sits at the table once; the chair is not listed again.',
  },
  'meeting-not-in-state': {
    status: 409,
    zh: '会议目前的状态不能做这一步。',
    en: 'This step is not possible in the present state of the meeting.',
  },
  'meeting-not-yet': {
    status: 422,
    zh: '会议日期还没有到。',
    en: 'The day of the meeting has not come yet.',
  },
  'meeting-agenda-empty': {
    status: 422,
    zh: '还没有议题，请先列入议题再通知参会人。',
    en: 'There is nothing on the agenda yet. Add an item before members are called.',
  },
  'meeting-item-unknown': {
    status: 422,
    zh: '没有这个议题，页面可能已经过时，请刷新。',
    en: 'There is no such item; the page may be old. Load it again.',
  },
  'meeting-item-petition': {
    status: 422,
    zh: '由谁办理的问题必须对应一件信访事项。',
    en: 'Who handles it is asked of one petition; name it.',
  },
  'meeting-item-decided': {
    status: 409,
    zh: '这个议题已经有决定。',
    en: 'This item has its decision already.',
  },
  'meeting-items-open': {
    status: 409,
    zh: '还有议题没有议定，也没有决定缓议。',
    en: 'Some items are neither decided nor put off.',
  },
  'meeting-main': {
    status: 422,
    zh: '请写明由哪个单位主办。',
    en: 'Name the main handler.',
  },
  'meeting-put-off': {
    status: 422,
    zh: '缓议的议题不能同时确定办理单位或者承诺事项。',
    en: 'An item that is put off has neither handlers nor promises.',
  },
  'meeting-petition-unknown': {
    status: 422,
    zh: '没有找到这件信访事项，或者不在您的权限内。',
    en: 'There is no such petition within your jurisdiction.',
  },
  'meeting-minutes-missing': {
    status: 409,
    zh: '还没有起草会议纪要。',
    en: 'The minutes have not been drafted yet.',
  },
  'meeting-minutes-chair': {
    status: 403,
    zh: '会议纪要由主持人签发。',
    en: 'The chair signs the minutes.',
  },
  'meeting-minutes-signed': {
    status: 409,
    zh: '主持人已经签署会议纪要，内容不能再改。',
    en: 'The chair has signed the minutes; nothing in them is changed any more.',
  },
  'meeting-minutes-unsigned': {
    status: 409,
    zh: '会议纪要还没有经主持人签署，不能编号印发。',
    en: 'The chair has not signed the minutes yet; they cannot be issued.',
  },
  'meeting-not-member': {
    status: 403,
    zh: '只有参会人签阅会议纪要。',
    en: 'Only members acknowledge the minutes.',
  },
  'meeting-handler-accepted': {
    status: 422,
    zh: '该事项已由责任单位受理，主办单位不变；可以确定协办单位和措施。',
    en: 'The unit has accepted the matter and stays main handler; co-handlers and measures can be decided.',
  },
} as const satisfies Record<string, RefusalEntry>;
