import { readdirSync, readFileSync } from 'node:fs';
import { cpus } from 'node:os';

/** Clock ticks per second of /proc; 100 on every Linux that Node runs on. */
const ticks = 100;

interface Stat {
  readonly parent: number;
  readonly ms: number;
  /** Of children that ended. */
  readonly endedMs: number;
}

function statOf(pid: number): Stat | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const close = stat.lastIndexOf(')');
    const fields = stat.slice(close + 2).split(' ');
    const time = (at: number): number => (Number(fields[at]) * 1000) / ticks;
    return { parent: Number(fields[1]), ms: time(11) + time(12), endedMs: time(13) + time(14) };
  } catch {
    return undefined;
  }
}

/** Processor time that a program has used, in ms. */
export interface CpuTime {
  readonly server: number;
  readonly worker: number;
  readonly database: number;
}

/**
 * What a program's processes have used so far; unlike a rate it hardly changes when others use the
 * machine at the same time. Nothing where there is no /proc.
 * @param pid of the program
 * @param postmaster of its database
 */
export function cpuTime(pid: number, postmaster: number): CpuTime {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      const stat = statOf(Number(name));
      return stat === undefined ? [] : [{ pid: Number(name), ...stat }];
    });
  const sum = (parent: number): number =>
    all
      .filter((one) => one.parent === parent)
      .reduce((total, one) => total + one.ms, statOf(parent)?.endedMs ?? 0);
  return { server: statOf(pid)?.ms ?? 0, worker: sum(pid), database: sum(postmaster) };
}

/** Processor time that the whole machine has spent working so far, in ms. */
export const machineTime = (): number =>
  cpus().reduce((sum, { times }) => sum + times.user + times.nice + times.sys + times.irq, 0);

/** Processor time of this process and of its children that ended, such as the browser, in ms. */
export function ownTime(): number {
  const stat = statOf(process.pid);
  return stat === undefined ? 0 : stat.ms + stat.endedMs;
}

/** Resident memory of a process in KB. */
export function residentKilobytes(pid: number): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0);
  } catch {
    return 0;
  }
}
