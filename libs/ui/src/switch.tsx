import { useId, type InputHTMLAttributes } from 'react';
import classes from './switch.module.css';

interface SwitchProps extends InputHTMLAttributes<HTMLInputElement> {
  readonly checked: boolean;
  readonly label: string;
  readonly hint: string;
}

/** On or off, with what that means below its name. */
export const Switch = ({ label, hint, ...rest }: SwitchProps) => {
  const id = useId();
  return (
    <div className={classes.row}>
      <input
        {...rest}
        id={id}
        type="checkbox"
        role="switch"
        aria-checked={rest.checked}
        className={classes.switch}
        aria-describedby={`${id}-hint`}
      />
      <div>
        <label htmlFor={id} className={classes.label}>
          {label}
        </label>
        <p id={`${id}-hint`} className={classes.hint}>
          {hint}
        </p>
      </div>
    </div>
  );
};
