import type { ProgressHTMLAttributes } from 'react';
import classes from './progress.module.css';

/** How far something is; without a `value`, that it goes on. */
export const Progress = (props: ProgressHTMLAttributes<HTMLProgressElement>) => <progress {...props} className={classes.progress} />;
