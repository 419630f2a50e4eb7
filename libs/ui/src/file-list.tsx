import type { ReactNode } from 'react';
import { IconFile, IconFileText, IconFileTypePdf, IconFileZip, IconPhoto } from '@tabler/icons-react';
import classes from './file-list.module.css';

interface ImageLook {
  readonly id: string;
  readonly name: string;
  readonly source: string;
  readonly width: number;
  readonly height: number;
}

interface ImageGridProps {
  readonly images: readonly ImageLook[];
  readonly onOpen: (index: number) => void;
}

/** Images below a text. Their place is as large before they are there as after. One keeps its shape, several are cut alike. */
export const ImageGrid = ({ images, onOpen }: ImageGridProps) => (
  <div className={classes.grid} data-several={images.length > 1}>
    {images.map((image, index) => (
      <button
        key={image.id}
        type="button"
        className={classes.image}
        style={images.length > 1 ? undefined : shapeOf(image)}
        onClick={() => onOpen(index)}
      >
        <img src={image.source} alt={image.name} width={image.width} height={image.height} loading="lazy" decoding="async" />
      </button>
    ))}
  </div>
);

const mostWidth = 420;
const mostHeight = 320;

/** As large as it is, within what a conversation bears. */
const shapeOf = ({ width, height }: ImageLook) => ({
  inlineSize: Math.max(48, Math.min(mostWidth, width, Math.round((mostHeight * width) / height))),
  aspectRatio: `${width} / ${height}`,
});

const icons: Readonly<Record<string, typeof IconFile>> = {
  'application/pdf': IconFileTypePdf,
  'application/zip': IconFileZip,
  'text/plain': IconFileText,
};

export const FileIcon = ({ mediaType }: { mediaType: string }) => {
  const Icon = mediaType.startsWith('image/') ? IconPhoto : (icons[mediaType] ?? IconFile);
  return <Icon size={18} stroke={1.6} aria-hidden="true" />;
};

interface FileRowProps {
  readonly name: string;
  readonly mediaType: string;
  /** Its size, as people read it. */
  readonly size: string;
  readonly href: string;
}

/** A file that is kept, not shown. */
export const FileRow = ({ name, mediaType, size, href }: FileRowProps) => (
  <a className={classes.row} href={href} download={name}>
    <FileIcon mediaType={mediaType} />
    <span className={classes.name} dir="auto">
      {name}
    </span>
    <span className={classes.size}>{size}</span>
  </a>
);

export const FileRows = ({ children }: { children: ReactNode }) => <div className={classes.rows}>{children}</div>;

interface UploadRowProps {
  readonly name: string;
  readonly mediaType: string;
  /** Shown in place of the icon; null for what is no image, or not there yet. */
  readonly preview: string | null;
  readonly status: string;
  /** 0–1 while it is on its way. */
  readonly progress: { readonly share: number; readonly label: string } | null;
  readonly isFailed?: boolean;
  readonly actions: ReactNode;
}

/** A file that goes with what is being written. */
export const UploadRow = ({ name, mediaType, preview, status, progress, isFailed = false, actions }: UploadRowProps) => (
  <li className={classes.upload} data-failed={isFailed}>
    {preview ? <img className={classes.thumb} src={preview} alt="" width={32} height={32} /> : <FileIcon mediaType={mediaType} />}
    <div className={classes.about}>
      <span className={classes.name} dir="auto">
        {name}
      </span>
      <span className={classes.size} role={isFailed ? 'alert' : undefined}>
        {status}
      </span>
      {progress && <progress className={classes.progress} max={1} value={progress.share} aria-label={progress.label} />}
    </div>
    <div className={classes.actions}>{actions}</div>
  </li>
);

export const UploadRows = ({ label, children }: { label: string; children: ReactNode }) => (
  <ul className={classes.uploads} aria-label={label}>
    {children}
  </ul>
);
