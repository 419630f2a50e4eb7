/** Hears a thread: whoever has it open and may read it. */
export const threadRoom = (id: string): string => `thread:${id}`;
