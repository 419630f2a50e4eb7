import { z } from 'zod';
import { deviceStore } from './device-store.ts';
import { parseKept } from './parse-kept.ts';

/** Drafts per person and place, on this device: they survive reload, crash and the end of a sign-in. */
const prefix = 'draft.';

const draft = z.object({ text: z.string(), keptAt: z.string() });
export type Draft = z.infer<typeof draft>;

/** What was kept, as it stands in the store. */
export const parseDraft = (kept: string | null): Draft | null => parseKept(draft, kept);

export const draftPlace = (place: string): string => prefix + place;

export const readDraft = (place: string): Draft | null => parseDraft(deviceStore.read(draftPlace(place)));

/** Keeps a text; an empty one is forgotten. */
export const keepDraft = (place: string, text: string): void => {
  deviceStore.write(draftPlace(place), text.trim() === '' ? null : JSON.stringify({ text, keptAt: new Date().toISOString() }));
};

export const countDrafts = (): number => deviceStore.places(prefix).length;
