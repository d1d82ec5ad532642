import type { Catalogue } from './say.ts';
import { en } from './en.ts';
import { zh, type ShellKey } from './zh.ts';

/** The sentences of the citizen shell. */
export const shellWords: Catalogue<ShellKey> = { 'zh-CN': zh, en };
export type { ShellKey } from './zh.ts';
export { sayer, sayIfKnown, type Catalogue, type Fillings, type Say } from './say.ts';
