/** Most characters of a file's name. */
export const fileNameLimit = 120;

/**
 * The name under which a file is kept and shown: the last part of a path, without characters that cannot be seen, turn the direction
 * of reading (so that `gnp.exe` would read as `exe.png`) or mean something to a file system. Its ending survives shortening.
 */
export const cleanFileName = (given: string): string => {
  const last = given.toWellFormed().normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const shown = last
    .replace(/\s+/gu, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/gu, '')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/^[. ]+|[. ]+$/g, '');
  return shown === '' ? 'file' : shorten([...shown]);
};

const shorten = (letters: readonly string[]): string => {
  if (letters.length <= fileNameLimit) return letters.join('');
  const ending = endingOf(letters.join(''));
  return `${letters.slice(0, fileNameLimit - [...ending].length).join('')}${ending}`;
};

/** `.png`, in the letters of the name; empty where there is none. */
export const endingOf = (name: string): string => /\.[\p{L}\p{N}]{1,10}$/u.exec(name)?.[0] ?? '';
