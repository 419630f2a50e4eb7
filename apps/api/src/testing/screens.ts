import type { CommunityId, ThreadId } from '@landbridge/contract';
import * as communities from '@landbridge/contract/communities';
import * as threads from '@landbridge/contract/threads';
import { applyCommunityEvent } from '@landbridge/domain/communities';
import * as domain from '@landbridge/domain/threads';
import type { Heard, TestPerson } from './test-person.ts';

/** What the screens of one browser hold: a thread, the list it stands in, the unread overview and the community. */
export interface Screens {
  readonly page: threads.ThreadPage;
  readonly list: threads.ThreadList;
  readonly unread: threads.UnreadOverview;
  readonly community: communities.CommunityView;
}

interface Place {
  readonly threadId: ThreadId;
  readonly communityId: CommunityId;
}

/** Everything read anew, as a browser does that opens these screens now. */
export const freshScreens = async (person: TestPerson, { threadId, communityId }: Place): Promise<Screens> => ({
  page: await person.do(threads.getThread, { params: { threadId }, query: { limit: 100 } }),
  list: await person.do(threads.listThreads, { params: { communityId } }),
  unread: await person.do(threads.getUnread),
  community: await person.do(communities.getCommunity, { params: { communityId } }),
});

/** A browser with open screens that only listens from now on. */
export class LiveBrowser {
  private constructor(
    readonly person: TestPerson,
    private readonly place: Place,
    private readonly opened: Screens,
    private readonly heardBefore: number,
  ) {}

  static async open(person: TestPerson, place: Place): Promise<LiveBrowser> {
    if (!person.isConnected) await person.connect();
    await person.ask(threads.watchThread, { threadId: place.threadId });
    await person.ask(communities.watchCommunity, { communityId: place.communityId });
    return new LiveBrowser(person, place, await freshScreens(person, place), person.heard.length);
  }

  /** The opened screens after every event heard since, through the reducers that the web uses. */
  get screens(): Screens {
    const heard = this.person.heard.slice(this.heardBefore);
    return heard.reduce((screens, event) => apply(screens, event, this.person), this.opened);
  }

  fresh(): Promise<Screens> {
    return freshScreens(this.person, this.place);
  }
}

/** What a reader sees of the screens, without `can`, which is asked for anew with the next page: of threads that they do not follow, the overview shows only the dot of the community. */
export const shown = ({ page, list, unread, community }: Screens) => ({
  page: { ...page, thread: { ...page.thread, can: null } },
  // A reaction has a number and changes no row: the number orders headlines, nobody sees it.
  list: { ...list, threads: list.threads.map((thread) => ({ ...thread, lastSeq: null })) },
  followed: unread.threads.filter((thread) => thread.readState.follows !== 'none'),
  dots: unread.communitiesWithNews,
  community: { ...community, can: null },
});

const apply = (screens: Screens, { name, payload }: Heard, { id }: TestPerson): Screens => {
  const { page, list, unread } = screens;
  switch (name) {
    case threads.messagePosted.name:
      return { ...screens, page: next(page, { name, payload: threads.messagePosted.payload.parse(payload) }, id) };
    case threads.messageEdited.name:
      return { ...screens, page: next(page, { name, payload: threads.messageEdited.payload.parse(payload) }, id) };
    case threads.messageDeleted.name:
      return { ...screens, page: next(page, { name, payload: threads.messageDeleted.payload.parse(payload) }, id) };
    case threads.messageHidden.name:
      return { ...screens, page: next(page, { name, payload: threads.messageHidden.payload.parse(payload) }, id) };
    case threads.ownReportChanged.name:
      return { ...screens, page: domain.applyOwnReportToPage(page, threads.ownReportChanged.payload.parse(payload)) };
    case threads.messageReacted.name:
      return { ...screens, page: next(page, { name, payload: threads.messageReacted.payload.parse(payload) }, id) };
    case threads.threadChanged.name:
      return { ...screens, page: next(page, { name, payload: threads.threadChanged.payload.parse(payload) }, id) };
    case threads.threadMoved.name: {
      const moved = threads.threadMoved.payload.parse(payload);
      const known = unread.threads.find((thread) => thread.threadId === moved.thread.id)?.readState;
      const isHere = moved.communityId === screens.community.id;
      return {
        ...screens,
        list: isHere ? domain.applyThreadMovedToList(list, moved, known) : list,
        unread: domain.applyThreadMovedToUnread(unread, moved, id),
      };
    }
    case threads.readStateChanged.name: {
      const change = threads.readStateChanged.payload.parse(payload);
      return {
        ...screens,
        page: domain.applyReadStateToPage(page, change),
        list: domain.applyReadStateToList(list, change),
        unread: domain.applyReadStateToUnread(unread, change),
      };
    }
    case threads.threadLost.name:
      return { ...screens, unread: domain.applyThreadLostToUnread(unread, threads.threadLost.payload.parse(payload).threadId) };
    case communities.communitySeen.name: {
      const seen = communities.communitySeen.payload.parse(payload);
      const looked = changeCommunity(screens, { name, payload: seen });
      return { ...looked, unread: domain.applyCommunitySeenToUnread(unread, seen.communityId, seen.seenAt) };
    }
    case communities.communityChanged.name:
      return changeCommunity(screens, { name, payload: communities.communityChanged.payload.parse(payload) });
    case communities.communityMembersChanged.name:
      return changeCommunity(screens, { name, payload: communities.communityMembersChanged.payload.parse(payload) });
    case communities.membershipChanged.name:
      return changeCommunity(screens, { name, payload: communities.membershipChanged.payload.parse(payload) });
    case communities.ownRequestChanged.name:
      return changeCommunity(screens, { name, payload: communities.ownRequestChanged.payload.parse(payload) });
    default:
      return screens;
  }
};

/** The page after its next event; a missing number would leave it as it is, and the comparison would fail. */
const next = (page: threads.ThreadPage, event: domain.ThreadEvent, viewerId: TestPerson['id']): threads.ThreadPage =>
  event.payload.seq === page.thread.lastSeq + 1 ? domain.applyThreadEvent(page, event, viewerId) : page;

const changeCommunity = (screens: Screens, event: Parameters<typeof applyCommunityEvent>[1]): Screens => ({
  ...screens,
  community: applyCommunityEvent(screens.community, event),
});
