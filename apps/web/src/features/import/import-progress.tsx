import type { ImportView } from '@landbridge/contract/import';
import { Progress } from '@landbridge/ui';
import { sizeText } from '../files/index.ts';
import classes from './history.module.css';
import { text } from './texts.ts';

/** How far a file is read. */
export const ImportProgress = ({ byteSize, readSize, lineCount, counts }: ImportView) => (
  <div className={classes.running}>
    <Progress aria-label={text('history.progress')} value={readSize} max={byteSize ?? undefined} />
    <p className={classes.figures}>
      {text('history.read', {
        read: sizeText(readSize),
        size: sizeText(byteSize ?? readSize),
        lines: lineCount,
        rejected: counts.rejected,
      })}
    </p>
  </div>
);
