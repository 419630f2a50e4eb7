import { useState } from 'react';
import { TextField } from '@landbridge/ui';
import { problemText } from '../../platform/problem-state.tsx';
import { text } from '../../platform/texts.ts';
import { useTitle } from '../../platform/use-title.ts';
import { EntryPage } from '../identity/index.ts';
import { lookRound, useDemo } from './demo.ts';
import classes from './first-page.module.css';

interface FirstPageProps {
  readonly needsCode: boolean;
  readonly onNew: () => void;
  readonly onSignedIn: () => void;
}

/** On a database without people: the demo, or an organisation of one's own. */
export const FirstPage = ({ needsCode, onNew, onSignedIn }: FirstPageProps) => {
  const demo = useDemo();
  const [code, setCode] = useState('');
  const [problem, setProblem] = useState<string>();
  useTitle(text('first.title'));

  const open = async () => {
    setProblem(undefined);
    try {
      if (await lookRound(code)) return onSignedIn();
      setProblem(text('first.failed'));
    } catch (error) {
      setProblem(problemText(error));
    }
  };

  if (demo?.state === 'opening' || demo?.state === 'open') return <Opening share={demo.share} />;
  return (
    <EntryPage title={text('first.title')} lead={text('first.lead')} foot={text('first.history')}>
      <div className={classes.ways}>
        {needsCode && (
          <TextField
            label={text('setup.code')}
            inputMode="numeric"
            value={code}
            hint={text('setup.code-hint')}
            onChange={(event) => setCode(event.target.value)}
          />
        )}
        <Way name="demo" isFirst onChoose={() => void open()} />
        <Way name="new" onChoose={onNew} />
        {(problem ?? demo?.state === 'failed') && (
          <p className={classes.problem} role="alert">
            {problem ?? text('first.failed')}
          </p>
        )}
      </div>
    </EntryPage>
  );
};

const Opening = ({ share }: { share: number }) => (
  <EntryPage title={text('first.opening')} lead={text('first.opening-lead')}>
    <progress className={classes.progress} aria-label={text('first.progress')} value={share} max={1} />
  </EntryPage>
);

interface WayProps {
  readonly name: 'demo' | 'new';
  readonly isFirst?: boolean;
  readonly onChoose: () => void;
}

const Way = ({ name, isFirst = false, onChoose }: WayProps) => (
  <button type="button" className={isFirst ? `${classes.way} ${classes.first}` : classes.way} onClick={onChoose}>
    <span className={classes.words}>
      <strong>{text(`first.${name}`)}</strong>
      <span>{text(`first.${name}-text`)}</span>
    </span>
    <span className={classes.time}>{text(`first.${name}-time`)}</span>
  </button>
);
