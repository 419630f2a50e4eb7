import { assert, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanFileName, fileNameLimit } from './clean-file-name.ts';

describe('clean file name', () => {
  it.for([
    ['Torque log.pdf', 'Torque log.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\rui\\flange.png', 'flange.png'],
    ['.htaccess', 'htaccess'],
    ['\u202Egnp.exe', 'gnp.exe'],
    ['a\u0000b\u0007\r\nc.txt', 'ab c.txt'],
    ['what?.png', 'what_.png'],
    ['  …  ', '…'],
    ['..', 'file'],
    ['', 'file'],
    ['Prüfprotokoll Ærø.pdf', 'Prüfprotokoll Ærø.pdf'],
  ])('makes %j into %j', ([given, cleaned]) => {
    expect(cleanFileName(given ?? '')).toBe(cleaned);
  });

  it('keeps the ending of a name that is too long', () => {
    expect(cleanFileName(`${'a'.repeat(300)}.png`)).toBe(`${'a'.repeat(fileNameLimit - 4)}.png`);
  });

  it('never gives a path, an invisible character or nothing, and leaves what it gave as it is', () => {
    assert(
      property(string({ unit: 'binary', maxLength: 300 }), (given) => {
        const cleaned = cleanFileName(given);

        expect(cleaned).not.toMatch(/[/\\\p{Cc}\p{Cf}]/u);
        expect([...cleaned].length).toBeGreaterThan(0);
        expect([...cleaned].length).toBeLessThanOrEqual(fileNameLimit);
        expect(cleaned).not.toMatch(/^\./);
      }),
    );
  });
});
