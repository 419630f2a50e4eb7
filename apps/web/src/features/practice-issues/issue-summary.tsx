import { useId, useState, type ReactNode } from 'react';
import { IconArrowRight, IconCheck, IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import type { IssueView } from '@landbridge/contract/practice-issues';
import { StateGlyph } from '@landbridge/ui';
import { figureOf } from './figure.ts';
import classes from './issue-page.module.css';
import { glyphOf } from './issue-steps.ts';
import { text } from './texts.ts';

/** Where there is no room beside the conversation: the spine in one line above the composer, opening upwards. */
export const IssueSummary = ({ issue, children }: { issue: IssueView; children: (close: () => void) => ReactNode }) => {
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <section
      aria-label={text('issue.spine')}
      className={classes.summary}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !isOpen) return;
        event.stopPropagation();
        close();
      }}
    >
      {isOpen && (
        <div id={id} className={classes.summaryPanel}>
          {children(close)}
        </div>
      )}
      <button
        type="button"
        className={classes.summaryBar}
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setOpen(!isOpen)}
      >
        <IconCheck size={14} stroke={2} aria-hidden="true" />
        <strong>{text('issue.summary-helped', { count: issue.helped.length })}</strong>
        <ChangedInShort issue={issue} />
        <span className={classes.summaryArrow}>
          {isOpen ? <IconChevronDown size={16} aria-hidden="true" /> : <IconChevronUp size={16} aria-hidden="true" />}
        </span>
      </button>
    </section>
  );
};

const ChangedInShort = ({ issue }: { issue: IssueView }) => {
  const { outcome, endedAt, outcomeAskedAt, state } = issue;
  const glyph = <StateGlyph state={glyphOf(issue)} />;
  if (outcome && outcome.before !== '' && outcome.after !== '')
    return (
      <>
        {glyph}
        <strong className={classes.summaryFigures}>
          {figureOf(outcome.before).value}
          <IconArrowRight size={14} stroke={2} role="img" aria-label={text('issue.summary-to')} />
          {figureOf(outcome.after).value}
        </strong>
        <span>{text('issue.summary-changed')}</span>
      </>
    );
  if (outcome)
    return (
      <>
        {glyph}
        <span>{text('issue.summary-told')}</span>
      </>
    );
  if (endedAt) return <span>{text('issue.state-not-used')}</span>;
  if (outcomeAskedAt) return <span>{text('issue.summary-question')}</span>;
  return state === 'tried' ? <span>{text('issue.summary-tried')}</span> : null;
};
