import classes from './avatar.module.css';
import { initialsOf } from './initials.ts';
import { joinClasses } from './join-classes.ts';

interface AvatarProps {
  readonly name: string;
  /** Hue of the person's unit; none for somebody without one. */
  readonly hue?: number | undefined;
  readonly size?: 24 | 28 | 32 | 40 | 72;
  readonly isHere?: boolean;
}

/** A person: a circle in the tint of their unit. The name stands beside it, so it is decorative. */
export const Avatar = ({ name, hue, size = 32, isHere = false }: AvatarProps) => (
  <span className={joinClasses(classes.avatar, classes[`size${size}`])} data-hue={hue} aria-hidden="true">
    {initialsOf(name)}
    {isHere && <span className={classes.here} />}
  </span>
);
