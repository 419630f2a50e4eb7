import { Agent, request, type RequestOptions } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';

export const now = (): number => performance.timeOrigin + performance.now();

/** Begins something at an even rate whatever becomes of it, so that waiting is measured and not left out. `at` is when it was due, in milliseconds. */
export const atEvenRate = async <T>(
  { rate, seconds }: { readonly rate: number; readonly seconds: number },
  begin: (n: number, at: number) => Promise<T>,
): Promise<T[]> => {
  const begun = now();
  const all: Promise<T>[] = [];
  for (let n = 0; n < rate * seconds; n++) {
    const at = begun + (n * 1_000) / rate;
    const early = at - now();
    if (early > 1) await wait(early);
    all.push(begin(n, at));
  }
  return Promise.all(all);
};

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

/** One request. @returns milliseconds from when it was due to the end of its answer. @throws when the answer has another status */
export const timed = (url: string, { at, status, body, ...options }: RequestOptions & { at: number; status: number; body?: string }) =>
  new Promise<number>((resolve, reject) => {
    const sent = request(url, { agent, ...options });
    sent.on('response', (answer) => {
      answer.resume();
      answer.on('end', () =>
        answer.statusCode === status ? resolve(now() - at) : reject(new Error(`${url} was answered ${answer.statusCode}.`)),
      );
    });
    sent.on('error', reject);
    sent.end(body);
  });
