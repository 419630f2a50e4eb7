import { Injectable } from '@nestjs/common';
import type { PersonId } from '@landbridge/contract';
import type { LinkPurpose } from '@landbridge/contract/identity';
import { v7 as uuid } from 'uuid';
import { Clock } from '../../platform/clock/clock.ts';
import { Config } from '../../platform/config/config.ts';
import type { Tx } from '../../platform/database/unit-of-work.ts';
import { SingleUseLink } from './single-use-link.entity.ts';
import { hashToken, newToken } from './tokens.ts';

const hour = 3_600_000;
const validForMs: Readonly<Record<LinkPurpose, number>> = { invitation: 14 * 24 * hour, 'password-reset': hour, 'sign-in': hour };

export interface NewLink {
  readonly url: string;
  readonly expiresAt: Date;
}

@Injectable()
export class SingleUseLinks {
  constructor(
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** Makes a link; former ones of the same purpose stop working. Its token is in the answer and nowhere else. */
  async create(tx: Tx, personId: PersonId, purpose: LinkPurpose): Promise<NewLink> {
    const token = newToken();
    const now = this.clock.now();
    const expiresAt = new Date(now.getTime() + validForMs[purpose]);
    await tx.delete(SingleUseLink, { personId, purpose });
    await tx.insert(SingleUseLink, { id: uuid(), personId, purpose, tokenHash: hashToken(token), createdAt: now, expiresAt });
    return { url: `${this.config.publicUrl}/link/${token}`, expiresAt };
  }
}
