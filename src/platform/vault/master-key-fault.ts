const faults = {
  missing: {
    zh: '主密钥文件 {file} 不存在；没有它就无法解开已封存的内容。',
    en: 'The master key file {file} does not exist; without it nothing sealed can be opened.',
  },
  exists: {
    zh: '主密钥文件 {file} 已存在，不会覆盖。',
    en: 'The master key file {file} exists already and is not overwritten.',
  },
  unreadable: {
    zh: '主密钥文件 {file} 无法读取，请检查权限。',
    en: 'The master key file {file} cannot be read; check its permissions.',
  },
  'too-open': {
    zh: '主密钥文件 {file} 可被其他用户读取，请运行：chmod 600 {file}',
    en: 'The master key file {file} is open to other users; run: chmod 600 {file}',
  },
  malformed: {
    zh: '主密钥文件 {file} 的内容有误（{place}），请从备份恢复该文件。',
    en: 'The master key file {file} is malformed at {place}; restore it from its backup.',
  },
  incomplete: {
    zh: '主密钥文件缺少第 {version} 版密钥，有内容由它封存；请把这一版放回文件。',
    en: 'The master key file lacks key version {version}, which is in use; put that version back.',
  },
} as const satisfies Record<string, { readonly zh: string; readonly en: string }>;

export type MasterKeyFaultCode = keyof typeof faults;

/** The master key file cannot be used; one sentence for the operator, in both languages. */
export class MasterKeyFault extends Error {
  override readonly name = 'MasterKeyFault';
  readonly code: MasterKeyFaultCode;
  readonly zh: string;
  readonly en: string;

  constructor(code: MasterKeyFaultCode, params: Readonly<Record<string, string | number>>) {
    const fill = (sentence: string): string =>
      sentence.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''));
    super(fill(faults[code].en));
    this.code = code;
    this.zh = fill(faults[code].zh);
    this.en = fill(faults[code].en);
  }
}
