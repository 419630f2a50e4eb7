import { Controller } from '@nestjs/common';
import type { InputOf } from '@landbridge/contract';
import { getPerson, invitePerson, invitePersonAgain, listPeople, moveToUnit } from '@landbridge/contract/people';
import { z } from 'zod';
import { cursorText, cutPage, likeText, readCursor, writeCursor } from '../../platform/database/cursor.ts';
import { Database } from '../../platform/database/database.ts';
import { Endpoint } from '../../platform/http/endpoint.ts';
import { problem } from '../../platform/http/problem-error.ts';
import type { Actor } from '../../platform/sign-in/actor.ts';
import { InvitePerson } from './invite-person.ts';
import { MoveToUnit } from './move-to-unit.ts';
import { peoplePage, personPage } from './people.queries.ts';

const place = z.tuple([cursorText, z.uuid()]);

@Controller()
export class PeopleController {
  constructor(
    private readonly database: Database,
    private readonly invitePerson: InvitePerson,
    private readonly moveToUnit: MoveToUnit,
  ) {}

  @Endpoint(listPeople)
  async list(_actor: Actor, { query }: InputOf<typeof listPeople>) {
    const [name, id] = readCursor(query.cursor, place) ?? [null, null];
    const rows = await this.database.rows(peoplePage, [likeText(query.q), name, id, query.limit + 1]);
    const { page, hasMore } = cutPage(rows, query.limit);
    const last = page.at(-1);
    return { people: page.map((row) => row.summary), nextCursor: hasMore && last ? writeCursor([last.sortName, last.summary.id]) : null };
  }

  @Endpoint(getPerson)
  async get(actor: Actor, { params }: InputOf<typeof getPerson>) {
    const person = await this.database.json(personPage, [params.personId, actor.personId]);
    if (!person) throw problem('person.not-found');
    return person;
  }

  @Endpoint(invitePerson)
  invite(actor: Actor, { body }: InputOf<typeof invitePerson>) {
    return this.invitePerson.run(actor, body);
  }

  @Endpoint(invitePersonAgain)
  inviteAgain(_actor: Actor, { params }: InputOf<typeof invitePersonAgain>) {
    return this.invitePerson.again(params.personId);
  }

  @Endpoint(moveToUnit)
  move(_actor: Actor, { params, body }: InputOf<typeof moveToUnit>) {
    return this.moveToUnit.run(params.personId, body);
  }
}
