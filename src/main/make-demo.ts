import { sentenceOf } from '../kernel/refusals.ts';
import type { Core } from './core.ts';
import { createDemo } from './demo/index.ts';

/**
 * `npm start -- --demo`: makes the demo county, or goes on making it, with progress on the terminal.
 * @param write where progress and passwords go
 */
export async function makeDemo(core: Core, write: (text: string) => unknown): Promise<void> {
  const begun = Date.now();
  const made = await createDemo({
    core,
    now: begun,
    onProgress: ({ done, total, left }) => {
      const percent = Math.floor((100 * done) / Math.max(total, 1));
      const rest = left === null ? '' : `  ${Math.ceil(left / 1000)} s`;
      write(`\r  演示县 demo county: ${percent} %${rest}      `);
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
      '',
      '',
    ].join('\n'),
  );
}
