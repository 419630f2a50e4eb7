import { useId, useImperativeHandle, useRef, useState, type ClipboardEvent, type KeyboardEvent, type ReactNode, type Ref } from 'react';
import { IconEye, IconEyeOff } from '@tabler/icons-react';
import { messageLimit } from '@landbridge/contract/threads';
import type { ThreadId } from '@landbridge/contract';
import { Button, ComposerFrame, IconButton, Kbd, Suggestions } from '@landbridge/ui';
import { sendKeys } from '../../platform/keys.ts';
import { AttachButton, pastedFiles, UploadList, useFileDrop, type Attachments } from '../files/index.ts';
import { useCompletions } from './completions.tsx';
import { ComposerTools } from './composer-tools.tsx';
import { insertBlock, replaceSelection, wrap, type Selected } from './markdown-edits.ts';
import { asMarkdown, asWritten, mentionsIn, type Mention } from './mention-text.ts';
import { Preview } from './preview.tsx';
import { text } from './texts.ts';

export interface ComposerHandle {
  focus(): void;
  insert(block: string): void;
}

export const useComposerHandle = () => useRef<ComposerHandle>(null);

interface ComposerProps {
  readonly label: string;
  /** Who can be mentioned; null before there is a thread. */
  readonly threadId: ThreadId | null;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onSend: () => void;
  readonly onEscape?: () => void;
  /** Without it the text is a field of a form: the form has the button, and the tools stand above the text. */
  readonly sendLabel?: string;
  /** What is wrong with the text, as an id of the element that says it. */
  readonly errorId?: string | undefined;
  /** A text of pages, not of lines. */
  readonly isLong?: boolean;
  /** Most characters of it. */
  readonly limit?: number;
  readonly isBusy?: boolean;
  readonly placeholder?: string;
  readonly status?: ReactNode;
  /** What sending does besides, said beside the button. */
  readonly hint?: ReactNode;
  readonly above?: ReactNode;
  readonly extra?: ReactNode;
  /** Files that go with the text, where it takes some. */
  readonly attachments?: Attachments;
  readonly ref?: Ref<ComposerHandle>;
}

const wrappingKeys: Readonly<Record<string, string>> = { b: '**', i: '_', e: '`' };

/** Markdown in a text field: toolbar, completion after @ and a colon, preview. ⌘↩ sends. */
export const Composer = (props: ComposerProps) => {
  const {
    label,
    threadId,
    value,
    onChange,
    onSend,
    onEscape,
    sendLabel,
    errorId,
    isLong = false,
    limit = messageLimit,
    isBusy = false,
    placeholder,
    status,
    hint,
    above,
    extra,
    attachments,
    ref,
  } = props;
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [cursor, setCursor] = useState<number | null>(null);
  const [active, setActive] = useState(0);
  const [isPreview, setPreview] = useState(false);
  // People read and write names; what is kept, sent and previewed holds ids.
  const written = asWritten(value);
  const completions = useCompletions(threadId, cursor === null ? null : { text: written, start: cursor, end: cursor });
  const drop = useFileDrop(attachments);
  const hasContent = value.trim() !== '' || (attachments?.files.length ?? 0) > 0;
  const canSend = hasContent && !isBusy && attachments?.isUploading !== true;

  const write = (text: string, mentioned: readonly Mention[] = []) => onChange(asMarkdown(text, [...mentionsIn(value), ...mentioned]));
  const edit = (change: (selected: Selected) => Selected, mentioned: readonly Mention[] = []) => {
    const { selectionStart = written.length, selectionEnd = written.length } = field.current ?? {};
    const next = change({ text: written, start: selectionStart, end: selectionEnd });
    write(next.text, mentioned);
    // After React has written the value: the selection belongs to the new text.
    requestAnimationFrame(() => {
      field.current?.focus();
      field.current?.setSelectionRange(next.start, next.end);
      setCursor(next.end);
    });
  };
  useImperativeHandle(ref, () => ({
    focus: () => field.current?.focus(),
    insert: (block) => edit((selected) => insertBlock(selected, block)),
  }));

  const choose = (index: number) => {
    const chosen = completions[index];
    if (!chosen || cursor === null) return;
    setActive(0);
    edit(({ text }) => replaceSelection({ text, start: chosen.from, end: cursor }, chosen.inserted), chosen.mentioned);
  };

  const press = (event: KeyboardEvent) => {
    // A key that ends a composition (Japanese, Chinese, accents) is not ours.
    if (event.nativeEvent.isComposing) return;
    const isCommand = event.metaKey || event.ctrlKey;
    if (event.key === 'Enter' && isCommand) {
      event.preventDefault();
      if (canSend || sendLabel === undefined) onSend();
      return;
    }
    if (completions.length > 0 && !isCommand && isForCompletions(event)) return;
    if (event.key === 'Escape') onEscape?.();
    const sign = isCommand ? wrappingKeys[event.key] : undefined;
    if (!sign) return;
    event.preventDefault();
    edit((selected) => wrap(selected, sign));
  };
  const isForCompletions = (event: KeyboardEvent): boolean => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const isChoice = event.key === 'Enter' || event.key === 'Tab';
    if (!step && !isChoice && event.key !== 'Escape') return false;
    event.preventDefault();
    event.stopPropagation();
    if (step) setActive((active + step + completions.length) % completions.length);
    else if (isChoice) choose(active);
    else setCursor(null);
    return true;
  };
  /** Files are attached; an address pasted over words makes them a link. */
  const paste = (event: ClipboardEvent) => {
    const files = attachments ? pastedFiles(event.clipboardData) : [];
    if (files.length > 0) {
      event.preventDefault();
      attachments?.add(files);
      return;
    }
    const pasted = event.clipboardData.getData('text');
    const { selectionStart = 0, selectionEnd = 0 } = field.current ?? {};
    if (selectionStart === selectionEnd || !/^https?:\/\/\S+$/.test(pasted)) return;
    event.preventDefault();
    edit((selected) => replaceSelection(selected, `[${written.slice(selectionStart, selectionEnd)}](${pasted})`));
  };

  return (
    <ComposerFrame
      kind={sendLabel === undefined ? 'field' : 'message'}
      isLong={isLong}
      isWrong={errorId !== undefined}
      drop={drop}
      label={label}
      above={
        <>
          {above}
          {completions.length > 0 && (
            <Suggestions id={`${id}-list`} label={text('composer.completions')} active={active} onChoose={choose} entries={completions} />
          )}
        </>
      }
      toolbar={
        <>
          <ComposerTools isDisabled={isPreview} onEdit={edit} attach={attachments && <AttachButton attachments={attachments} />} />
          <IconButton
            label={text(isPreview ? 'composer.write' : 'composer.preview')}
            aria-pressed={isPreview}
            onClick={() => setPreview(!isPreview)}
          >
            {isPreview ? <IconEyeOff size={17} stroke={1.6} /> : <IconEye size={17} stroke={1.6} />}
          </IconButton>
        </>
      }
      status={status}
      hint={hint}
      send={
        sendLabel !== undefined && (
          <>
            {extra}
            <Button variant="filled" isBusy={isBusy} disabled={!canSend} onClick={onSend} aria-keyshortcuts="Meta+Enter Control+Enter">
              {sendLabel}
              <Kbd isOnFilled>{sendKeys}</Kbd>
            </Button>
          </>
        )
      }
    >
      {isPreview ? (
        <Preview markdown={value} />
      ) : (
        <textarea
          ref={field}
          aria-label={label}
          aria-invalid={errorId !== undefined}
          aria-describedby={errorId}
          aria-autocomplete="list"
          aria-controls={completions.length > 0 ? `${id}-list` : undefined}
          aria-activedescendant={completions.length > 0 ? `${id}-list-${active}` : undefined}
          placeholder={placeholder}
          maxLength={limit}
          dir="auto"
          value={written}
          onChange={(event) => {
            write(event.target.value);
            setCursor(event.target.selectionEnd);
            setActive(0);
          }}
          onSelect={(event) => setCursor(event.currentTarget.selectionEnd)}
          onBlur={() => setCursor(null)}
          onKeyDown={press}
          onPaste={paste}
        />
      )}
      {attachments && <UploadList attachments={attachments} />}
    </ComposerFrame>
  );
};
