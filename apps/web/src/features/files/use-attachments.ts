import { useMemo, useSyncExternalStore } from 'react';
import type { ClientId, FileId } from '@landbridge/contract';
import type { FileView } from '@landbridge/contract/files';
import { deviceStore } from '../../platform/device-store.ts';
import { keptFilesOf, readKeptFiles, uploads, type Upload } from './uploads.ts';

/** Files that go with what is being written at one place, and those on their way. */
export interface Attachments {
  readonly files: readonly FileView[];
  readonly uploads: readonly Upload[];
  readonly isUploading: boolean;
  add(files: readonly File[]): void;
  retry(id: ClientId): void;
  cancel(id: ClientId): void;
  remove(id: FileId): void;
  set(files: readonly FileView[]): void;
}

export const useAttachments = (place: string): Attachments => {
  const kept = useSyncExternalStore(deviceStore.subscribe, () => keptFilesOf(place));
  const underway = useSyncExternalStore(uploads.subscribe, () => uploads.of(place));
  const files = useMemo(() => readKeptFiles(kept), [kept]);
  return {
    files,
    uploads: underway,
    isUploading: underway.some(({ reason }) => reason === null),
    add: (added) => uploads.add(place, added),
    retry: (id) => uploads.retry(place, id),
    cancel: (id) => uploads.cancel(place, id),
    remove: (id) => uploads.remove(place, id),
    set: (next) => uploads.set(place, next),
  };
};

/** Takes up a draft with files that are there already. */
export const setAttachments = (place: string, files: readonly FileView[]): void => uploads.set(place, files);
