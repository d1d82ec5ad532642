/** What the screens of a hall listen to. */
export const hallTopic = (dayId: string): string => `hall:${dayId}`;
export const groupTopic = (dayId: string, groupId: string): string => `group:${dayId}:${groupId}`;
export const callsTopic = (dayId: string): string => `calls:${dayId}`;
/** Who waits: a free group sees at once that somebody came. */
export const queueTopic = (dayId: string): string => `queue:${dayId}`;
