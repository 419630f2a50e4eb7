import type { Topic } from '../written.ts';

const community = 'claims';

/** Few and careful: a private community of twelve. */
export const claimTopics: readonly Topic[] = [
  {
    community,
    tags: ['evidence', 'storage'],
    answers: ['3>0 0', '2>2', '1>1'],
    asks: [
      ['Gearbox case: where is the broken tooth?', 'Insurer asks for the fragment. Site says "in the box", box says nothing.'],
      ['Chain of custody for oil samples', 'Three bottles, two labels, one signature.'],
      ['Case {K-14|K-17}: the first report was too sure', 'It says "overload" on day two. On day nine it looks like heat treatment.'],
    ],
    replies: [
      'Fragment goes into a bag with who, when, where, at the moment it is picked up. In writing we can only say that from today.',
      'Write "we do not know yet" in the next report, and what would tell us. It is stronger than a correction in {four|six} weeks.',
      'Two bottles are usable, the third we mention and do not use.',
      'I will fetch the box myself on {Tuesday|Thursday}. It is 90 minutes and one question less.',
    ],
    turns: ['Box fetched: tooth is there, in a glove.', 'Report amended, the insurer thanked us for it.', 'Agreed, two bottles.'],
  },
  {
    community,
    tags: ['wording', 'customer'],
    answers: ['0 3>0', '1>1', '2>2'],
    asks: [
      ['What may we say to the customer before the analysis?', 'They ask daily. Silence sounds like guilt.'],
      ['Photographs in a group chat', 'Somebody of the crew shared the crack. It has travelled.'],
      ['Supplier wants to see everything', 'Fair, and not yet.'],
    ],
    replies: [
      'Say what we do next and when they will hear from us, and keep exactly that hour. Nothing about causes.',
      'Ask the crew kindly to delete it and give them a place to put pictures. They had none, that is on us.',
      'Offer a joint opening of the part, on {Monday|Friday}, with both cameras. Then everybody sees the same.',
      'Daily at four, three sentences, also when nothing has happened. It calmed them in {two|three} days.',
    ],
    turns: [
      'Three sentences at four. They say thank you now.',
      'Crew deleted it and asked for the place. It exists since noon.',
      'Joint opening accepted, two cameras.',
    ],
  },
];
