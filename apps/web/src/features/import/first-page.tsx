import { useState } from 'react';
import { ButtonLink, Progress } from '@landbridge/ui';
import { IconArrowRight, IconBuildingFactory2, IconFileImport, IconPlayerPlay, type Icon } from '@tabler/icons-react';
import { problemText } from '../../platform/problem-state.tsx';
import { useTitle } from '../../platform/use-title.ts';
import { CodeField, EntryPage } from '../identity/index.ts';
import { lookRound, useDemo } from './demo.ts';
import classes from './first-page.module.css';
import { text } from './texts.ts';

interface FirstPageProps {
  readonly needsCode: boolean;
  /** An organisation of one's own: a new one, or one that a file holds. */
  readonly onOwn: (way: 'new' | 'bring') => void;
  readonly onSignedIn: () => void;
}

/** On a database without people: the demo, or an organisation of one's own. */
export const FirstPage = ({ needsCode, onOwn, onSignedIn }: FirstPageProps) => {
  const demo = useDemo();
  const [code, setCode] = useState('');
  const [problem, setProblem] = useState<string>();
  const [isBusy, setIsBusy] = useState(false);
  useTitle(text('first.title'));

  const open = async () => {
    setProblem(undefined);
    setIsBusy(true);
    try {
      if (await lookRound(code)) return onSignedIn();
      setProblem(text('first.failed'));
    } catch (error) {
      setProblem(problemText(error));
    }
    setIsBusy(false);
  };

  // Another browser may have asked for it: then this one comes in by the doors.
  if (demo?.state === 'open' && !isBusy) return <Opened problem={problem} />;
  if (demo?.state === 'opening' || demo?.state === 'open') return <Opening share={demo.share} />;
  return (
    <EntryPage title={text('first.title')} lead={text('first.lead')} isWide>
      <div className={classes.ways}>
        {needsCode && <CodeField value={code} onChange={setCode} />}
        <Way name="demo" icon={IconPlayerPlay} isFirst onChoose={() => void open()} />
        <Way name="new" icon={IconBuildingFactory2} onChoose={() => onOwn('new')} />
        <Way name="bring" icon={IconFileImport} onChoose={() => onOwn('bring')} />
        <Problem problem={problem ?? (demo?.state === 'failed' ? text('first.failed') : undefined)} />
      </div>
    </EntryPage>
  );
};

const Problem = ({ problem }: { problem: string | undefined }) =>
  problem && (
    <p className={classes.problem} role="alert">
      {problem}
    </p>
  );

const Opened = ({ problem }: { problem: string | undefined }) => (
  <EntryPage title={text('first.opened')} lead={text('first.opened-lead')} isWide>
    <Problem problem={problem} />
    <p>
      <ButtonLink href="/" variant="filled" size="large">
        {text('first.enter')}
      </ButtonLink>
    </p>
  </EntryPage>
);

const Opening = ({ share }: { share: number }) => (
  <EntryPage title={text('first.opening')} lead={text('first.opening-lead')} isWide>
    <Progress aria-label={text('first.progress')} value={share} max={1} />
  </EntryPage>
);

interface WayProps {
  readonly name: 'demo' | 'new' | 'bring';
  readonly icon: Icon;
  readonly isFirst?: boolean;
  readonly onChoose: () => void;
}

const Way = ({ name, icon: Icon, isFirst = false, onChoose }: WayProps) => (
  <button type="button" className={isFirst ? `${classes.way} ${classes.first}` : classes.way} onClick={onChoose}>
    <span className={classes.icon} aria-hidden>
      <Icon size={18} stroke={1.75} />
    </span>
    <span className={classes.words}>
      <strong>{text(`first.${name}`)}</strong>
      <span>{text(`first.${name}-text`)}</span>
    </span>
    <span className={classes.time}>
      {text(`first.${name}-time`)}
      <IconArrowRight size={18} stroke={1.75} aria-hidden />
    </span>
  </button>
);
