import { Injectable } from '@nestjs/common';
import { importId, type ClientId } from '@landbridge/contract';
import type { ImportView } from '@landbridge/contract/import';
import { cleanFileName } from '@landbridge/domain/files';
import { v7 as uuid } from 'uuid';
import { Clock } from '../../platform/clock/clock.ts';
import { Config } from '../../platform/config/config.ts';
import { againWhen } from '../../platform/database/again-when.ts';
import { Database } from '../../platform/database/database.ts';
import type { Reader } from '../../platform/database/reader.ts';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import { FileStore } from '../../platform/files/file-store.ts';
import { problem } from '../../platform/http/problem-error.ts';
import type { Actor } from '../../platform/sign-in/actor.ts';
import { ReceiveBytes, type SentBytes } from '../files/index.ts';
import { CutOff, fileAt } from './import-file.ts';
import { ImportFiles } from './import-files.ts';
import { NoHistory, sourceOf } from './import-history.ts';
import { ImportRun } from './import-run.entity.ts';
import { importByClientId } from './import-views.queries.ts';
import { importViewFor } from './import-views.ts';
import { keepForADay } from './tidy-imports.ts';

interface Upload extends SentBytes {
  readonly clientId: ClientId;
  /** As the sender gave it. */
  readonly name: string;
}

interface History {
  readonly source: string;
  readonly hash: string;
  /** Unpacked. */
  readonly byteSize: number;
}

/** Left for the database and everybody else. */
const spareBytes = 200_000_000;
const mostTimesUnpacked = 20;

/** Takes a history that waits until it is started. The same client id keeps one file, however often it comes. */
@Injectable()
export class UploadHistory {
  constructor(
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly store: FileStore,
    private readonly receiveBytes: ReceiveBytes,
    private readonly files: ImportFiles,
  ) {}

  async run(actor: Actor, upload: Upload): Promise<ImportView> {
    const name = cleanFileName(upload.name);
    const before = await this.before(this.database, actor, upload.clientId, name);
    if (before) return before;
    await this.refuseFullDisk(upload.byteSize ?? 0);
    const arrived = await this.receiveBytes.run(upload, this.mostMegabytes, () => problem('import.too-large', this.limit));
    try {
      const history = await this.read(arrived.path);
      return await this.keep(actor, { clientId: upload.clientId, name, path: arrived.path }, history);
    } finally {
      await this.store.discard([arrived.path]);
    }
  }

  private async refuseFullDisk(byteSize: number): Promise<void> {
    if ((await this.files.freeBytes()) < byteSize + spareBytes) throw problem('import.no-space');
  }

  /** Read to its end once, before anything comes in: half a file is noticed now, and no small one unpacks without end. */
  private async read(path: string): Promise<History> {
    const file = await fileAt(path);
    const mostBytes = this.mostMegabytes * 1_000_000 * mostTimesUnpacked;
    let byteSize = 0;
    try {
      for await (const chunk of file.read()) {
        byteSize += chunk.length;
        if (byteSize > mostBytes) throw problem('import.unpacks-too-large', this.limit);
      }
      return { source: await sourceOf(file), hash: file.hash, byteSize };
    } catch (error) {
      if (error instanceof CutOff) throw problem('import.cut-off');
      if (error instanceof NoHistory) throw problem('import.not-a-history');
      throw error;
    }
  }

  private async keep(
    actor: Actor,
    { clientId, name, path }: { clientId: ClientId; name: string; path: string },
    { source, hash, byteSize }: History,
  ): Promise<ImportView> {
    const id = importId.parse(uuid());
    const now = this.clock.now();
    // Before the file is kept: whatever happens from here on, somebody comes and looks whether it is needed.
    const keptUntil = await this.unitOfWork.run((tx) => keepForADay(tx, id, now));
    return againWhen(['import_runs_client_id'], () =>
      this.unitOfWork.run(async (tx) => {
        const before = await this.before(tx, actor, clientId, name);
        if (before) return before;
        const asked = { id, clientId, broughtBy: actor.personId, fileName: name, fileHash: hash, source, byteSize: String(byteSize) };
        await tx.insert(ImportRun, { ...asked, state: 'received', keptUntil, startedAt: now, changedAt: now });
        await this.files.keep(id, path);
        const view = await this.before(tx, actor, clientId, name);
        if (!view) throw problem('internal');
        return view;
      }),
    );
  }

  /** What an earlier request with this client id kept. @throws client-id.reused when that had another name */
  private async before(reader: Reader, actor: Actor, clientId: ClientId, name: string): Promise<ImportView | null> {
    const kept = await reader.one(importByClientId, [actor.personId, clientId]);
    if (kept && kept.fileName !== name) throw problem('client-id.reused');
    return kept && importViewFor(actor.personId, kept);
  }

  private get mostMegabytes(): number {
    return this.config.settings.LANDBRIDGE_MOST_IMPORT_MB;
  }

  private get limit() {
    return { detail: `The limit is ${this.mostMegabytes} MB.` };
  }
}
