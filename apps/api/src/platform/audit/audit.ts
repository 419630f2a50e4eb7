import { Injectable } from '@nestjs/common';
import type { AuditAction, AuditSubjectKind } from '@landbridge/contract/administration';
import { v7 as uuid } from 'uuid';
import { Clock } from '../clock/clock.ts';
import type { Tx } from '../database/unit-of-work.ts';
import type { Actor } from '../sign-in/actor.ts';
import { AuditEntry } from './audit-entry.entity.ts';

export interface Audited {
  readonly action: AuditAction;
  readonly subject: { readonly kind: AuditSubjectKind; readonly id: string | null };
  /** Names and days that say what was done; no text that somebody wrote to others. */
  readonly details?: Readonly<Record<string, string>>;
}

/** Notes who did what with an administrator's right, in the transaction that does it: one is not there without the other. */
@Injectable()
export class Audit {
  constructor(private readonly clock: Clock) {}

  async note(tx: Tx, actor: Pick<Actor, 'personId'>, { action, subject, details = {} }: Audited): Promise<void> {
    await tx.insert(AuditEntry, {
      id: uuid(),
      at: this.clock.now(),
      actorId: actor.personId,
      action,
      subjectKind: subject.kind,
      subjectId: subject.id,
      details,
    });
  }
}
