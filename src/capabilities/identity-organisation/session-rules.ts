const minute = 60_000;

/** how long a sign-in lasts. Milliseconds. */
export const sessionPeriods = {
  /** Without any request. */
  idle: 30 * minute,
  /** From the sign-in, whatever happens. */
  absolute: 12 * 60 * minute,
  /** During which exports, accusations and key use need no new proof. */
  fresh: 10 * minute,
  /** How exactly the last request is remembered; every request would be a write. */
  seenEvery: minute,
} as const;

export interface SessionTimes {
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly revokedAt: Date | null;
}

/** Whether a session still counts. */
export const isAlive = (session: SessionTimes, now: Date): boolean =>
  session.revokedAt === null &&
  now.getTime() - session.lastSeenAt.getTime() < sessionPeriods.idle &&
  now.getTime() - session.createdAt.getTime() < sessionPeriods.absolute;

/** Wrong tries that cost nothing, and the longest wait. */
const freeTries = 5;
const longestWaitMinutes = 15;

/**
 * How long a name is locked after so many wrong tries in a row: 1, 2, 4, 8, then 15 minutes.
 * @returns milliseconds; 0 while tries are free
 */
export const lockFor = (failures: number): number => {
  if (failures < freeTries) return 0;
  return Math.min(2 ** (failures - freeTries), longestWaitMinutes) * minute;
};

/** After a day of quiet, earlier wrong tries are forgotten. */
export const forgetTriesAfter = 24 * 60 * minute;

const systems: readonly [RegExp, string][] = [
  [/HarmonyOS|OpenHarmony/i, 'HarmonyOS'],
  [/Android/i, 'Android'],
  [/iPhone|iPad/i, 'iOS'],
  [/Windows/i, 'Windows'],
  [/Mac OS X/i, 'macOS'],
  [/Kylin|UOS|Linux/i, 'Linux'],
];
const browsers: readonly [RegExp, string][] = [
  [/MicroMessenger/i, 'WeChat'],
  [/Edg/i, 'Edge'],
  [/Firefox/i, 'Firefox'],
  [/Chrom/i, 'Chrome'],
  [/Safari/i, 'Safari'],
];

/** Browser and system without versions: enough for a person to know an own session again. */
export const agentOf = (header: string | undefined): string => {
  const firstOf = (list: readonly [RegExp, string][]): string | undefined =>
    list.find(([pattern]) => pattern.test(header ?? ''))?.[1];
  return (
    [firstOf(browsers), firstOf(systems)].filter((part) => part !== undefined).join(' · ') || '—'
  );
};
