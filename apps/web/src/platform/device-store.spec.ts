import { beforeEach, describe, expect, it, vi } from 'vitest';

/** The browser's storage: enough of it, with a limit. */
class FakeStorage {
  readonly limit: number;

  constructor(limit: number) {
    this.limit = limit;
    Object.defineProperty(this, 'limit', { enumerable: false });
  }

  getItem(key: string): string | null {
    return Object.getOwnPropertyDescriptor(this, key)?.value ?? null;
  }

  setItem(key: string, value: string): void {
    if (value.length > this.limit) throw new Error('QuotaExceededError');
    Object.defineProperty(this, key, { value, enumerable: true, configurable: true });
  }

  removeItem(key: string): void {
    Reflect.deleteProperty(this, key);
  }
}

const openStore = async () => {
  vi.resetModules();
  const listeners: (() => void)[] = [];
  vi.stubGlobal('localStorage', new FakeStorage(100));
  vi.stubGlobal('addEventListener', (_: string, tell: () => void) => listeners.push(tell));
  const { deviceStore } = await import('./device-store.ts');
  deviceStore.setOwner('adwoa');
  return { deviceStore, otherTabWrote: () => listeners.forEach((tell) => tell()) };
};

describe('device store', () => {
  let store: Awaited<ReturnType<typeof openStore>>;
  beforeEach(async () => {
    store = await openStore();
  });

  it('gives back what was kept', () => {
    store.deviceStore.write('draft.thread/1', 'half a sentence');

    expect(store.deviceStore.read('draft.thread/1')).toBe('half a sentence');
    expect(store.deviceStore.places('draft.')).toEqual(['draft.thread/1']);
  });

  it('shows nobody what another person wrote on the same browser', () => {
    store.deviceStore.write('draft.thread/1', 'not for Rui');

    store.deviceStore.setOwner('rui');

    expect(store.deviceStore.read('draft.thread/1')).toBeNull();
    expect(store.deviceStore.places('draft.')).toEqual([]);
  });

  it('gives it back when that person returns', () => {
    store.deviceStore.write('draft.thread/1', 'mine');
    store.deviceStore.setOwner('rui');

    store.deviceStore.setOwner('adwoa');

    expect(store.deviceStore.read('draft.thread/1')).toBe('mine');
  });

  it('keeps what does not fit for as long as the tab lives, and says so', () => {
    const isKept = store.deviceStore.write('draft.thread/1', 'x'.repeat(200));

    expect(isKept).toBe(false);
    expect(store.deviceStore.read('draft.thread/1')).toHaveLength(200);
  });

  it('forgets', () => {
    store.deviceStore.write('draft.thread/1', 'x'.repeat(200));

    store.deviceStore.write('draft.thread/1', null);

    expect(store.deviceStore.read('draft.thread/1')).toBeNull();
  });

  it('tells when another tab wrote', () => {
    const hear = vi.fn<() => void>();
    store.deviceStore.subscribe(hear);

    store.otherTabWrote();

    expect(hear).toHaveBeenCalledOnce();
  });
});
