import { useEffect } from 'react';

let unread = 0;
let place = '';

const show = () => {
  document.title = `${unread > 0 ? `(${unread}) ` : ''}${place === '' ? 'Landbridge' : `${place} · Landbridge`}`;
};

/** The tab tells the place and how many followed threads have something unread. */
export const useTitle = (name: string): void => {
  useEffect(() => {
    place = name;
    show();
  }, [name]);
};

export const useUnreadInTitle = (count: number): void => {
  useEffect(() => {
    unread = count;
    show();
  }, [count]);
};
