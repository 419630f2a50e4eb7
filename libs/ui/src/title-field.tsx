import { useId, type InputHTMLAttributes } from 'react';
import { IconAlertCircle } from '@tabler/icons-react';
import classes from './title-field.module.css';

interface TitleFieldProps extends InputHTMLAttributes<HTMLInputElement> {
  readonly label: string;
  /** What is wrong and what to do; the text that was typed is kept. */
  readonly error?: string | undefined;
}

/** A title, typed at the size in which it will be read. */
export const TitleField = ({ label, error, ...rest }: TitleFieldProps) => {
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className={classes.label}>
        {label}
      </label>
      <input
        {...rest}
        id={id}
        dir="auto"
        className={classes.input}
        aria-invalid={error !== undefined}
        aria-describedby={error ? `${id}-error` : undefined}
      />
      {error && (
        <p id={`${id}-error`} className={classes.error}>
          <IconAlertCircle size={16} aria-hidden="true" />
          {error}
        </p>
      )}
    </div>
  );
};
