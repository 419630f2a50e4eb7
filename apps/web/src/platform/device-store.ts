/**
 * What this browser keeps for the person who is signed in: drafts, and messages on their way. Another person on the same browser
 * never sees it. Tabs share it: what one writes, the others show.
 */
const prefix = 'landbridge.';
const ownerKey = `${prefix}owner`;

let owner = localStorage.getItem(ownerKey) ?? '';
/** What could not be kept because the storage is full lives as long as the tab. */
const unkept = new Map<string, string>();
const listeners = new Set<() => void>();

const keyOf = (place: string): string => `${prefix}${owner}.${place}`;
const tellAll = () => {
  for (const tell of listeners) tell();
};
addEventListener('storage', tellAll);

export const deviceStore = {
  /** From now on everything belongs to this person. */
  setOwner: (personId: string): void => {
    if (owner === personId) return;
    owner = personId;
    localStorage.setItem(ownerKey, personId);
    tellAll();
  },

  read: (place: string): string | null => unkept.get(keyOf(place)) ?? localStorage.getItem(keyOf(place)),

  /** Null forgets it. @returns false when the storage is full: then the text lives as long as this tab */
  write: (place: string, text: string | null): boolean => {
    const key = keyOf(place);
    unkept.delete(key);
    const isKept = keep(key, text);
    if (!isKept && text !== null) unkept.set(key, text);
    tellAll();
    return isKept;
  },

  /** Every place that begins with these letters, in no order. */
  places: (start: string): string[] => {
    const beginning = keyOf(start);
    return [...Object.keys(localStorage), ...unkept.keys()]
      .filter((key) => key.startsWith(beginning))
      .map((key) => key.slice(keyOf('').length));
  },

  subscribe: (tell: () => void): (() => void) => {
    listeners.add(tell);
    return () => listeners.delete(tell);
  },
};

const keep = (key: string, text: string | null): boolean => {
  try {
    if (text === null) localStorage.removeItem(key);
    else localStorage.setItem(key, text);
    return true;
  } catch {
    localStorage.removeItem(key);
    return false;
  }
};
