/** Events of every room, for whoever answers to them. */
export {
  itemKind,
  type ItemEvent,
  type ItemEventOf,
  type RecordedItemEvent,
} from './must-checks/events.ts';
