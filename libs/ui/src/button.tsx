import type { AnchorHTMLAttributes, ButtonHTMLAttributes, ReactNode } from 'react';
import classes from './button.module.css';
import { joinClasses } from './join-classes.ts';

interface Look {
  /** Filled at most once a screen: the next thing to do. */
  readonly variant?: 'filled' | 'default' | 'quiet' | 'danger';
  readonly size?: 'small' | 'normal' | 'large';
}

const classOf = ({ variant = 'default', size = 'normal' }: Look, more?: string) =>
  joinClasses(classes.button, classes[variant], classes[size], more);

export type ButtonProps = Look & ButtonHTMLAttributes<HTMLButtonElement> & { readonly isBusy?: boolean };

/** Its label is a verb and its object. */
export const Button = ({ variant, size, isBusy = false, className, children, disabled, type = 'button', ...rest }: ButtonProps) => (
  <button {...rest} type={type} disabled={disabled || isBusy} aria-busy={isBusy} className={classOf({ variant, size }, className)}>
    {children}
  </button>
);

export type ButtonLinkProps = Look & AnchorHTMLAttributes<HTMLAnchorElement>;

/** A link that looks like a button, for places to go. */
export const ButtonLink = ({ variant, size, className, children, ...rest }: ButtonLinkProps) => (
  <a {...rest} className={classOf({ variant, size }, className)}>
    {children}
  </a>
);

export type IconButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & { readonly label: string; readonly children: ReactNode };

/** Icons without words only in toolbars, and never without a name. */
export const IconButton = ({ label, className, children, type = 'button', ...rest }: IconButtonProps) => (
  <button {...rest} type={type} aria-label={label} title={label} className={joinClasses(classes.icon, className)}>
    {children}
  </button>
);
