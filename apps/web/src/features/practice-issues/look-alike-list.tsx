import { Link } from '@tanstack/react-router';
import type { LookAlike as Alike } from '@landbridge/contract/practice-issues';
import { Button, ButtonLink, LookAlike, LookAlikes } from '@landbridge/ui';
import { createLink } from '@tanstack/react-router';
import classes from './issue-form.module.css';
import { glyphOf } from './issue-steps.ts';
import { text } from './texts.ts';
import { useLookAlikes } from './use-look-alikes.ts';

const SolvesLink = createLink(ButtonLink);

/** Beside the form while a title is typed: issues like it, with what helped there. What is written is kept when one goes to them. */
export const LookAlikeList = ({ title, onQuote }: { title: string; onQuote: (alike: Alike) => void }) => {
  const { isWanted, alikes, error } = useLookAlikes(title);
  // The most alike of those where something helped is the one to look at.
  const best = alikes?.find(({ helped }) => helped !== null);
  const told = (alikes ?? []).filter(({ state }) => state === 'outcome-told').length;
  return (
    <section className={classes.side}>
      <div aria-live="polite">
        {!isWanted && <p className={classes.sideText}>{text('alike.none')}</p>}
        {error && <p className={classes.sideText}>{text('alike.failed')}</p>}
        {alikes?.length === 0 && <p className={classes.sideText}>{text('alike.new')}</p>}
        {alikes && alikes.length > 0 && (
          <>
            <h2 className={classes.sideTitle}>{text('alike.title', { count: alikes.length })}</h2>
            <p className={classes.sideText}>{text('alike.told', { count: told })}</p>
          </>
        )}
      </div>
      {alikes && alikes.length > 0 && (
        <LookAlikes label={text('alike.list')}>
          {alikes.map((alike) => (
            <LookAlikeEntry key={alike.id} alike={alike} isBest={alike === best} onQuote={() => onQuote(alike)} />
          ))}
        </LookAlikes>
      )}
    </section>
  );
};

const LookAlikeEntry = ({ alike, isBest, onQuote }: { alike: Alike; isBest: boolean; onQuote: () => void }) => {
  const { id, title, state, asker, helped } = alike;
  const params = { issueId: id };
  return (
    <LookAlike
      state={glyphOf(alike)}
      stateLabel={text(`issue.state-${glyphOf(alike) === 'urgent' ? 'urgent' : state}`)}
      heading={
        <Link to="/issues/$issueId" params={params} search={{}} className={classes.alikeLink}>
          {title}
        </Link>
      }
      helped={helped && { label: text('alike.helped'), excerpt: helped.excerpt }}
      waiting={text(state === 'tried' ? 'alike.waiting-tried' : 'alike.waiting')}
      by={helped?.author ?? asker}
      isBest={isBest}
      actions={
        isBest && (
          <>
            <SolvesLink size="small" to="/issues/$issueId" params={params} search={{}}>
              {text('alike.solves')}
            </SolvesLink>
            <Button size="small" variant="quiet" onClick={onQuote}>
              {text('alike.quote')}
            </Button>
          </>
        )
      }
    />
  );
};
