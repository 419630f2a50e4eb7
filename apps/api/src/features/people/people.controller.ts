import { Controller } from '@nestjs/common';
import type { InputOf } from '@landbridge/contract';
import {
  appointManager,
  bringBackPerson,
  deactivatePerson,
  dismissManager,
  giveRole,
  importPeople,
  invitePerson,
  invitePersonAgain,
  listAccounts,
  moveToUnit,
  readPeopleFile,
  takeRole,
} from '@landbridge/contract/people';
import { z } from 'zod';
import { cursorText, cutPage, likeText, readCursor, writeCursor } from '../../platform/database/cursor.ts';
import { Database } from '../../platform/database/database.ts';
import { Endpoint } from '../../platform/http/endpoint.ts';
import type { Actor } from '../../platform/sign-in/actor.ts';
import { ChangeRoles } from './change-roles.ts';
import { DeactivatePerson } from './deactivate-person.ts';
import { ImportPeople } from './import-people.ts';
import { InvitePerson } from './invite-person.ts';
import { MoveToUnit } from './move-to-unit.ts';
import { accountsPage } from './people.queries.ts';

const place = z.tuple([cursorText, z.uuid()]);

@Controller()
export class PeopleController {
  constructor(
    private readonly database: Database,
    private readonly invitePerson: InvitePerson,
    private readonly moveToUnit: MoveToUnit,
    private readonly deactivatePerson: DeactivatePerson,
    private readonly changeRoles: ChangeRoles,
    private readonly importPeople: ImportPeople,
  ) {}

  @Endpoint(invitePerson)
  invite(actor: Actor, { body }: InputOf<typeof invitePerson>) {
    return this.invitePerson.run(actor, body);
  }

  @Endpoint(invitePersonAgain)
  inviteAgain(actor: Actor, { params }: InputOf<typeof invitePersonAgain>) {
    return this.invitePerson.again(actor, params.personId);
  }

  @Endpoint(moveToUnit)
  move(actor: Actor, { params, body }: InputOf<typeof moveToUnit>) {
    return this.moveToUnit.run(actor, params.personId, body);
  }

  @Endpoint(listAccounts)
  async accounts(_actor: Actor, { query }: InputOf<typeof listAccounts>) {
    const [name, id] = readCursor(query.cursor, place) ?? [null, null];
    const rows = await this.database.rows(accountsPage, [likeText(query.q), query.show === 'active', name, id, query.limit + 1]);
    const { page, hasMore } = cutPage(rows, query.limit);
    const last = page.at(-1);
    return {
      accounts: page.map((row) => row.account),
      nextCursor: hasMore && last ? writeCursor([last.sortName, last.account.person.id]) : null,
    };
  }

  @Endpoint(deactivatePerson)
  deactivate(actor: Actor, { params }: InputOf<typeof deactivatePerson>) {
    return this.deactivatePerson.run(actor, params.personId);
  }

  @Endpoint(bringBackPerson)
  bringBack(actor: Actor, { params }: InputOf<typeof bringBackPerson>) {
    return this.deactivatePerson.bringBack(actor, params.personId);
  }

  @Endpoint(giveRole)
  give(actor: Actor, { params }: InputOf<typeof giveRole>) {
    return this.changeRoles.give(actor, params.personId, params.role);
  }

  @Endpoint(takeRole)
  take(actor: Actor, { params }: InputOf<typeof takeRole>) {
    return this.changeRoles.take(actor, params.personId, params.role);
  }

  @Endpoint(appointManager)
  appoint(actor: Actor, { params }: InputOf<typeof appointManager>) {
    return this.changeRoles.appointManager(actor, params);
  }

  @Endpoint(dismissManager)
  dismiss(actor: Actor, { params }: InputOf<typeof dismissManager>) {
    return this.changeRoles.dismissManager(actor, params);
  }

  @Endpoint(readPeopleFile)
  readFile(_actor: Actor, { body }: InputOf<typeof readPeopleFile>) {
    return this.importPeople.check(Buffer.from(body.content, 'base64'));
  }

  @Endpoint(importPeople)
  import(actor: Actor, { body }: InputOf<typeof importPeople>) {
    return this.importPeople.run(actor, body);
  }
}
