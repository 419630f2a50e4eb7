import type { ClientId, FileId } from '@landbridge/contract';
import { fileViews, mostFiles, uploadFile, type FileView } from '@landbridge/contract/files';
import { Refusal, sendBytes } from '../../platform/api.ts';
import { deviceStore } from '../../platform/device-store.ts';
import { newClientId } from '../../platform/new-client-id.ts';
import { parseKept } from '../../platform/parse-kept.ts';
import { problemText } from '../../platform/problem-state.tsx';
import { text } from './texts.ts';

/** A file that the server does not have yet. It lives as long as this tab; what the server has is kept with the draft. */
export interface Upload {
  readonly clientId: ClientId;
  readonly name: string;
  readonly mediaType: string;
  readonly byteSize: number;
  /** 0–1 */
  readonly share: number;
  /** Why it failed; null while it is on its way. */
  readonly reason: string | null;
  readonly canRetry: boolean;
}

interface Underway {
  readonly upload: Upload;
  readonly bytes: Blob;
  readonly abort: AbortController;
}

const nothing: readonly Upload[] = [];
const underway = new Map<string, readonly Underway[]>();
const shown = new Map<string, readonly Upload[]>();
const listeners = new Set<() => void>();

const put = (place: string, list: readonly Underway[]): void => {
  underway.set(place, list);
  shown.set(place, list.length > 0 ? list.map(({ upload }) => upload) : nothing);
  for (const tell of listeners) tell();
};
const change = (place: string, id: ClientId, changed: Partial<Upload>): void =>
  put(
    place,
    of(place).map((each) => (each.upload.clientId === id ? { ...each, upload: { ...each.upload, ...changed } } : each)),
  );
const of = (place: string): readonly Underway[] => underway.get(place) ?? [];
const drop = (place: string, id: ClientId): void =>
  put(
    place,
    of(place).filter(({ upload }) => upload.clientId !== id),
  );

const keptAt = (place: string): string => `files.${place}`;

/** What the server has of the files of a draft. Texts and files of one draft are kept side by side. */
export const readKeptFiles = (kept: string | null): readonly FileView[] => parseKept(fileViews, kept) ?? [];
export const keptFilesOf = (place: string): string | null => deviceStore.read(keptAt(place));
const keepFiles = (place: string, files: readonly FileView[]): void => {
  deviceStore.write(keptAt(place), files.length > 0 ? JSON.stringify(files) : null);
};

/** Uploads by the place of their draft: they go on while one looks elsewhere. */
export const uploads = {
  of: (place: string): readonly Upload[] => shown.get(place) ?? nothing,
  subscribe: (tell: () => void): (() => void) => {
    listeners.add(tell);
    return () => listeners.delete(tell);
  },
  add: (place: string, files: readonly File[]): void => {
    const room = mostFiles - of(place).length - readKeptFiles(keptFilesOf(place)).length;
    files.forEach((file, index) => {
      const each = begin(file);
      if (index < room) {
        put(place, [...of(place), each]);
        send(place, each);
      } else put(place, [...of(place), refused(each)]);
    });
  },
  retry: (place: string, id: ClientId): void => {
    const each = of(place).find(({ upload }) => upload.clientId === id);
    if (!each) return;
    change(place, id, { reason: null, share: 0 });
    send(place, each);
  },
  /** Stops one that is on its way, or takes a failed one off the list. */
  cancel: (place: string, id: ClientId): void => {
    of(place)
      .find(({ upload }) => upload.clientId === id)
      ?.abort.abort();
    drop(place, id);
  },
  remove: (place: string, id: FileId): void =>
    keepFiles(
      place,
      readKeptFiles(keptFilesOf(place)).filter((file) => file.id !== id),
    ),
  /** The draft was sent, or is taken up again with these files. */
  set: (place: string, files: readonly FileView[]): void => {
    keepFiles(place, files);
    put(place, []);
  },
};

const begin = (file: File): Underway => ({
  upload: {
    clientId: newClientId(),
    name: file.name,
    mediaType: file.type,
    byteSize: file.size,
    share: 0,
    reason: null,
    canRetry: true,
  },
  bytes: file,
  abort: new AbortController(),
});

const refused = (each: Underway): Underway => ({
  ...each,
  upload: { ...each.upload, reason: text('files.too-many', { count: mostFiles }), canRetry: false },
});

/** One after the other, so that files stand in the order in which they were chosen. */
const queues = new Map<string, Promise<void>>();
const send = (place: string, each: Underway): void => {
  queues.set(
    place,
    (queues.get(place) ?? Promise.resolve()).then(() => sendNow(place, each)),
  );
};

const sendNow = async (place: string, { upload, bytes, abort }: Underway): Promise<void> => {
  if (abort.signal.aborted) return;
  const { clientId, name } = upload;
  const onProgress = (share: number) => change(place, clientId, { share });
  try {
    const sent = await sendBytes(uploadFile, { params: { clientId }, query: { name } }, bytes, { onProgress, signal: abort.signal });
    keepFiles(place, [...readKeptFiles(keptFilesOf(place)), sent]);
    drop(place, clientId);
  } catch (error) {
    if (abort.signal.aborted) return;
    change(place, clientId, { reason: reasonOf(error), canRetry: mayPass(error) });
  }
};

/** What the file is will not change; anything else may. */
const mayPass = (error: unknown): boolean => !(error instanceof Refusal && [413, 422].includes(error.problem.status));

/** With the limit, where a file was over it. */
const reasonOf = (error: unknown): string => {
  const detail = error instanceof Refusal ? error.problem.detail : undefined;
  return [problemText(error), detail].filter(Boolean).join(' ');
};
