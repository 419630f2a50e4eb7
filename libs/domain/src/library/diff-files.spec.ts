import { fileId } from '@landbridge/contract';
import type { FileView } from '@landbridge/contract/files';
import { describe, expect, it } from 'vitest';
import { diffFiles } from './diff-files.ts';

const file = (name: string, place: number): FileView => ({
  id: fileId.parse(`01990000-0000-7000-8000-00000000000${place}`),
  name,
  mediaType: 'text/plain',
  byteSize: 1,
  width: null,
  height: null,
  isImage: false,
});

describe('differences of files', () => {
  const [ring, log, sameName] = [file('ring.txt', 1), file('log.txt', 2), file('ring.txt', 3)];

  it('are those taken away, and then those added', () => {
    expect(diffFiles([ring], [log])).toEqual([
      { kind: 'gone', file: ring },
      { kind: 'new', file: log },
    ]);
  });

  it('are none when only their order changed', () => {
    expect(diffFiles([ring, log], [log, ring])).toEqual([]);
  });

  it('are both when another file has the same name', () => {
    expect(diffFiles([ring], [sameName]).map(({ kind }) => kind)).toEqual(['gone', 'new']);
  });
});
