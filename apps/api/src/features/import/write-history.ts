import { Injectable } from '@nestjs/common';
import type { LineOf } from '@landbridge/contract/import';
import type { Tx } from '../../platform/database/unit-of-work.ts';
import { renderMarkdown, rendererVersion } from '../threads/index.ts';
import type { Accepted, Batch } from './batch.ts';
import { WriteBodies } from './write-bodies.ts';
import {
  addPeople,
  changeIssues,
  changeMessages,
  countReactions,
  dateAnswers,
  hearUnits,
  inviteUnits,
  keepRead,
  lockThreads,
  moveThreads,
  strayAnswers,
  threadsOf,
  writeAnswers,
  writeFollows,
  writeIssues,
  writeIssueThreads,
  writeMentions,
  writeMessages,
  writeQuotes,
  writeReactions,
  writeThreads,
} from './write-conversations.ts';
import { LineRefused } from './line-refused.ts';
import { lastOfEach } from './write-organisation.ts';

/** Issues, threads and what was said in them, each type in one statement or two. Nothing here tells anybody anything. */
@Injectable()
export class WriteHistory {
  async run(tx: Tx, batch: Batch): Promise<void> {
    await this.issues(tx, batch);
    await this.threads(tx, batch);
    await this.messages(tx, batch);
    await this.reactions(tx, batch);
    await this.answers(tx, batch);
    const follows = batch.of('follow').map(({ line }) => {
      return { thread: batch.ours('thread', line.thread), person: batch.ours('person', line.person), read: line.read };
    });
    if (follows.length > 0) await tx.rows(writeFollows, [JSON.stringify(follows)]);
  }

  private async issues(tx: Tx, batch: Batch): Promise<void> {
    const issues = batch.of('issue').map(({ number, id, line, isNew }) => ({
      ...issueRow(line),
      n: number,
      id,
      isNew,
      community: batch.ours('community', line.community),
      author: batch.ours('person', line.author),
      from: batch.known.nameOf(line.id).source,
    }));
    if (issues.length === 0) return;
    const rows = lastOfEach(issues);
    const [fresh, changed] = [rows.filter(({ isNew }) => isNew), rows.filter(({ isNew }) => !isNew)];
    if (fresh.length > 0) {
      await tx.rows(writeIssues, [JSON.stringify(fresh), rendererVersion]);
      const sources = JSON.stringify(Object.fromEntries(fresh.map(({ id, from }) => [id, from])));
      await tx.rows(writeIssueThreads, [JSON.stringify(fresh), sources]);
    }
    if (changed.length > 0) await tx.rows(changeIssues, [JSON.stringify(changed), rendererVersion]);
  }

  /** The conversation of an issue came with it. */
  private async threads(tx: Tx, batch: Batch): Promise<void> {
    const threads = batch
      .of('thread')
      .filter(({ line }) => line.issue === undefined)
      .map(({ number, id, line }) => ({
        ...line,
        n: number,
        id,
        community: batch.ours('community', line.community),
        convener: batch.ours('person', line.convener),
        units: (line.units ?? []).map((unit) => batch.ours('unit', unit)),
        people: (line.people ?? []).map((person) => batch.ours('person', person)),
        from: batch.known.nameOf(line.id).source,
      }));
    if (threads.length === 0) return;
    const rows = JSON.stringify(lastOfEach(threads));
    await tx.rows(writeThreads, [rows]);
    await tx.rows(inviteUnits, [rows]);
    await tx.rows(addPeople, [rows]);
  }

  /** Positions and events follow the order of the file within each thread. */
  private async messages(tx: Tx, batch: Batch): Promise<void> {
    const messages = batch.of('message');
    if (messages.length === 0) return;
    const threadIds = [...new Set(messages.flatMap(({ line }) => batch.ours('thread', line.thread) ?? []))];
    const before = new Map((await tx.rows(lockThreads, [threadIds])).map((thread) => [thread.id, thread]));
    const bodies = await new WriteBodies(batch.known).run(tx, messages);
    const places = new Map([...before].map(([id, { lastSeq, lastPosition }]) => [id, { id, lastSeq, lastPosition }]));
    const homes = await this.homesOfTargets(tx, batch);
    const rows = messages.map(({ id, line, isNew }) => {
      const thread = batch.ours('thread', line.thread) ?? '';
      homes.set(id, thread);
      const place = places.get(thread) ?? { id: thread, lastSeq: 0, lastPosition: 0 };
      place.lastSeq += 1;
      if (isNew) place.lastPosition += 1;
      const target = batch.ours('message', line.replyTo);
      // A reply shows the first line of what it answers, which belongs to the readers of that thread.
      const replyTo = target !== null && homes.get(target) === thread ? target : null;
      const numbers = { position: place.lastPosition, seq: place.lastSeq };
      return { ...messageRow(batch, line), ...bodies.get(id), id, isNew, thread, replyTo, ...numbers };
    });
    const fresh = rows.filter(({ isNew }) => isNew);
    const changed = rows.filter(({ isNew }) => !isNew);
    await tx.rows(writeMessages, [JSON.stringify(fresh)]);
    if (changed.length > 0) await tx.rows(changeMessages, [JSON.stringify(lastOfEach(changed))]);
    const said = fresh.map(({ id, thread, position, author, at }) => ({ id, thread, position, author, at }));
    await tx.rows(moveThreads, [JSON.stringify(said), JSON.stringify([...places.values()])]);
    await tx.rows(keepRead, [JSON.stringify([...before.values()].map(({ id, lastPosition }) => ({ id, before: lastPosition })))]);
    await tx.rows(hearUnits, [threadIds]);
    const named = rows.flatMap(({ id, mentionIds = [] }) => (mentionIds.length > 0 ? [{ message: id, ids: mentionIds }] : []));
    if (named.length > 0) await tx.rows(writeMentions, [JSON.stringify(named)]);
    const quoted = rows.flatMap(({ id, sourceIds = [] }) => (sourceIds.length > 0 ? [{ message: id, ids: sourceIds }] : []));
    if (quoted.length > 0) await tx.rows(writeQuotes, [JSON.stringify(quoted)]);
  }

  /** In which threads the messages stand that are answered. */
  private async homesOfTargets(tx: Tx, batch: Batch): Promise<Map<string, string>> {
    const targets = batch.of('message').flatMap(({ line }) => batch.ours('message', line.replyTo) ?? []);
    if (targets.length === 0) return new Map();
    return new Map((await tx.rows(threadsOf, [[...new Set(targets)]])).map(({ id, threadId }) => [id, threadId]));
  }

  private async reactions(tx: Tx, batch: Batch): Promise<void> {
    const reactions = batch.of('reaction').map(({ line, isNew }) => {
      return {
        message: batch.ours('message', line.message),
        person: batch.ours('person', line.person),
        emoji: line.emoji,
        at: line.at,
        isNew,
      };
    });
    if (reactions.length === 0) return;
    await tx.rows(writeReactions, [JSON.stringify(reactions)]);
    await tx.rows(countReactions, [[...new Set(reactions.map(({ message }) => message))]]);
  }

  private async answers(tx: Tx, batch: Batch): Promise<void> {
    const answers = batch.of('answer').map(({ line, isNew }) => {
      return { issue: batch.ours('issue', line.issue), message: batch.ours('message', line.message), at: line.at, isNew };
    });
    if (answers.length === 0) return;
    const rows = JSON.stringify(answers);
    if (await tx.one(strayAnswers, [rows])) throw new LineRefused('The message is not one of the conversation of the issue.');
    await tx.rows(writeAnswers, [rows]);
    await tx.rows(dateAnswers, [[...new Set(answers.map(({ issue }) => issue))]]);
  }
}

const issueRow = (line: Accepted<LineOf<'issue'>>['line']) => {
  const state = line.state ?? 'open';
  const situation = line.situation ?? '';
  return {
    ...line,
    situation,
    situationHtml: renderMarkdown(situation).html,
    triedHtml: renderMarkdown(line.tried ?? '').html,
    outcomeHtml: renderMarkdown(line.outcome ?? '').html,
    state,
    // What it was before the archive is not in the file; an outcome says that it was told.
    stateBefore: state === 'archived' ? (line.outcome === undefined ? 'open' : 'outcome-told') : null,
    urgent: line.urgent === true && state === 'open',
  };
};

const messageRow = (batch: Batch, line: LineOf<'message'>) => ({
  author: batch.ours('person', line.author),
  at: line.at,
  editedAt: line.editedAt,
  from: batch.known.nameOf(line.id).source,
});
