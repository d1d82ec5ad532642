export { listSupervision } from './list.ts';
export { loadItems } from './open.ts';
export { openItem, openItemIn, type OpenedItem } from './one.ts';
