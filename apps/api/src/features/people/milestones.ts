import { Injectable } from '@nestjs/common';
import type { MilestoneId, PersonId } from '@landbridge/contract';
import type { Milestone as View, MilestoneKind } from '@landbridge/contract/people';
import { v7 as uuid } from 'uuid';
import type { Reader } from '../../platform/database/reader.ts';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work.ts';
import { problem } from '../../platform/http/problem-error.ts';
import type { Actor } from '../../platform/sign-in/actor.ts';
import { organisationNow } from '../organisation/index.ts';
import { Milestone } from './milestone.entity.ts';
import { milestoneOf, milestonesOf } from './profile.queries.ts';

export interface Happening {
  readonly personId: PersonId;
  readonly kind: MilestoneKind;
  /** The community, issue or thread it happened in. */
  readonly sourceId: string;
  readonly title: string;
  /** A path inside the product. */
  readonly link: string;
}

/** Those of these sources that the viewer may read; null is somebody who belongs to nothing. */
type Sight = (reader: Reader, viewerId: PersonId | null, sourceIds: readonly string[]) => Promise<readonly string[]>;

/** A person's way: the product notes what happens, its subject decides who sees it. */
@Injectable()
export class Milestones {
  private readonly sights = new Map<MilestoneKind, Sight>();

  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** The feature that notes a kind also says who may read where it happened; until one does, nobody sees it. */
  areSeenBy(kind: MilestoneKind, sight: Sight): void {
    this.sights.set(kind, sight);
  }

  /** Notes it once; a first time stays the first. */
  async note(tx: Tx, happening: Happening): Promise<void> {
    const happenedOn = (await tx.one(organisationNow, []))?.today;
    if (happenedOn) await tx.insertOnce(Milestone, { id: uuid(), happenedOn, ...happening });
  }

  /** The milestones of a person that the viewer may see, the newest first. */
  async of(reader: Reader, personId: PersonId, viewerId: PersonId | null): Promise<View[]> {
    const rows = await reader.rows(milestonesOf, [personId, personId === viewerId]);
    const kinds = [...new Set(rows.map(({ kind }) => kind))];
    const seen = await Promise.all(
      kinds.map(async (kind) => {
        const sourceIds = rows.filter((row) => row.kind === kind).map(({ sourceId }) => sourceId);
        return (await this.sights.get(kind)?.(reader, viewerId, sourceIds)) ?? [];
      }),
    );
    const visible = new Set(seen.flat());
    return rows
      .filter(({ sourceId }) => visible.has(sourceId))
      .map(({ id, kind, happenedOn, title, link, isPrivate }) => ({ id, kind, happenedOn, title, link, isPrivate }));
  }

  async show(actor: Actor, id: MilestoneId, isPrivate: boolean): Promise<View> {
    return this.unitOfWork.run(async (tx) => {
      await tx.update(Milestone, { id, personId: actor.personId }, { visibility: isPrivate ? 'private' : 'organisation' });
      const milestone = await tx.one(milestoneOf, [id, actor.personId]);
      if (!milestone) throw problem('milestone.not-found');
      return milestone;
    });
  }
}
