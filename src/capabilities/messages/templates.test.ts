import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { templateNames, type MessageParams } from './contract.ts';
import { checkParams, requiredParams, subjectOf, templates, textOf } from './templates.ts';

const number = 'HY-2026-000123-7';
const full: MessageParams = {
  number,
  office: '清河县信访局',
  holder: '清河县水务局',
  person: '王建国',
  due: '2026-12-30',
  until: '2027-01-10',
  url: 'https://petition.example.gov.cn/p',
};

const used = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, param = '']) => param))].toSorted();

describe('the words of messages', () => {
  test('N-1 a petitioner is told who has it and until when', () => {
    expect(textOf('accepted', 'zh-CN', full)).toBe(
      '【清河县信访局】您的信访事项 HY-2026-000123-7 已由清河县水务局受理，最晚 2026-12-30 答复。凭编号和查询码查看：https://petition.example.gov.cn/p',
    );
    expect(textOf('accepted', 'en', full)).toBe(
      '[清河县信访局] Your petition HY-2026-000123-7 is accepted by 清河县水务局; you will have an answer by 2026-12-30. Look it up with number and code: https://petition.example.gov.cn/p',
    );
  });

  test('N-1 what is not known yet is left out, not left blank', () => {
    const { due: _, ...withoutDue } = full;
    expect(textOf('accepted', 'zh-CN', withoutDue)).toBe(
      '【清河县信访局】您的信访事项 HY-2026-000123-7 已由清河县水务局受理。凭编号和查询码查看：https://petition.example.gov.cn/p',
    );
    expect(textOf('task-for-staff', 'en', { number })).toBe(
      'Petition HY-2026-000123-7 waits for you.',
    );
  });

  test.each(templateNames)(
    'N-1 %s is worded in both languages with the same parameters',
    (name) => {
      expect(used(templates[name].en)).toEqual(used(templates[name]['zh-CN']));
      for (const language of ['zh-CN', 'en'] as const) {
        const text = textOf(name, language, full);
        const said = (['number', 'person', 'due', 'url'] as const).find((param) =>
          templates[name].en.includes(`{${param}}`),
        );
        expect(text).toContain(full[said ?? 'url']);
        expect(text).not.toMatch(/[{}]/);
      }
    },
  );

  test('N-1 a missing parameter is a bug, not a gap in a message', () => {
    expect(requiredParams('accepted')).toEqual(['office', 'number', 'url']);
    const { url: _, ...withoutUrl } = full;
    expect(() => checkParams('accepted', withoutUrl)).toThrow('needs url');
  });

  test('P-3 messages reveal no content: there is no place for a word of the petition', () => {
    const talkative = { ...full, text: '举报村支书' } as unknown as MessageParams;
    expect(() => checkParams('accepted', talkative)).toThrow('Unrecognized');
    for (const [name, value] of [
      ['number', '张三反映拆迁补偿'],
      ['holder', '请联系 13800138000'],
      ['holder', '李四 <li@example.cn>'],
      ['holder', '两行\n文字'],
      ['due', '尽快'],
      ['url', 'https://petition.example.gov.cn/p?code=ABCD'],
      ['url', 'https://petition.example.gov.cn/p#ABCD'],
      ['url', 'javascript:alert(1)'],
    ] as const)
      expect(() => checkParams('accepted', { ...full, [name]: value })).toThrow(/Invalid/);
  });

  test('P-3 messages reveal no content: a subject names office and number only', () => {
    expect(subjectOf('accepted', 'zh-CN', full)).toBe(
      '【清河县信访局】信访事项 HY-2026-000123-7 有新进展',
    );
    expect(subjectOf('accepted', 'en', { number })).toBe('news of petition HY-2026-000123-7');
  });

  test('P-3 messages reveal no content: the holder may be left out where its name alone would tell', () => {
    const { holder: _, ...withoutHolder } = full;
    expect(textOf('triaged', 'zh-CN', withoutHolder)).toBe(
      '【清河县信访局】您的信访事项 HY-2026-000123-7 已确定去向，最晚 2026-12-30 告知是否受理。凭编号和查询码查看：https://petition.example.gov.cn/p',
    );
    expect(textOf('accepted', 'zh-CN', withoutHolder)).toContain('已受理，最晚');
  });

  test('P-3 a value is never read as a template', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[\u4e00-\u9fa5a-z$&[\]]{1,40}$/), (holder) => {
        const text = textOf('accepted', 'zh-CN', { ...full, holder });
        expect(text).toContain(`已由${holder}受理`);
      }),
    );
  });
});
