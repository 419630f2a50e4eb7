import { Injectable } from '@nestjs/common';
import { imperativeId, type ImperativeId, type InputOf, type PersonId } from '@landbridge/contract';
import { communityChanged, type changeImperative, type nameImperative } from '@landbridge/contract/communities';
import { v7 as uuid } from 'uuid';
import { Audit } from '../../platform/audit/audit.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { againWhen } from '../../platform/database/again-when.ts';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work.ts';
import { violates } from '../../platform/database/violates.ts';
import { problem } from '../../platform/http/problem-error.ts';
import type { Actor } from '../../platform/sign-in/actor.ts';
import { changedFactsServing } from './communities.queries.ts';
import { communityRoom } from './community.rooms.ts';
import { Imperative } from './imperative.entity.ts';
import { imperativeByClientId, imperativeOf, lockedImperative, lockedServing, possibleOwner } from './imperatives.queries.ts';

/** Names business imperatives of the organisation, changes and closes them. Communities that serve one are told of its new name. */
@Injectable()
export class NameImperative {
  constructor(
    private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: Audit,
  ) {}

  async run(actor: Actor, wanted: InputOf<typeof nameImperative>['body']): Promise<ImperativeId> {
    return refuseTakenName(() =>
      againWhen(['imperatives_client_id', 'imperatives_open_name'], () => this.unitOfWork.run((tx) => this.name(tx, actor, wanted))),
    );
  }

  async change(actor: Actor, id: ImperativeId, { version, ...wanted }: InputOf<typeof changeImperative>['body']): Promise<void> {
    await refuseTakenName(() =>
      this.unitOfWork.run(async (tx) => {
        // Before the imperative: so an edit of a charter waits, and tells the new name.
        await tx.rows(lockedServing, [id]);
        const before = await forChange(tx, id);
        if (before.name === wanted.name && before.ownerId === wanted.ownerId) return;
        if (before.version !== version) throw problem('version.stale', { current: await tx.one(imperativeOf, [actor.personId, id]) });
        if (wanted.ownerId !== before.ownerId) await refuseUnknownOwner(tx, wanted.ownerId);
        await tx.update(Imperative, { id }, { ...wanted, version: version + 1 });
        for (const facts of await tx.rows(changedFactsServing, [id])) tx.tell(communityRoom(facts.communityId), communityChanged, facts);
        if (before.name !== wanted.name)
          await this.note(tx, actor, { action: 'imperative.renamed', id, details: { from: before.name, to: wanted.name } });
        if (before.ownerId !== wanted.ownerId) await this.note(tx, actor, { action: 'imperative.owner-changed', id });
      }),
    );
  }

  async close(actor: Actor, id: ImperativeId): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      if ((await forChange(tx, id)).isClosed) return;
      await tx.update(Imperative, { id }, { closedAt: this.clock.now() });
      await this.note(tx, actor, { action: 'imperative.closed', id });
    });
  }

  async reopen(actor: Actor, id: ImperativeId): Promise<void> {
    await refuseTakenName(() =>
      this.unitOfWork.run(async (tx) => {
        if (!(await forChange(tx, id)).isClosed) return;
        await tx.update(Imperative, { id }, { closedAt: null });
        await this.note(tx, actor, { action: 'imperative.reopened', id });
      }),
    );
  }

  private async name(tx: Tx, actor: Actor, { clientId, ...wanted }: InputOf<typeof nameImperative>['body']): Promise<ImperativeId> {
    const before = await tx.one(imperativeByClientId, [actor.personId, clientId]);
    if (before && (before.name !== wanted.name || before.ownerId !== wanted.ownerId)) throw problem('client-id.reused');
    if (before) return before.id;
    await refuseUnknownOwner(tx, wanted.ownerId);
    const id = imperativeId.parse(uuid());
    await tx.insert(Imperative, { id, ...wanted, madeBy: actor.personId, clientId, madeAt: this.clock.now() });
    await this.note(tx, actor, { action: 'imperative.named', id });
    return id;
  }

  private note(tx: Tx, actor: Actor, { action, id, details }: Noted): Promise<void> {
    return this.audit.note(tx, actor, { action, subject: { kind: 'imperative', id }, details });
  }
}

interface Noted {
  readonly action: 'imperative.named' | 'imperative.renamed' | 'imperative.owner-changed' | 'imperative.closed' | 'imperative.reopened';
  readonly id: ImperativeId;
  readonly details?: Readonly<Record<string, string>>;
}

const forChange = async (tx: Tx, id: ImperativeId) => {
  const imperative = await tx.one(lockedImperative, [id]);
  if (!imperative) throw problem('imperative.not-found');
  return imperative;
};

const refuseUnknownOwner = async (tx: Tx, ownerId: PersonId | null): Promise<void> => {
  if (ownerId && !(await tx.one(possibleOwner, [ownerId]))) throw problem('person.not-found');
};

/** The name of a closed one is free: another may have it meanwhile. */
const refuseTakenName = async <Done>(act: () => Promise<Done>): Promise<Done> => {
  try {
    return await act();
  } catch (error) {
    if (violates(error, 'imperatives_open_name')) throw problem('imperative.name-taken');
    throw error;
  }
};
