import type { WayOut, WayStatus } from './case.ts';
import type { WayCommandType } from './command.ts';

/** In which status each command may come. */
export const wayLifecycle: Readonly<Record<WayCommandType, readonly WayStatus[]>> = {
  chooseWay: [],
  recordStep: ['chosen'],
  explainLaw: ['chosen'],
  finishWay: ['chosen'],
  changeWay: ['chosen', 'approving'],
  approveAid: ['approving'],
  refuseAid: ['approving'],
  payAid: ['approved'],
  recordRendering: ['approved', 'done'],
  succeedUnit: ['chosen', 'approving', 'approved'],
};

/** Steps that only one of the ways knows. */
const onlyOn: Readonly<Partial<Record<WayCommandType, WayOut['way']>>> = {
  recordStep: 'policy',
  explainLaw: 'law',
  approveAid: 'aid',
  refuseAid: 'aid',
  payAid: 'aid',
};

export const isThinkable = (
  command: WayCommandType,
  { status, way }: Pick<WayOut, 'status' | 'way'>,
): boolean =>
  wayLifecycle[command].includes(status) &&
  (onlyOn[command] === undefined || onlyOn[command] === way);
