import { Injectable } from '@nestjs/common';
import type { InputOf, PersonId } from '@landbridge/contract';
import { preferencesChanged, type changePassword, type changePreferences, type Preferences } from '@landbridge/contract/identity';
import { Database } from '../../platform/database/database.ts';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import { problem } from '../../platform/http/problem-error.ts';
import { personRoom } from '../../platform/realtime/rooms.ts';
import type { Actor } from '../../platform/sign-in/actor.ts';
import { preferencesOf, personById } from './identity.queries.ts';
import { hashPassword, passwordMatches, refuseWeakPassword } from './passwords.ts';
import { Person } from './person.entity.ts';
import { SignIns } from './sign-ins.ts';

type PreferencesListener = (personId: PersonId, preferences: Preferences) => void;

@Injectable()
export class ChangeOwnAccount {
  private readonly listeners: PreferencesListener[] = [];

  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly signIns: SignIns,
  ) {}

  /** Runs after the commit when somebody changed how the product behaves for them. */
  onPreferencesChanged(act: PreferencesListener): void {
    this.listeners.push(act);
  }

  async changePreferences(actor: Actor, wanted: InputOf<typeof changePreferences>['body']): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      if (Object.keys(wanted).length > 0) await tx.update(Person, { id: actor.personId }, wanted);
      const preferences = await tx.one(preferencesOf, [actor.personId]);
      if (!preferences) return;
      tx.tell(personRoom(actor.personId), preferencesChanged, { preferences });
      tx.afterCommit(() => {
        for (const act of this.listeners) act(actor.personId, preferences);
      });
    });
  }

  async changePassword(actor: Actor, { present, password }: InputOf<typeof changePassword>['body']): Promise<void> {
    const person = await this.database.one(personById, [actor.personId]);
    if (!person || !(await passwordMatches(person.passwordHash, present))) throw problem('password.no-match');
    refuseWeakPassword(password, person);
    const passwordHash = await hashPassword(password);
    await this.unitOfWork.run(async (tx) => {
      await tx.update(Person, { id: actor.personId }, { passwordHash });
      await this.signIns.endOthers(tx, actor.personId, actor.signInId);
    });
  }
}
