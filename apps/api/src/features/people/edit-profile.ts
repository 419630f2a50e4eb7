import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import type { PersonId } from '@landbridge/contract';
import type { OwnProfile } from '@landbridge/contract/people';
import type { Reader } from '../../platform/database/reader.ts';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import { problem } from '../../platform/http/problem-error.ts';
import type { Actor } from '../../platform/sign-in/actor.ts';
import { Person } from '../identity/index.ts';
import { PersonWorlds } from './person-worlds.entity.ts';
import { ownTexts, ownWorlds } from './profile.queries.ts';
import { renderAbout } from './render-about.ts';

/** People say of themselves what they like; nobody else does. */
@Injectable()
export class EditProfile {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async get(reader: Reader, id: PersonId): Promise<OwnProfile> {
    const texts = await reader.one(ownTexts, [id]);
    if (!texts) throw problem('person.not-found');
    return { ...texts, worlds: (await reader.one(ownWorlds, [id]))?.text ?? '' };
  }

  run(actor: Actor, { version, ...wanted }: OwnProfile): Promise<OwnProfile> {
    const id = actor.personId;
    return this.unitOfWork.run(async (tx) => {
      const stored = await this.get(tx, id);
      // The same change sent again finds itself done.
      if (isDeepStrictEqual({ ...wanted, version: stored.version }, { ...stored })) return stored;
      if (stored.version !== version) throw problem('version.stale', { current: stored });
      const { worlds, ...texts } = wanted;
      const next = version + 1;
      await tx.update(Person, { id }, { ...texts, aboutHtml: renderAbout(texts.about), profileVersion: next });
      await tx.insertOnce(PersonWorlds, { personId: id, text: worlds });
      await tx.update(PersonWorlds, { personId: id }, { text: worlds });
      return { version: next, ...wanted };
    });
  }
}
