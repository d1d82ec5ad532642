import { useCallback, useEffect, useRef, useState } from 'react';
import { api } from '../../shell/api.ts';
import { problemOf } from '../../shell/problem.ts';
import { useDraft } from '../../shell/use-draft.ts';
import {
  bodyOf,
  emptyBox,
  lowSupply,
  printed,
  sent,
  supplied,
  wholeSupply,
  type Asked,
  type DeskBox,
  type Slot,
} from './desk-box.ts';

/** How often a desk looks whether the network is back. Milliseconds. */
const lookEvery = 3000;

/**
 * A desk that gives tickets with or without the network. Numbers and tickets lie sealed in the browser
 * like any draft; what waits is sent in its order, under the key of its number, until the server has
 * it: once, however often it is sent.
 */
export function useDesk(dayId: string, deskId: string) {
  const { value: box, change } = useDraft<DeskBox>(`desk ${dayId} ${deskId}`, emptyBox);
  const [refused, setRefused] = useState<{ readonly key: string; readonly error: unknown } | null>(
    null,
  );
  const [standing, setStanding] = useState(true);
  const latest = useRef(box);
  const busy = useRef(false);
  useEffect(() => {
    latest.current = box;
  });

  const work = useCallback(async () => {
    if (busy.current) return;
    busy.current = true;
    try {
      if (latest.current.slots.length < lowSupply) {
        const more = await api.post<{ numberedOn: string; slots: Slot[] }>(
          `/reception-days/${dayId}/desks/${deskId}/supply`,
          { count: wholeSupply },
        );
        change((before) => supplied(before, more));
      }
      for (const ticket of latest.current.waiting) {
        try {
          await api.post(`/reception-days/${dayId}/tickets`, bodyOf(ticket, Date.now()), {
            key: ticket.key,
          });
          change((before) => sent(before, ticket.key));
        } catch (error) {
          if (problemOf(error).status === 0 || problemOf(error).status >= 500) throw error;
          // Shown, kept, and tried again: a paper in somebody's hand is never given up.
          setRefused({ key: ticket.key, error });
        }
      }
      setStanding(true);
    } catch {
      setStanding(false);
    } finally {
      busy.current = false;
    }
  }, [change, dayId, deskId]);

  useEffect(() => {
    void work();
    const timer = window.setInterval(() => {
      const { slots, waiting } = latest.current;
      if (waiting.length > 0 || slots.length < lowSupply) void work();
    }, lookEvery);
    const look = () => void work();
    window.addEventListener('online', look);
    return () => {
      window.clearInterval(timer);
      window.removeEventListener('online', look);
    };
  }, [work]);

  const give = (asked: Asked) => {
    change((before) => printed(before, asked, Date.now()));
    // After the box holds it: a lost network must not lose the ticket.
    window.setTimeout(() => void work(), 0);
  };
  return { box, give, standing, refused };
}
