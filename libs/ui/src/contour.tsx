import { useMemo } from 'react';
import classes from './contour.module.css';
import { contourLines } from './contour-lines.ts';

const charts = {
  panel: { width: 900, height: 960, levels: 24, scale: 2.1 },
  column: { width: 560, height: 900, levels: 24, scale: 1.35 },
  small: { width: 220, height: 130, levels: 11, scale: 0.55 },
} as const;

/** The depth chart: sign-in, first run, empty states. Never on a working screen. Decorative. */
export const Contour = ({ kind }: { kind: keyof typeof charts }) => {
  const chart = charts[kind];
  const lines = useMemo(() => contourLines(chart), [chart]);
  return (
    <svg viewBox={`0 0 ${chart.width} ${chart.height}`} className={classes[kind]} preserveAspectRatio="xMidYMid slice" aria-hidden="true">
      {lines.map((line, index) => (
        <path
          key={index}
          d={line}
          className={index === 0 ? classes.coast : classes.line}
          opacity={index === 0 ? 1 : Math.max(0.06, 0.75 - index / lines.length)}
        />
      ))}
    </svg>
  );
};
