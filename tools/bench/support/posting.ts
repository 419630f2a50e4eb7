import { fork, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { inRoot } from '../../launcher/paths.ts';
import { atEvenRate, timed } from './even-rate.ts';
import type { Arrivals, ReadersOrder } from './live-readers.ts';
import { quantile } from './report.ts';
import type { World } from './world.ts';

/** What is still under way when the last message was sent. */
const settleMs = 1_500;

export interface PostingOrder {
  readonly url: string;
  readonly world: World;
  /** Posts a second. */
  readonly rate: number;
  readonly seconds: number;
}

/** Sends one message whose text says when it should have been sent. @returns how long its acknowledgement took, in milliseconds */
const post = (url: string, { cookie, thread, at }: { cookie: string; thread: string; at: number }): Promise<number> => {
  const body = JSON.stringify({ clientId: randomUUID(), markdown: `The joint holds, checked at ${at.toFixed(3)} ms by the early shift.` });
  const headers = { cookie, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
  return timed(`${url}/api/threads/${thread}/messages`, { at, status: 201, method: 'POST', headers, body });
};

const postAtRate = ({ url, world, ...pace }: PostingOrder): Promise<number[]> =>
  atEvenRate(pace, (n, at) => {
    const person = world.people[(n * 7) % world.people.length];
    const threads = world.threads[person?.community ?? 0] ?? [];
    return post(url, { cookie: person?.cookie ?? '', thread: threads[n % threads.length] ?? '', at });
  });

const answerOf = <T>(child: ChildProcess): Promise<T> => new Promise((resolve) => child.once('message', (said: T) => resolve(said)));

/** A browser for each person of the world, which reads every thread of their community that the world names. */
export const startReaders = async (url: string, world: World): Promise<ChildProcess> => {
  const child = fork(inRoot('tools/bench/support/live-readers.ts'), [], { serialization: 'advanced' });
  const order: ReadersOrder = {
    url,
    readers: world.people.map(({ cookie, community }) => ({ cookie, threads: world.threads[community] ?? [] })),
  };
  const connected = answerOf(child);
  child.send(order);
  await connected;
  return child;
};

/** Posts at a rate, and how long each took to be acknowledged and to be seen by others, in milliseconds. @throws when an arrival is missing */
export const measurePosts = async (readers: ChildProcess, order: PostingOrder) => {
  const { people, threads } = order.world;
  readers.send('begin');
  const posted = await postAtRate(order);
  await wait(settleMs);
  const collected = answerOf<Arrivals>(readers);
  readers.send('collect');
  const { latenciesMs, sockets } = await collected;
  const wanted = posted.length * (people.length / threads.length);
  if (latenciesMs.length !== wanted || sockets !== people.length)
    throw new Error(`${wanted} arrivals at ${people.length} sockets were due; ${latenciesMs.length} came at ${sockets}.`);
  return {
    acknowledged: quantile(posted, 0.5),
    p50: quantile(latenciesMs, 0.5),
    p99: quantile(latenciesMs, 0.99),
  };
};
