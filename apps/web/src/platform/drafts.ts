/**
 * Drafts, per person and place, on this device: they survive reload, crash and the end of a sign-in.
 * Each tab writes only the place it shows; whoever opens the place next finds the last text.
 */
const prefix = 'landbridge.draft.';

export interface Draft {
  readonly text: string;
  readonly keptAt: string;
}

const isDraft = (value: unknown): value is Draft =>
  typeof value === 'object' && value !== null && 'text' in value && typeof value.text === 'string' && 'keptAt' in value && typeof value.keptAt === 'string';

export const readDraft = (place: string): Draft | null => {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(prefix + place) ?? 'null');
    return isDraft(kept) ? kept : null;
  } catch {
    return null;
  }
};

/** Keeps a text; an empty one is forgotten. @returns when it was kept */
export const keepDraft = (place: string, text: string): string | null => {
  if (text.trim() === '') {
    localStorage.removeItem(prefix + place);
    return null;
  }
  const keptAt = new Date().toISOString();
  localStorage.setItem(prefix + place, JSON.stringify({ text, keptAt }));
  return keptAt;
};

export const countDrafts = (): number => Object.keys(localStorage).filter((key) => key.startsWith(prefix)).length;
