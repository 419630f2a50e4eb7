import { useState } from 'react';
import { importPeople, mostFileBytes, mostImportedAtOnce, readPeopleFile, type PeopleFile } from '@landbridge/contract/people';
import { callRoute } from '../../platform/api.ts';

export interface CheckedFile extends PeopleFile {
  /** What the file is called on the device. */
  readonly name: string;
}

export type ImportState =
  | { readonly step: 'choosing' | 'reading' }
  | { readonly step: 'checked'; readonly file: CheckedFile }
  | { readonly step: 'importing'; readonly file: CheckedFile; readonly doneCount: number; readonly count: number }
  | { readonly step: 'done'; readonly count: number }
  | { readonly step: 'failed'; readonly error: unknown; readonly file: CheckedFile | null };

/** A file is first read without changing anything, then brought in part by part: what was interrupted is simply begun again. */
export const usePeopleImport = () => {
  const [state, setState] = useState<ImportState>({ step: 'choosing' });

  const check = async (chosen: File) => {
    const { name } = chosen;
    if (chosen.size > mostFileBytes) {
      setState({ step: 'checked', file: { name, people: [], faults: [{ line: 1, fault: 'too-large', value: '' }], ignoredColumns: [] } });
      return;
    }
    setState({ step: 'reading' });
    try {
      const content = base64Of(new Uint8Array(await chosen.arrayBuffer()));
      setState({ step: 'checked', file: { name, ...(await callRoute(readPeopleFile, { body: { content } })) } });
    } catch (error) {
      setState({ step: 'failed', error, file: null });
    }
  };

  const bringIn = async (file: CheckedFile, sendsInvitations: boolean) => {
    const people = newcomersOf(file);
    try {
      for (let doneCount = 0; doneCount < people.length; doneCount += mostImportedAtOnce) {
        setState({ step: 'importing', file, doneCount, count: people.length });
        await callRoute(importPeople, { body: { people: people.slice(doneCount, doneCount + mostImportedAtOnce), sendsInvitations } });
      }
      setState({ step: 'done', count: people.length });
    } catch (error) {
      setState({ step: 'failed', error, file });
    }
  };
  return { state, check, bringIn };
};

export const newcomersOf = (file: PeopleFile) => file.people.filter(({ isKnown }) => !isKnown).map(({ person }) => person);

const base64Of = (bytes: Uint8Array): string => btoa(Array.from(bytes, (byte) => String.fromCodePoint(byte)).join(''));
