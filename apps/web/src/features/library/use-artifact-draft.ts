import { communityId } from '@landbridge/contract';
import type { FileView } from '@landbridge/contract/files';
import { z } from 'zod';
import { parseKept } from '../../platform/parse-kept.ts';
import { useDraft } from '../../platform/use-draft.ts';
import { useAttachments, type Attachments } from '../files/index.ts';

const artifactTexts = z.object({
  title: z.string(),
  markdown: z.string(),
  communityIds: z.array(communityId),
  /** The version it was begun from; 0 for what is not kept yet. */
  version: z.int().default(0),
});
export type ArtifactTexts = z.infer<typeof artifactTexts>;

/** What an artifact begins with before anything is written: the words and files of what it is kept from, or of its newest version. */
export interface Beginning {
  readonly texts: ArtifactTexts;
  readonly files: readonly FileView[];
}

export interface ArtifactWriting {
  readonly texts: ArtifactTexts;
  readonly attachments: Attachments;
  readonly put: (texts: ArtifactTexts) => void;
}

/** Texts and files of an artifact as they are written at one place, kept on this device from the first change on. */
export const useArtifactDraft = (place: string) => {
  const draft = useDraft(place);
  const attachments = useAttachments(place);
  const written = parseKept(artifactTexts, draft.text || null);
  const keep = (texts: ArtifactTexts) => draft.setText(JSON.stringify(texts));
  return {
    isBegun: written !== null,
    keptAt: draft.keptAt,
    /** Undefined while it is not known what it begins with. */
    writing: (beginning: Beginning | undefined): ArtifactWriting | undefined =>
      written ? { texts: written, attachments, put: keep } : beginning && begunBy(beginning, attachments, keep),
    forget: () => {
      draft.setText('');
      attachments.set([]);
    },
  };
};

/** The first change, of texts or of files, takes up what it begins with. */
const begunBy = ({ texts, files }: Beginning, attachments: Attachments, keep: (texts: ArtifactTexts) => void): ArtifactWriting => {
  const put = (next: ArtifactTexts) => {
    attachments.set(files);
    keep(next);
  };
  return {
    texts,
    put,
    attachments: {
      ...attachments,
      files,
      add: (added) => {
        put(texts);
        attachments.add(added);
      },
      remove: (id) => {
        put(texts);
        attachments.remove(id);
      },
    },
  };
};
