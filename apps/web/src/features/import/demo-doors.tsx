import { useState } from 'react';
import { demoPart, type DemoPart } from '@landbridge/contract/import';
import { Button } from '@landbridge/ui';
import { problemText } from '../../platform/problem-state.tsx';
import { enterDemo } from './demo.ts';
import classes from './first-page.module.css';
import { text } from './texts.ts';

/** On the sign-in page of a demo: one click signs in as one of four. */
export const DemoDoors = ({ onSignedIn }: { onSignedIn: () => void }) => {
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState<DemoPart>();

  const enter = async (part: DemoPart) => {
    setBusy(part);
    setProblem(undefined);
    try {
      await enterDemo(part);
      onSignedIn();
    } catch (error) {
      setProblem(problemText(error));
      setBusy(undefined);
    }
  };

  return (
    <section className={classes.doors} aria-labelledby="demo-doors">
      <h2 id="demo-doors">{text('demo.choose')}</h2>
      <div className={classes.four}>
        {demoPart.options.map((part) => (
          <Button key={part} size="large" isBusy={busy === part} onClick={() => void enter(part)}>
            {text(`demo.${part}`)}
          </Button>
        ))}
      </div>
      <p className={classes.lead}>{text('demo.lead')}</p>
      {problem && (
        <p className={classes.problem} role="alert">
          {problem}
        </p>
      )}
    </section>
  );
};
