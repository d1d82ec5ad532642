import type { StaffActor } from '../../../kernel/actor.ts';
import { localDateOf } from '../../../kernel/local-date.ts';
import { scopeOf } from '../../../platform/database/index.ts';
import { composePaper, findTemplateTexts, type PaperDocument } from '../../papers/index.ts';
import type { ReceptionDeps } from '../commands/deps.ts';
import { openInside } from './inside.ts';
import { openDayView } from './days.ts';
import { loadDay } from './public.ts';

const clock = (time: string): string => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return minutes === 0 ? `${hours}时` : `${hours}时${minutes}分`;
};

/**
 * The minutes of a day as a paper (R-4, G-1): a draft until somebody else issues them.
 * @returns nothing where there are none, or the reader has no part in the day
 */
export async function openMinutes(
  deps: ReceptionDeps,
  actor: StaffActor,
  id: string,
): Promise<PaperDocument | null> {
  const view = await openDayView(deps, actor, id);
  const inside = await openInside(deps, actor, id);
  if (view === null || inside?.minutes == null) return null;
  const { minutes } = inside;
  return deps.db.withActor(scopeOf(actor), 'read', async (tx) => {
    const organisation = await deps.organisation(tx);
    const issued = (await loadDay(tx, id))?.minutes?.issued ?? null;
    const { name } = view.unit;
    const overrides = await findTemplateTexts(tx, view.unit.id, 'reception-minutes');
    return composePaper(
      'reception-minutes',
      {
        heldOn: view.on,
        from: clock(view.from),
        to: clock(view.to),
        place: view.place,
        leaders: view.leaders.map((leader) => `${leader.post}${leader.name}`),
        attending: minutes.attending,
        heard: minutes.heard,
        decided: minutes.decided,
        taskForces: inside.taskForces.map((force) => ({
          matter: force.matter,
          leader: force.leader,
          units: force.units.map((unit) => unit.name).join('、'),
          members: force.members,
        })),
        contact: { phone: organisation.contactOf(view.unit.id).phone || '—' },
      },
      issued === null
        ? { issuer: { name, sealName: name, we: '我局' }, draftMark: true }
        : {
            issuer: { name, sealName: name, we: '我局' },
            number: issued.number,
            date: localDateOf(issued.at),
          },
      overrides,
    );
  });
}
