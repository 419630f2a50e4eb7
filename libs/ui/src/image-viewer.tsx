import { useEffectEvent, useEffect, type ReactNode } from 'react';
import { IconChevronLeft, IconChevronRight, IconX } from '@tabler/icons-react';
import { IconButton } from './button.tsx';
import { Dialog } from './dialog.tsx';
import classes from './image-viewer.module.css';

interface ImageViewerProps {
  readonly name: string;
  readonly source: string;
  readonly width: number;
  readonly height: number;
  /** "2 of 5", where there are several. */
  readonly place: string | null;
  readonly labels: Readonly<Record<'close' | 'previous' | 'next', string>>;
  readonly actions: ReactNode;
  readonly onStep: (step: 1 | -1) => void;
  readonly onClose: () => void;
}

/** One image as large as the window lets it be. Arrows step to its neighbours, Esc closes. */
export const ImageViewer = ({ name, source, width, height, place, labels, actions, onStep, onClose }: ImageViewerProps) => {
  const step = useEffectEvent(onStep);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key === 'ArrowLeft') step(-1);
      if (event.key === 'ArrowRight') step(1);
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, []);
  return (
    <Dialog title={name} isTitleHidden onClose={onClose} className={classes.viewer ?? ''}>
      <div className={classes.bar}>
        <span className={classes.name} dir="auto" aria-hidden="true">
          {name}
        </span>
        {place && <span className={classes.place}>{place}</span>}
        {actions}
        {place && (
          <>
            <IconButton label={labels.previous} onClick={() => onStep(-1)}>
              <IconChevronLeft size={20} stroke={1.6} aria-hidden="true" />
            </IconButton>
            <IconButton label={labels.next} onClick={() => onStep(1)}>
              <IconChevronRight size={20} stroke={1.6} aria-hidden="true" />
            </IconButton>
          </>
        )}
        <IconButton label={labels.close} onClick={onClose}>
          <IconX size={20} stroke={1.6} aria-hidden="true" />
        </IconButton>
      </div>
      <img key={source} className={classes.image} src={source} alt={name} width={width} height={height} />
    </Dialog>
  );
};
