import { useEffect, useId, useRef, type ReactNode } from 'react';
import classes from './dialog.module.css';

interface DialogProps {
  readonly title: string;
  readonly isTitleHidden?: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly className?: string;
}

/** The browser's own modal dialog: it keeps the focus, Esc closes it, the page behind it is inert. Mounted means open. */
export const Dialog = ({ title, isTitleHidden = false, onClose, children, className }: DialogProps) => {
  const id = useId();
  const element = useRef<HTMLDialogElement>(null);
  useEffect(() => element.current?.showModal(), []);
  return (
    <dialog
      ref={element}
      aria-labelledby={id}
      className={className ?? classes.dialog}
      onClose={onClose}
      onClick={(event) => event.target === element.current && element.current.close()}
    >
      <div className={classes.content}>
        <h2 id={id} className={isTitleHidden ? classes.hidden : undefined}>
          {title}
        </h2>
        {children}
      </div>
    </dialog>
  );
};

/** The row of buttons at the foot of a dialog or form. */
export const Actions = ({ children }: { children: ReactNode }) => <div className={classes.actions}>{children}</div>;
