import { useId, type ReactNode } from 'react';
import classes from './state-glyph.module.css';

export type GlyphState = 'draft' | 'open' | 'urgent' | 'answered' | 'tried' | 'outcome-told' | 'not-used' | 'archived';

/** An issue: a circle that fills as it goes its way. Its shape alone tells the state. Beside a word for the state, leave `label` out. */
export const StateGlyph = ({ state, label, size = 16 }: { state: GlyphState; label?: string; size?: number }) => (
  <svg
    width={size}
    height={size}
    viewBox="0 0 16 16"
    fill="none"
    data-state={state}
    className={classes.glyph}
    {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
  >
    <GlyphShape state={state} />
  </svg>
);

const GlyphShape = ({ state }: { state: GlyphState }) => {
  if (state === 'outcome-told') return <Filled mark={<path d="M5 8.2l2.1 2.1L11 6.2" className={classes.tick} />} />;
  return (
    <>
      <circle cx="8" cy="8" r="6.25" className={state === 'draft' ? classes.dashed : classes.ring} />
      {state === 'urgent' && <path d="M8 4.8v3.7M8 10.9v.1" className={classes.stroke} />}
      {state === 'answered' && <path d="M8 4a4 4 0 0 1 0 8z" className={classes.fill} />}
      {state === 'tried' && <path d="M8 8V4a4 4 0 1 1-4 4z" className={classes.fill} />}
      {state === 'not-used' && <path d="M5.5 8h5" className={classes.stroke} />}
      {state === 'archived' && <path d="M5 7h6M6.5 9.5h3" className={classes.stroke} />}
    </>
  );
};

/** A disc whose mark is cut out of it, so that it stands on paper, surface and print alike. */
const Filled = ({ mark }: { mark: ReactNode }) => {
  const id = useId();
  return (
    <>
      <mask id={id}>
        <circle cx="8" cy="8" r="7" fill="white" />
        {mark}
      </mask>
      <circle cx="8" cy="8" r="7" className={classes.fill} mask={`url(#${id})`} />
    </>
  );
};
