/** Hears of a community: its members always, others while they look at an open one. */
export const communityRoom = (id: string): string => `community:${id}`;
