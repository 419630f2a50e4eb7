import { Injectable } from '@nestjs/common';
import { ReadMarks } from '../threads/index.ts';
import { Notices } from './notices.ts';

/** In the transaction in which somebody reads on, so that both figures agree in every browser. */
@Injectable()
export class ReadWhenThreadRead {
  constructor(notices: Notices, readMarks: ReadMarks) {
    readMarks.onRead((tx, { personId, threadId, readPosition }) => notices.readThread(tx, personId, threadId, readPosition));
  }
}
