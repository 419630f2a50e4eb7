import { Controller } from '@nestjs/common';
import type { InputOf } from '@landbridge/contract';
import { editProfile, getOwnProfile, getPerson, listPeople, showMilestone } from '@landbridge/contract/people';
import { z } from 'zod';
import { cursorText, cutPage, likeText, readCursor, writeCursor } from '../../platform/database/cursor.ts';
import { Database } from '../../platform/database/database.ts';
import { Endpoint } from '../../platform/http/endpoint.ts';
import { problem } from '../../platform/http/problem-error.ts';
import type { Actor } from '../../platform/sign-in/actor.ts';
import { EditProfile } from './edit-profile.ts';
import { Knowledge } from './knowledge.ts';
import { Milestones } from './milestones.ts';
import { peoplePage, peopleWhoKnow, profileOf } from './profile.queries.ts';
import { renderAbout } from './render-about.ts';

const place = z.tuple([cursorText, z.uuid()]);

/** Who people are, and who knows what. */
@Controller()
export class ProfileController {
  constructor(
    private readonly database: Database,
    private readonly knowledge: Knowledge,
    private readonly milestones: Milestones,
    private readonly editProfile: EditProfile,
  ) {}

  @Endpoint(listPeople)
  async list(actor: Actor, { query }: InputOf<typeof listPeople>) {
    const rows = await (query.by === 'knowledge' && query.q !== '' ? this.whoKnow(actor, query) : this.byName(query));
    const { page, hasMore } = cutPage(rows, query.limit);
    const last = page.at(-1);
    return {
      people: page.map(({ summary, title, reasons }) => ({ ...summary, title, reasons })),
      nextCursor: hasMore && last ? writeCursor([last.sortName, last.summary.id]) : null,
    };
  }

  @Endpoint(getPerson)
  async get(actor: Actor, { params, query }: InputOf<typeof getPerson>) {
    const viewerId = query.as === 'others' ? null : actor.personId;
    const person = await this.database.one(profileOf, [params.personId, viewerId]);
    if (!person) throw problem('person.not-found');
    const { about, aboutHtml, ...profile } = person;
    return {
      ...profile,
      aboutHtml: aboutHtml ?? renderAbout(about),
      milestones: await this.milestones.of(this.database, person.id, viewerId),
      can: { edit: person.id === viewerId },
    };
  }

  @Endpoint(getOwnProfile)
  own(actor: Actor) {
    return this.editProfile.get(this.database, actor.personId);
  }

  @Endpoint(editProfile)
  edit(actor: Actor, { body }: InputOf<typeof editProfile>) {
    return this.editProfile.run(actor, body);
  }

  @Endpoint(showMilestone)
  show(actor: Actor, { params, body }: InputOf<typeof showMilestone>) {
    return this.milestones.show(actor, params.milestoneId, body.isPrivate);
  }

  private async byName(query: InputOf<typeof listPeople>['query']) {
    const [name, id] = readCursor(query.cursor, place) ?? [null, null];
    const rows = await this.database.rows(peoplePage, [likeText(query.q), name, id, query.limit + 1]);
    return rows.map((row) => ({ ...row, reasons: [] }));
  }

  private async whoKnow(actor: Actor, query: InputOf<typeof listPeople>['query']) {
    const [name, id] = readCursor(query.cursor, place) ?? [null, null];
    const found = await this.knowledge.find(this.database, actor.personId, query.q);
    const values = [likeText(query.q), name, id, query.limit + 1, [...found.keys()], query.q];
    const rows = await this.database.rows(peopleWhoKnow, values);
    return rows.map((row) => ({ ...row, reasons: [...row.reasons, ...(found.get(row.summary.id) ?? [])] }));
  }
}
