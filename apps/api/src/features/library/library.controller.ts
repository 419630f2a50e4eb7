import { Controller } from '@nestjs/common';
import type { ArtifactId, InputOf } from '@landbridge/contract';
import {
  editArtifact,
  getArtifact,
  getArtifactVersion,
  keepArtifact,
  listArtifacts,
  listArtifactVersions,
  type ArtifactView,
} from '@landbridge/contract/library';
import { z } from 'zod';
import { cursorInstant, cutPage, likeText, readCursor, writeCursor } from '../../platform/database/cursor.ts';
import { Database } from '../../platform/database/database.ts';
import { allWords } from '../../platform/database/text-query.ts';
import { Endpoint } from '../../platform/http/endpoint.ts';
import { problem } from '../../platform/http/problem-error.ts';
import type { Actor } from '../../platform/sign-in/actor.ts';
import { abilitiesIn, ArtifactAccess } from './artifact.access.ts';
import { EditArtifact } from './edit-artifact.ts';
import { KeepArtifact } from './keep-artifact.ts';
import { artifactPage, artifactsFound, artifactsPage, artifactVersionPage, artifactVersions } from './library.queries.ts';

const place = z.tuple([cursorInstant, z.uuid()]);
const versionPlace = z.tuple([z.int().min(1).max(2_000_000_000)]);

@Controller()
export class LibraryController {
  constructor(
    private readonly database: Database,
    private readonly access: ArtifactAccess,
    private readonly keepArtifact: KeepArtifact,
    private readonly editArtifact: EditArtifact,
  ) {}

  @Endpoint(listArtifacts)
  async list(actor: Actor, { query }: InputOf<typeof listArtifacts>) {
    const [at, id] = readCursor(query.cursor, place) ?? [null, null];
    const values = [actor.personId, query.communityId ?? null, at, id, query.limit];
    const words = allWords(query.q);
    if (query.q !== '' && words === null) return { artifacts: [], nextCursor: null };
    const answer =
      words === null
        ? await this.database.json(artifactsPage, values)
        : await this.database.json(artifactsFound, [...values, words, query.q.toLowerCase(), likeText(query.q)]);
    if (!answer) throw problem('artifact.not-found');
    return answer;
  }

  @Endpoint(keepArtifact)
  async keep(actor: Actor, { body }: InputOf<typeof keepArtifact>) {
    return this.view(actor, await this.keepArtifact.run(actor, body));
  }

  @Endpoint(getArtifact)
  async get(actor: Actor, { params }: InputOf<typeof getArtifact>) {
    return this.view(actor, params.artifactId);
  }

  @Endpoint(editArtifact)
  async edit(actor: Actor, { params, body }: InputOf<typeof editArtifact>) {
    await this.editArtifact.run(actor, params.artifactId, body);
    return this.view(actor, params.artifactId);
  }

  @Endpoint(listArtifactVersions)
  async versions(actor: Actor, { params, query }: InputOf<typeof listArtifactVersions>) {
    await this.access.get(this.database, actor.personId, params.artifactId, 'read');
    const [before] = readCursor(query.cursor, versionPlace) ?? [null];
    const rows = await this.database.rows(artifactVersions, [params.artifactId, before, query.limit + 1]);
    const { page, hasMore } = cutPage(rows, query.limit);
    const last = page.at(-1);
    return { versions: page, nextCursor: hasMore && last ? writeCursor([last.version]) : null };
  }

  @Endpoint(getArtifactVersion)
  async version(actor: Actor, { params }: InputOf<typeof getArtifactVersion>) {
    await this.access.get(this.database, actor.personId, params.artifactId, 'read');
    const written = await this.database.one(artifactVersionPage, [params.artifactId, params.version]);
    if (!written) throw problem('artifact.not-found');
    return written;
  }

  private async view(actor: Actor, id: ArtifactId): Promise<ArtifactView> {
    const standing = await this.access.get(this.database, actor.personId, id, 'read');
    const page = await this.database.one(artifactPage, [id, actor.personId]);
    if (!page) throw problem('artifact.not-found');
    return { ...page.artifact, can: abilitiesIn(standing) };
  }
}
