import { useRef } from 'react';
import type { ImportId } from '@landbridge/contract';
import { Button, joinClasses, Page, Progress } from '@landbridge/ui';
import { problemText } from '../../platform/problem-state.tsx';
import { useTitle } from '../../platform/use-title.ts';
import { useFileDrop } from '../files/index.ts';
import { EarlierImports } from './earlier-imports.tsx';
import { HistoryBar } from './history-bar.tsx';
import classes from './history.module.css';
import { text } from './texts.ts';
import { useUploadHistory } from './use-upload-history.ts';

const firstLine = '{"type":"header","format":"landbridge","version":1,"source":"old-forum"}';

/** A file to bring in, and what was brought in before. */
export const HistoryPage = ({ onArrived }: { onArrived: (id: ImportId) => void }) => {
  const { state, send, stop } = useUploadHistory(onArrived);
  useTitle(text('history.title'));
  return (
    <>
      <HistoryBar />
      <Page>
        <h1>{text('history.title')}</h1>
        <p className={classes.intro}>{text('history.intro')}</p>
        {state.step === 'sending' ? (
          <Sending name={state.name} share={state.share} onStop={stop} />
        ) : (
          <ChooseFile onChoose={(file) => void send(file)} />
        )}
        {state.step === 'failed' && (
          <p className={classes.problem} role="alert">
            {problemText(state.error)}
          </p>
        )}
        <p className={classes.format}>
          {text('history.format')} <code>{firstLine}</code>
        </p>
        <EarlierImports />
      </Page>
    </>
  );
};

const ChooseFile = ({ onChoose }: { onChoose: (file: File) => void }) => {
  const field = useRef<HTMLInputElement>(null);
  const add = (files: readonly File[]) => {
    const [first] = files;
    if (first) onChoose(first);
  };
  const drop = useFileDrop({ add });
  return (
    <div className={joinClasses(classes.drop, drop?.isOver && classes.over)} {...drop?.handlers}>
      <input
        ref={field}
        type="file"
        accept=".ndjson,.jsonl,.json,.gz"
        hidden
        onChange={(event) => {
          add([...(event.target.files ?? [])]);
          // The same file may be chosen again after it was mended.
          event.target.value = '';
        }}
      />
      <Button variant="filled" onClick={() => field.current?.click()}>
        {text('history.choose')}
      </Button>
      <span>{text('history.drop')}</span>
    </div>
  );
};

const Sending = ({ name, share, onStop }: { name: string; share: number; onStop: () => void }) => (
  <div className={classes.drop}>
    <label className={classes.sending}>
      {text(share < 1 ? 'history.uploading' : 'history.arriving', { name })}
      <Progress {...(share < 1 ? { value: share } : {})} max={1} />
    </label>
    <Button onClick={onStop}>{text('history.stop-upload')}</Button>
  </div>
);
