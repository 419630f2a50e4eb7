import { describe, expect, it } from 'vitest';
import { importAbilities, type ImportStanding } from './import-abilities.ts';

const waiting: ImportStanding = { state: 'received', isCancelling: false, isTheirs: true, hasFile: true };

describe('import abilities', () => {
  it('let whoever brought a file start it, until it runs or is gone', () => {
    expect(importAbilities(waiting).start).toBe(true);
    expect(importAbilities({ ...waiting, state: 'running' }).start).toBe(false);
    expect(importAbilities({ ...waiting, hasFile: false }).start).toBe(false);
    expect(importAbilities({ ...waiting, isTheirs: false }).start).toBe(false);
  });

  it('let any administrator cancel, once', () => {
    expect(importAbilities({ ...waiting, isTheirs: false }).cancel).toBe(true);
    expect(importAbilities({ ...waiting, isCancelling: true }).cancel).toBe(false);
    expect(importAbilities({ ...waiting, hasFile: false }).cancel).toBe(false);
  });

  it('show rejected lines to whoever brought the file alone', () => {
    expect(importAbilities({ ...waiting, hasFile: false }).readRejections).toBe(true);
    expect(importAbilities({ ...waiting, isTheirs: false }).readRejections).toBe(false);
  });
});
