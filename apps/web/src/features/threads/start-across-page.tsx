import { useState } from 'react';
import { personId, type ThreadId } from '@landbridge/contract';
import { openCrossUnitThread } from '@landbridge/contract/threads';
import { Bar, Page, TextField } from '@landbridge/ui';
import { Link } from '@tanstack/react-router';
import { IconChevronRight } from '@tabler/icons-react';
import { newClientId } from '../../platform/new-client-id.ts';
import { callRoute, fieldError } from '../../platform/api.ts';
import { problemText } from '../../platform/problem-state.tsx';
import { useTitle } from '../../platform/use-title.ts';
import { useAttachments } from '../files/index.ts';
import { useAcrossDraft } from './across-draft.ts';
import { Composer } from './composer.tsx';
import { ParticipantsFields } from './participants-fields.tsx';
import classes from './start-thread-dialog.module.css';
import { text } from './texts.ts';

/** A thread that no community owns: question, units, first message. All of it is kept as a draft. */
export const StartAcrossPage = ({ onOpened }: { onOpened: (id: ThreadId) => void }) => {
  const { wanted, put, forget } = useAcrossDraft();
  const attachments = useAttachments('new-thread-across-units');
  const [id] = useState(newClientId);
  const [error, setError] = useState<unknown>();
  const [isBusy, setBusy] = useState(false);
  useTitle(text('across.title'));

  const start = async () => {
    setBusy(true);
    setError(undefined);
    const { title, question, markdown, unitIds, people } = wanted;
    try {
      const fileIds = attachments.files.map((file) => file.id);
      const body = {
        clientId: id,
        title,
        question,
        markdown,
        fileIds,
        unitIds,
        personIds: people.map((person) => personId.parse(person.id)),
      };
      const { thread } = await callRoute(openCrossUnitThread, { body });
      forget();
      attachments.set([]);
      onOpened(thread.id);
    } catch (refused) {
      setError(refused);
      setBusy(false);
    }
  };

  return (
    <>
      <Bar>
        <Link to="/threads" search={{ show: 'across-units' }}>
          {text('threads.across-units')}
        </Link>
        <IconChevronRight size={14} aria-hidden="true" />
        <span>{text('across.title')}</span>
      </Bar>
      <Page>
        <h1>{text('across.title')}</h1>
        <div className={classes.page}>
          <p>{text('across.lead')}</p>
          <TextField
            label={text('across.name')}
            required
            maxLength={160}
            value={wanted.title}
            error={fieldError(error, 'title')}
            onChange={(event) => put({ title: event.target.value })}
          />
          <TextField
            label={text('across.question')}
            hint={text('across.question-hint')}
            maxLength={400}
            value={wanted.question}
            error={fieldError(error, 'question')}
            onChange={(event) => put({ question: event.target.value })}
          />
          <ParticipantsFields chosen={wanted} onChange={({ unitIds, people }) => put({ unitIds: [...unitIds], people: [...people] })} />
          <Composer
            label={text('threads.start-text')}
            threadId={null}
            value={wanted.markdown}
            onChange={(markdown) => put({ markdown })}
            onSend={() => void start()}
            attachments={attachments}
            isBusy={isBusy || wanted.title.trim() === '' || wanted.unitIds.length === 0}
            sendLabel={text('across.submit')}
            placeholder={text('threads.start-text')}
          />
          {error !== undefined && !fieldError(error, 'title') && (
            <p className={classes.problem} role="alert">
              {problemText(error)}
            </p>
          )}
        </div>
      </Page>
    </>
  );
};
