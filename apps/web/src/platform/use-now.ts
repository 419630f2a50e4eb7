import { useEffect, useState } from 'react';

const everyMs = 15_000;

/** The present moment, moving on: what begins or ends while a page is open shows it. */
export const useNow = (): Date => {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), everyMs);
    return () => clearInterval(timer);
  }, []);
  return now;
};
