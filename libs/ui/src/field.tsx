import { useId, type InputHTMLAttributes, type ReactNode, type SelectHTMLAttributes, type TextareaHTMLAttributes } from 'react';
import { IconAlertCircle } from '@tabler/icons-react';
import classes from './field.module.css';

interface FieldProps {
  readonly label: string;
  readonly hint?: string | undefined;
  /** What is wrong and what to do; the text that was typed is kept. */
  readonly error?: string | undefined;
}

interface Ids {
  readonly id: string;
  readonly 'aria-invalid': boolean;
  readonly 'aria-describedby': string | undefined;
}

const Field = ({ label, hint, error, children }: FieldProps & { children: (ids: Ids) => ReactNode }) => {
  const id = useId();
  const describedBy = error ? `${id}-error` : hint ? `${id}-hint` : undefined;
  return (
    <div className={classes.field}>
      <label htmlFor={id} className={classes.label}>
        {label}
      </label>
      {children({ id, 'aria-invalid': error !== undefined, 'aria-describedby': describedBy })}
      {hint && !error && (
        <p id={`${id}-hint`} className={classes.hint}>
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className={classes.error}>
          <IconAlertCircle size={16} aria-hidden="true" />
          {error}
        </p>
      )}
    </div>
  );
};

/**
 * Name, hint and error around something that is more than one element, and names itself for those who do not see the label. What is
 * wrong is said under `errorId`.
 */
export const LabelledField = ({ label, hint, error, errorId, children }: FieldProps & { errorId: string; children: ReactNode }) => (
  <div className={classes.field}>
    <p className={classes.label} aria-hidden="true">
      {label}
    </p>
    {children}
    {hint && !error && <p className={classes.hint}>{hint}</p>}
    {error && (
      <p id={errorId} className={classes.error}>
        <IconAlertCircle size={16} aria-hidden="true" />
        {error}
      </p>
    )}
  </div>
);

export const TextField = ({ label, hint, error, ...rest }: FieldProps & InputHTMLAttributes<HTMLInputElement>) => (
  <Field label={label} hint={hint} error={error}>
    {(ids) => <input {...rest} {...ids} className={classes.input} />}
  </Field>
);

export const TextAreaField = ({ label, hint, error, ...rest }: FieldProps & TextareaHTMLAttributes<HTMLTextAreaElement>) => (
  <Field label={label} hint={hint} error={error}>
    {(ids) => <textarea rows={3} {...rest} {...ids} className={classes.area} />}
  </Field>
);

export const SelectField = ({ label, hint, error, children, ...rest }: FieldProps & SelectHTMLAttributes<HTMLSelectElement>) => (
  <Field label={label} hint={hint} error={error}>
    {(ids) => (
      <select {...rest} {...ids} className={classes.input}>
        {children}
      </select>
    )}
  </Field>
);

interface ChoiceProps extends InputHTMLAttributes<HTMLInputElement> {
  readonly label: string;
  readonly hint?: string;
}

/** A check box or a radio button with its label and a line below it. */
export const Choice = ({ label, hint, ...rest }: ChoiceProps) => {
  const id = useId();
  return (
    <div className={classes.choice}>
      <input {...rest} id={id} aria-describedby={hint ? `${id}-hint` : undefined} />
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p id={`${id}-hint`} className={classes.hint}>
          {hint}
        </p>
      )}
    </div>
  );
};

interface ChoiceGroupProps<One extends string> {
  readonly legend: string;
  readonly options: readonly { readonly value: One; readonly label: string; readonly hint?: string }[];
  readonly chosen: One;
  readonly onChoose: (one: One) => void;
}

/** One of several, each with a line below it. */
export const ChoiceGroup = <One extends string>({ legend, options, chosen, onChoose }: ChoiceGroupProps<One>) => {
  const name = useId();
  return (
    <fieldset className={classes.group}>
      <legend>{legend}</legend>
      {options.map(({ value, ...said }) => (
        <Choice key={value} {...said} type="radio" name={name} checked={chosen === value} onChange={() => onChoose(value)} />
      ))}
    </fieldset>
  );
};
