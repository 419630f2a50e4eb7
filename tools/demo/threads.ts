import { later, someTimeOn, workingDaysFrom } from './calendar.ts';
import type { Conversation } from './conversation.ts';
import { speak } from './issues.ts';
import { crossUnitThreads } from './texts/cross-unit-threads.ts';
import type { World } from './world.ts';

export const crossUnitConversations = (world: World): Conversation[] =>
  crossUnitThreads.map((written) => {
    const random = world.random.fork(written.id);
    const at = someTimeOn(workingDaysFrom(world.today, -written.daysAgo), random);
    const opener = world.cast(written.convener);
    const messages = speak(world, random, {
      id: written.id,
      at,
      opener: null,
      said: written.conversation,
      personOf: (who) => world.cast(who),
    });
    const closedAt = written.closing ? later(messages.at(-1)?.at ?? at, '1h', random) : world.now;
    return {
      id: written.id,
      title: written.title,
      at,
      opener,
      community: null,
      acrossUnits: {
        units: written.units,
        people: written.people.map((key) => world.cast(key)),
        question: written.question,
        ...(written.closing && closedAt < world.now ? { closed: { at: closedAt, as: written.closing.as } } : {}),
      },
      messages,
    };
  });
