import { accessSync, constants, readdirSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { isHost, isLoopback, isProxyAddress } from './hosts.ts';
import { startProblem, type StartProblem, type StartProblemCode } from './problems.ts';

type Context = z.core.$RefinementCtx;

/** Puts a start problem where zod keeps its issues; `problemsOf` takes it out again. */
const complain = (
  context: Context,
  code: StartProblemCode,
  params: Readonly<Record<string, string | number>>,
): typeof z.NEVER => {
  context.addIssue({ code: 'custom', params: { problem: startProblem(code, params) } });
  return z.NEVER;
};

/** The start problems of a failed parse. */
export const problemsOf = (error: z.ZodError): readonly StartProblem[] =>
  error.issues.flatMap((issue) =>
    issue.code === 'custom' && issue.params ? [issue.params['problem'] as StartProblem] : [],
  );

const text = z.string().optional();

/** A port number; 0 takes any free one. */
export const portSetting = (name: string, preset: number) =>
  text.transform((value, context) => {
    if (value === undefined) return preset;
    const port = Number(value);
    return /^\d{1,5}$/.test(value) && port <= 65_535
      ? port
      : complain(context, 'setting-not-a-port', { name, value });
  });

/** One of a few words; the first is the preset. */
export const choiceSetting = <C extends string>(name: string, choices: readonly [C, ...C[]]) =>
  text.transform((value, context): C => {
    if (value === undefined) return choices[0];
    return (
      choices.find((choice) => choice === value) ??
      complain(context, 'setting-not-a-choice', { name, value, choices: choices.join(', ') })
    );
  });

/** An amount of memory as PostgreSQL writes it. */
export const memorySetting = (name: string, preset: string) =>
  text.transform((value, context) => {
    if (value === undefined) return preset;
    return /^[1-9]\d{0,5}(MB|GB)$/.test(value)
      ? value
      : complain(context, 'setting-not-memory', { name, value });
  });

/** An address with one of the schemes. The value may hold a password and is never repeated. */
export const urlSetting = (name: string, schemes: readonly string[]) =>
  text.transform((value, context) => {
    if (value === undefined) return undefined;
    const valid = URL.canParse(value) && schemes.some((scheme) => value.startsWith(`${scheme}//`));
    const shown = schemes.map((scheme) => `${scheme}//`).join(', ');
    return valid ? value : complain(context, 'setting-not-a-url', { name, schemes: shown });
  });

/** A web address: without TLS only on this machine. */
export const webSetting = (name: string) =>
  urlSetting(name, ['https:', 'http:']).transform((value, context) => {
    if (value === undefined) return undefined;
    const { protocol, hostname } = new URL(value);
    return protocol === 'https:' || isLoopback(hostname)
      ? value
      : complain(context, 'connection-unverified', { name, value: 'http' });
  });

/** A database address: on another host TLS is verified, and nothing may switch that off. */
export const databaseSetting = (name: string) =>
  urlSetting(name, ['postgresql:', 'postgres:']).transform((value, context) => {
    if (value === undefined) return undefined;
    const { hostname, searchParams } = new URL(value);
    const host = searchParams.get('host') ?? decodeURIComponent(hostname);
    if (host === '' || host.startsWith('/') || isLoopback(host)) return value;
    const mode = searchParams.get('sslmode') ?? 'verify-full';
    if (mode !== 'verify-full')
      return complain(context, 'connection-unverified', { name, value: `sslmode=${mode}` });
    return searchParams.has('ssl')
      ? complain(context, 'connection-unverified', { name, value: 'ssl' })
      : value;
  });

/** A mail server's address: on another host TLS is verified, and nothing may switch that off. */
export const mailSetting = (name: string) =>
  urlSetting(name, ['smtp:', 'smtps:']).transform((value, context) => {
    if (value === undefined) return undefined;
    const { hostname, searchParams } = new URL(value);
    const weak = ['ignoreTLS', 'tls.rejectUnauthorized'].find((key) => searchParams.has(key));
    return weak === undefined || isLoopback(hostname)
      ? value
      : complain(context, 'connection-unverified', { name, value: weak });
  });

/** A file that must be there to be read. */
export const fileSetting = (name: string) =>
  text.transform((value, context) => {
    if (value === undefined) return undefined;
    try {
      accessSync(value, constants.R_OK);
      return value;
    } catch {
      return complain(context, 'file-unreadable', { name, value });
    }
  });

/** A folder that must be there to be read. Absolute from then on: the worker runs elsewhere. */
export const folderSetting = (name: string) =>
  text.transform((value, context) => {
    if (value === undefined) return undefined;
    try {
      readdirSync(value);
      return path.resolve(value);
    } catch {
      return complain(context, 'folder-unreadable', { name, value });
    }
  });

const listed = (value: string | undefined): readonly string[] =>
  (value ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** Hosts, separated by commas. */
export const hostsSetting = (name: string) =>
  text.transform((value, context) => {
    const wrong = listed(value).find((host) => !isHost(host));
    return wrong === undefined
      ? listed(value)
      : complain(context, 'setting-not-hosts', { name, value: wrong });
  });

/** Addresses and networks of the proxies in front, separated by commas. */
export const proxySetting = () =>
  text.transform((value, context) => {
    const wrong = listed(value).find((address) => !isProxyAddress(address));
    return wrong === undefined
      ? listed(value)
      : complain(context, 'setting-not-a-proxy', { value: wrong });
  });
