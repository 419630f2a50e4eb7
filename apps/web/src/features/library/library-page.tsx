import { createLink } from '@tanstack/react-router';
import { ButtonLink, Page, TextField } from '@landbridge/ui';
import { useTitle } from '../../platform/use-title.ts';
import { PlaceBar } from '../identity/index.ts';
import { ArtifactList } from './artifact-list.tsx';
import classes from './library.module.css';
import { text } from './texts.ts';

const KeepLink = createLink(ButtonLink);

export const LibraryPage = ({ q, onSearch }: { q: string; onSearch: (q: string) => void }) => {
  useTitle(text('library.title'));
  return (
    <>
      <PlaceBar />
      <Page>
        <div className={classes.head}>
          <h1>{text('library.title')}</h1>
          <KeepLink to="/library/new" search={{}}>
            {text('library.keep')}
          </KeepLink>
        </div>
        <div className={classes.search}>
          <TextField
            label={text('library.search')}
            type="search"
            maxLength={80}
            value={q}
            onChange={(event) => onSearch(event.target.value)}
          />
        </div>
        <ArtifactList q={q} />
      </Page>
    </>
  );
};
