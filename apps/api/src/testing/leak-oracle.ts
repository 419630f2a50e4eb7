import { randomBytes } from 'node:crypto';
import type { Received } from './test-person.ts';

/** A private text that can be recognised wherever it turns up, and the names of those whom it may reach. */
interface Canary {
  readonly word: string;
  readonly about: string;
  readonly mayReach: ReadonlySet<string>;
}

/** Somebody, or something that is read by many (logs, figures), with everything that reached it. */
export interface Audience {
  readonly name: string;
  readonly received: readonly Received[];
}

export interface Leak {
  readonly about: string;
  readonly reached: string;
  readonly by: string;
}

/** Hands out private texts and finds them again in what everybody received. */
export class LeakOracle {
  private readonly canaries: Canary[] = [];

  /** A word for a private text. It begins with `canary`, so that a search for that finds every one of them. */
  word(about: string, mayReach: readonly string[]): string {
    const word = `canary${randomBytes(9).toString('hex')}`;
    this.canaries.push({ word, about, mayReach: new Set(mayReach) });
    return word;
  }

  /** Every private text that reached somebody who may not see it, each once per way it came by. */
  leaks(audiences: readonly Audience[]): Leak[] {
    const found = audiences.flatMap(({ name, received }) =>
      this.canaries.flatMap(({ word, about, mayReach }) =>
        mayReach.has(name) ? [] : received.filter(({ text }) => holds(text, word)).map(({ by }) => ({ about, reached: name, by })),
      ),
    );
    return [...new Map(found.map((leak) => [JSON.stringify(leak), leak])).values()];
  }

  /** Private texts that reached none of those who may see them: a run that never shows them proves nothing. */
  unseen(audiences: readonly Audience[]): string[] {
    return this.canaries
      .filter(
        ({ word, mayReach }) =>
          !audiences.some(({ name, received }) => mayReach.has(name) && received.some(({ text }) => holds(text, word))),
      )
      .map(({ about }) => about);
  }
}

/** Also where capital and small letters were changed on the way. */
const holds = (text: string, word: string): boolean => text.toLowerCase().includes(word);
