interface Reading<T> {
  /** Runs now, begun before whoever asks from here on. */
  running: Promise<unknown> | null;
  /** Begins when that one ends; everybody who asked meanwhile gets it. */
  next: Promise<T> | null;
}

/**
 * Reads once for all screens that ask at one moment. A change sends every screen of a hall to the
 * same rows; an answer that was begun before somebody asked could miss the very change of which that
 * screen was told, so it is given to nobody who came later.
 * @param read what is read for a key
 * @returns the same, with at most one reading at work and one to follow for each key
 */
export function shareReads<T>(read: (key: string) => Promise<T>): (key: string) => Promise<T> {
  const readings = new Map<string, Reading<T>>();
  const begin = (key: string, reading: Reading<T>): Promise<T> => {
    const begun = read(key);
    const ended = begun
      .catch(() => undefined)
      .then(() => {
        if (reading.running !== ended) return;
        reading.running = null;
        if (reading.next === null) readings.delete(key);
      });
    reading.running = ended;
    return begun;
  };
  return (key) => {
    const reading = readings.get(key) ?? { running: null, next: null };
    readings.set(key, reading);
    if (reading.running === null && reading.next === null) return begin(key, reading);
    reading.next ??= Promise.resolve(reading.running).then(() => {
      reading.next = null;
      return begin(key, reading);
    });
    return reading.next;
  };
}
