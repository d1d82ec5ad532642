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
  'meeting-handler-accepted': {
    status: 422,
    zh: '该事项已由责任单位受理，主办单位不变；可以确定协办单位和措施。',
    en: 'The unit has accepted the matter and stays main handler; co-handlers and measures can be decided.',
  },
} as const satisfies Record<string, RefusalEntry>;
