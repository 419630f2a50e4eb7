import { useRef, useState } from 'react';
import type { PersonId } from '@landbridge/contract';
import { erasePart, recordPart, type SessionView } from '@landbridge/contract/sessions';
import { useToast } from '@landbridge/ui';
import { callRoute } from '../../platform/api.ts';
import { problemText } from '../../platform/problem-state.tsx';
import { putSession } from './use-sessions.ts';

interface Wish {
  readonly isHere: boolean;
  /** The session's `seq` with which it is true; null until the server answered. */
  readonly seq: number | null;
}

/** Writes down who took part. What was ticked shows at once, and goes back when it is refused. `shownSeq`: of the people that are shown. */
export const useRecording = ({ id: sessionId }: SessionView, shownSeq: number) => {
  const show = useToast();
  const [wishes, setWishes] = useState<ReadonlyMap<PersonId, Wish>>(new Map());
  // One after the other: of two answers about the same box the later one is the last.
  const sending = useRef<Promise<void>>(Promise.resolve());

  /** Unless the box was ticked again meanwhile. */
  const replace = (personId: PersonId, former: Wish, later: Wish | null) =>
    setWishes((now) => {
      if (now.get(personId) !== former) return now;
      const others = [...now].filter(([id]) => id !== personId);
      return new Map(later ? [...others, [personId, later]] : others);
    });
  const send = async (personId: PersonId, wish: Wish) => {
    try {
      const session = await callRoute(wish.isHere ? recordPart : erasePart, { params: { sessionId, personId } });
      replace(personId, wish, { ...wish, seq: session.seq });
      putSession(session);
    } catch (error) {
      replace(personId, wish, null);
      show({ text: problemText(error) });
    }
  };
  return {
    isHere: (personId: PersonId, isKept: boolean): boolean => {
      const wish = wishes.get(personId);
      return wish && (wish.seq === null || wish.seq > shownSeq) ? wish.isHere : isKept;
    },
    set: (personId: PersonId, isHere: boolean) => {
      const wish: Wish = { isHere, seq: null };
      setWishes((now) => new Map([...now, [personId, wish]]));
      sending.current = sending.current.then(() => send(personId, wish));
    },
  };
};
