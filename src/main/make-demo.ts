import { sentenceOf } from '../kernel/refusals.ts';
import type { Core } from './core.ts';
import { createDemo } from './demo/index.ts';

/**
 * `npm start -- --demo`: makes the demo county, or goes on making it, with progress on the terminal.
 * @param write where progress and passwords go
 * @param terminal whether that is a terminal, on which a line can be written over
 */
export async function makeDemo(
  core: Core,
  write: (text: string) => unknown,
  terminal: boolean,
): Promise<void> {
  const begun = Date.now();
  let shown = -1;
  const made = await createDemo({
    core,
    now: begun,
    onProgress: ({ done, total, left }) => {
      const percent = Math.floor((100 * done) / Math.max(total, 1));
      // A terminal counts on one line; a log file gets a line now and then.
      if (percent - shown < (terminal ? 1 : 10)) return;
      shown = percent;
      const rest = left === null ? '' : `  ${Math.ceil(left / 1000)} s`;
      const line = `  演示县 demo county: ${percent} %${rest}`;
      write(terminal ? `\r${line}      ` : `${line}\n`);
    },
  });
  if (!made.ok) {
    write(`\n  ${sentenceOf(made.refusal, 'zh-CN')}\n  ${sentenceOf(made.refusal, 'en')}\n`);
    return;
  }
  const seconds = Math.round((Date.now() - begun) / 1000);
  write(
    [
      '',
      `  演示县已就绪：${made.value.petitions} 件，用时 ${seconds} 秒。所有人的密码 password of everybody: ${made.value.password}`,
      '  clerk 窗口登记 · officer1 案件办理 · officehead 信访局领导 · housing 承办人 · housing-head 单位负责人 · leader 县领导 · admin 管理员',
      '  accusations 检举控告专办 · seal 用印 · review 复查 · auditor 审计',
      '',
      '',
    ].join('\n'),
  );
}
