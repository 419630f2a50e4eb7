import { open } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import { fileId, type ClientId } from '@landbridge/contract';
import type { FileView } from '@landbridge/contract/files';
import { cleanFileName, endingOf } from '@landbridge/domain/files';
import { v7 as uuid } from 'uuid';
import { Clock } from '../../platform/clock/clock.ts';
import { Config } from '../../platform/config/config.ts';
import { againWhen } from '../../platform/database/again-when.ts';
import { Database } from '../../platform/database/database.ts';
import type { Reader } from '../../platform/database/reader.ts';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work.ts';
import { FileStore, type IncomingBytes } from '../../platform/files/file-store.ts';
import { problem } from '../../platform/http/problem-error.ts';
import type { Actor } from '../../platform/sign-in/actor.ts';
import { StoredFile } from './file.entity.ts';
import { fileByClientId, lockHashes, waitingCount } from './files.queries.ts';
import { isImageEnding, isImageType } from './image-types.ts';
import { ReceiveBytes, type SentBytes } from './receive-bytes.ts';
import { headSize, sniffMediaType } from './sniff-media-type.ts';
import { hashSpace, tidyFile } from './tidy-files.ts';
import { writeImage } from './write-image.ts';

interface Upload extends SentBytes {
  readonly clientId: ClientId;
  /** As the sender gave it. */
  readonly name: string;
}

/** What is kept of what arrived. */
interface Prepared {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: IncomingBytes;
  readonly image: { readonly width: number; readonly height: number; readonly preview: IncomingBytes } | null;
}

/** Most files of one person that wait to be attached. */
const mostWaiting = 200;

const attachWithinMs = 24 * 3_600_000;

/** Takes a file that is attached later. The same client id keeps one file, however often it comes. */
@Injectable()
export class UploadFile {
  constructor(
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly store: FileStore,
    private readonly receiveBytes: ReceiveBytes,
  ) {}

  async run(actor: Actor, upload: Upload): Promise<FileView> {
    const name = cleanFileName(upload.name);
    const before = await this.before(this.database, actor, upload.clientId, name);
    if (before) return before;
    await this.refuseHoarding(actor);
    const arrived = await this.receiveBytes.run(upload, this.config.settings.LANDBRIDGE_MOST_FILE_MB, () => this.tooLarge());
    const places = [arrived.path, await this.store.place(), await this.store.place()] as const;
    try {
      const prepared = await this.prepare(name, arrived, places);
      return await this.keep(actor, upload.clientId, prepared);
    } finally {
      await this.store.discard(places);
    }
  }

  /** The disk is everybody's: nobody fills it with what they never post. */
  private async refuseHoarding(actor: Actor): Promise<void> {
    const waiting = await this.database.one(waitingCount, [actor.personId]);
    if (waiting && waiting.count >= mostWaiting) throw problem('file.too-many-waiting');
  }

  private tooLarge() {
    return problem('file.too-large', { detail: `The limit for one file is ${this.config.settings.LANDBRIDGE_MOST_FILE_MB} MB.` });
  }

  private async prepare(name: string, arrived: IncomingBytes, [from, to, preview]: readonly [string, string, string]): Promise<Prepared> {
    const mediaType = sniffMediaType(await headOf(from));
    if (!isImageType(mediaType)) {
      if (isImageEnding(endingOf(name))) throw problem('file.not-an-image');
      return { name, mediaType, bytes: arrived, image: null };
    }
    const size = await writeImage(mediaType, { from, to, preview });
    const [bytes, previewed] = [await this.store.measure(to), await this.store.measure(preview)];
    return { name, mediaType, bytes, image: { ...size, preview: previewed } };
  }

  private async keep(actor: Actor, clientId: ClientId, prepared: Prepared): Promise<FileView> {
    const id = fileId.parse(uuid());
    const parts = [prepared.bytes, ...(prepared.image ? [prepared.image.preview] : [])];
    const hashes = parts.map(({ hash }) => hash).toSorted();
    const runAt = new Date(this.clock.now().getTime() + attachWithinMs);
    // Before any byte is kept: whatever happens from here on, somebody comes and looks whether they are needed.
    await this.unitOfWork.run((tx) => tidyFile(tx, { fileId: id, hashes }, runAt));
    return againWhen(['files_client_id'], () =>
      this.unitOfWork.run(async (tx) => {
        const before = await this.before(tx, actor, clientId, prepared.name);
        if (before) return before;
        const file = await this.insert(tx, { id, ownerId: actor.personId, clientId }, prepared);
        await tx.one(lockHashes, [hashSpace, hashes]);
        for (const part of parts) await this.store.keep(part);
        return file;
      }),
    );
  }

  private async insert(tx: Tx, given: Pick<StoredFile, 'id' | 'ownerId' | 'clientId'>, prepared: Prepared): Promise<FileView> {
    const { name, mediaType, bytes, image } = prepared;
    const { width, height } = image ?? { width: null, height: null };
    await tx.insert(StoredFile, {
      ...given,
      name,
      mediaType,
      byteSize: String(bytes.byteSize),
      width,
      height,
      sha256: bytes.hash,
      previewSha256: image?.preview.hash ?? null,
      state: 'waiting',
      createdAt: this.clock.now(),
    });
    return { id: fileId.parse(given.id), name, mediaType, byteSize: bytes.byteSize, width, height, isImage: image !== null };
  }

  /** What an earlier request with this client id kept. @throws client-id.reused when that had another name */
  private async before(reader: Reader, actor: Actor, clientId: ClientId, name: string): Promise<FileView | null> {
    const kept = await reader.one(fileByClientId, [actor.personId, clientId]);
    if (kept && kept.file.name !== name) throw problem('client-id.reused');
    return kept?.file ?? null;
  }
}

const headOf = async (path: string): Promise<Buffer> => {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headSize), 0, headSize, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
};
