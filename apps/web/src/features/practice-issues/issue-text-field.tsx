import { useId, type Ref } from 'react';
import { IconAlertCircle } from '@tabler/icons-react';
import { issueTextLimit } from '@landbridge/contract/practice-issues';
import type { ThreadId } from '@landbridge/contract';
import type { Attachments } from '../files/index.ts';
import { Composer, type ComposerHandle } from '../threads/index.ts';
import classes from './issue-form.module.css';
import { text } from './texts.ts';

interface IssueTextFieldProps {
  readonly label: string;
  readonly isOptional?: boolean;
  /** Whom one can mention: readers of the conversation, or anybody before there is one. */
  readonly threadId?: ThreadId;
  readonly value: string;
  readonly error?: string | undefined;
  readonly onChange: (value: string) => void;
  readonly onSubmit: () => void;
  readonly attachments?: Attachments;
  readonly ref?: Ref<ComposerHandle>;
}

/** A Markdown text of an issue, with the tools of the composer. ⌘↩ sends the form it stands in. */
export const IssueTextField = (props: IssueTextFieldProps) => {
  const { label, isOptional = false, threadId = null, value, error, onChange, onSubmit, attachments, ref } = props;
  const id = useId();
  return (
    <div className={classes.field}>
      <p className={classes.label} aria-hidden="true">
        {label}
        {isOptional && <span className={classes.optional}>{text('issue-form.optional')}</span>}
      </p>
      <Composer
        ref={ref ?? null}
        label={label}
        threadId={threadId}
        limit={issueTextLimit}
        value={value}
        errorId={error ? id : undefined}
        onChange={onChange}
        onSend={onSubmit}
        {...(attachments ? { attachments } : {})}
      />
      {error && (
        <p id={id} className={classes.error}>
          <IconAlertCircle size={16} aria-hidden="true" />
          {error}
        </p>
      )}
    </div>
  );
};
