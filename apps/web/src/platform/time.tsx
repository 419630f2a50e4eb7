import { exactTime, shortTime } from './times.ts';

/** A time as people say it, with the exact one on hover. */
export const Time = ({ at }: { at: string }) => (
  <time dateTime={at} title={exactTime(at)}>
    {shortTime(at)}
  </time>
);
