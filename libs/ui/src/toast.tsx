import { createContext, useCallback, useContext, useEffect, useState, type ReactNode } from 'react';
import classes from './toast.module.css';

export interface Toast {
  readonly text: string;
  /** With it the toast counts down its seconds and can be undone; without it, it goes by itself. */
  readonly undo?: { readonly label: string; readonly act: () => void };
  /** Runs when the time is over and nobody undid it. */
  readonly onExpire?: () => void;
}

interface Shown extends Toast {
  readonly key: number;
}

const shownForSeconds = 10;
const ToastContext = createContext<(toast: Toast) => void>(() => undefined);

/** Shows a toast: bottom left, over nothing that is being read. */
export const useToast = () => useContext(ToastContext);

export const ToastProvider = ({ label, children }: { label: string; children: ReactNode }) => {
  const [shown, setShown] = useState<readonly Shown[]>([]);
  const show = useCallback((toast: Toast) => setShown((before) => [...before, { ...toast, key: Date.now() + Math.random() }]), []);
  const remove = useCallback((key: number) => setShown((before) => before.filter((toast) => toast.key !== key)), []);
  return (
    <ToastContext value={show}>
      {children}
      <section aria-label={label} className={classes.region} role="status">
        {shown.map((toast) => (
          <ToastItem key={toast.key} toast={toast} onGone={remove} />
        ))}
      </section>
    </ToastContext>
  );
};

const ToastItem = ({ toast, onGone }: { toast: Shown; onGone: (key: number) => void }) => {
  const [secondsLeft, setSecondsLeft] = useState(toast.undo ? shownForSeconds : 5);
  useEffect(() => {
    const timer = setInterval(() => setSecondsLeft((seconds) => seconds - 1), 1_000);
    return () => clearInterval(timer);
  }, []);
  useEffect(() => {
    if (secondsLeft > 0) return;
    toast.onExpire?.();
    onGone(toast.key);
  }, [secondsLeft, toast, onGone]);
  return (
    <div className={classes.toast}>
      <span>{toast.text}</span>
      {toast.undo && (
        <button
          type="button"
          className={classes.undo}
          onClick={() => {
            toast.undo?.act();
            onGone(toast.key);
          }}
        >
          {toast.undo.label} <span aria-hidden="true">{secondsLeft}</span>
        </button>
      )}
    </div>
  );
};
