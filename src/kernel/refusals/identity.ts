import type { RefusalEntry } from './entry.ts';

/** Refusals about who somebody is and what they may do. */
export const identityRefusals = {
  'not-signed-in': {
    status: 401,
    zh: '登录已过期，请重新登录；您填写的内容已保留。',
    en: 'Your session has ended; sign in again. What you typed is kept.',
  },
  'sign-in-wrong': {
    status: 401,
    zh: '用户名、密码或动态码不对，请再试。',
    en: 'User name, password or code is wrong; try again.',
  },
  'second-factor-required': {
    status: 401,
    zh: '请输入动态码完成登录。',
    en: 'Enter your one-time code to finish signing in.',
  },
  'account-locked': {
    status: 429,
    zh: '连续输错次数过多，请 {minutes} 分钟后再试或联系管理员。',
    en: 'Too many wrong tries; wait {minutes} minutes or ask your administrator.',
  },
  'account-disabled': {
    status: 401,
    zh: '该账号已停用，请联系管理员。',
    en: 'This account is disabled; ask your administrator.',
  },
  'password-weak': {
    status: 422,
    zh: '密码太容易被猜到：至少 10 个字符，不能是常见密码，也不能包含用户名。',
    en: 'The password is too easy to guess: at least 10 characters, not a common one, without your user name.',
  },
  'fresh-sign-in-required': {
    status: 403,
    zh: '这一操作需要重新验证身份，请再次输入密码和动态码。',
    en: 'This step needs a fresh sign-in; enter your password and code again.',
  },
  'second-person-required': {
    status: 403,
    zh: '这一操作需要另一位有权人员批准。',
    en: 'This step needs the approval of a second person.',
  },
  'not-permitted': {
    status: 403,
    zh: '您的岗位不能做这一步（{verb}）。',
    en: 'Your post may not do this ({verb}).',
  },
  'not-found': {
    status: 404,
    zh: '没有找到，或不在您的职责范围内。',
    en: 'Not found, or outside your jurisdiction.',
  },
  'user-name-taken': {
    status: 409,
    zh: '用户名“{name}”已被使用。',
    en: 'The user name “{name}” is taken.',
  },
  'csrf-refused': {
    status: 403,
    zh: '页面已过期，请刷新后再提交；您填写的内容已保留。',
    en: 'The page has expired; reload and send again. What you typed is kept.',
  },
  'region-in-use': {
    status: 409,
    zh: '该地区代码已存在。',
    en: 'This region code exists already.',
  },
  'unit-has-open-petitions': {
    status: 409,
    zh: '“{unit}”还有 {count} 件未办结，请先指定承接单位。',
    en: '“{unit}” still holds {count} open petitions; name a successor first.',
  },
  'successor-invalid': {
    status: 422,
    zh: '承接单位必须是另一个在用的单位。',
    en: 'The successor must be another active unit.',
  },
  'already-set-up': {
    status: 409,
    zh: '本系统已完成初始设置，请直接登录。',
    en: 'This installation is already set up; sign in.',
  },
} as const satisfies Record<string, RefusalEntry>;
