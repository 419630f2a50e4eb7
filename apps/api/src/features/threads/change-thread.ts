import { Injectable } from '@nestjs/common';
import type { InputOf, ThreadId } from '@landbridge/contract';
import type { ClosingTag, changeThread, ThreadAbility } from '@landbridge/contract/threads';
import { Clock } from '../../platform/clock/clock.ts';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work.ts';
import { problem } from '../../platform/http/problem-error.ts';
import type { Actor } from '../../platform/sign-in/actor.ts';
import { ThreadAccess } from './thread.access.ts';
import type { ThreadStanding } from './thread.facts.ts';
import { ThreadTelling } from './thread-telling.ts';
import { threadById } from './threads.queries.ts';

/** What can be changed of a thread. `closedAs` is null while it is open. */
interface State {
  readonly title: string;
  readonly question: string;
  readonly isClosed: boolean;
  readonly closedAs: ClosingTag | null;
}

/** Renames, closes, reopens. A closed thread stays readable. */
@Injectable()
export class ChangeThread {
  constructor(
    private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    private readonly access: ThreadAccess,
    private readonly telling: ThreadTelling,
  ) {}

  run(actor: Actor, id: ThreadId, { version, ...wanted }: InputOf<typeof changeThread>['body']) {
    return this.unitOfWork.run(async (tx) => {
      const thread = await this.access.forChange(tx, actor.personId, id, 'read');
      const before = stateOf(thread);
      const next = nextState(before, wanted, thread.communityId === null);
      if (!isSame(before, next)) {
        for (const ability of neededFor(before, next)) await this.access.get(tx, actor.personId, id, ability);
        if (thread.version !== version) throw problem('version.stale', { current: { ...before, version: thread.version } });
        await this.change(tx, thread, next);
      }
      const changed = await tx.json(threadById, [id, actor.personId]);
      if (!changed) throw problem('thread.not-found');
      return changed;
    });
  }

  private async change(tx: Tx, thread: ThreadStanding, { isClosed, ...next }: State): Promise<void> {
    const closedAt = isClosed ? (thread.closedAt ?? this.clock.now()) : null;
    await this.telling.change(tx, thread, { ...next, closedAt });
    await this.telling.lists(tx, thread);
  }
}

const stateOf = ({ title, question, closedAt, closedAs }: ThreadStanding): State => ({
  title,
  question,
  isClosed: closedAt !== null,
  closedAs,
});

/** @throws thread.needs-closing-tag: a thread across units is closed with a word for what it was */
const nextState = (before: State, wanted: Partial<State>, isCrossUnit: boolean): State => {
  const next = { ...before, ...wanted };
  if (!isCrossUnit) return { ...next, question: '', closedAs: null };
  if (next.isClosed && next.closedAs === null) throw problem('thread.needs-closing-tag');
  return { ...next, closedAs: next.isClosed ? next.closedAs : null };
};

const isSame = (one: State, other: State): boolean =>
  (['title', 'question', 'isClosed', 'closedAs'] as const).every((part) => one[part] === other[part]);

const neededFor = (before: State, next: State): ThreadAbility[] => {
  const needed: ThreadAbility[] = before.title === next.title && before.question === next.question ? [] : ['rename'];
  if (before.isClosed !== next.isClosed) return [...needed, next.isClosed ? 'close' : 'reopen'];
  return before.closedAs === next.closedAs ? needed : [...needed, 'rename'];
};
