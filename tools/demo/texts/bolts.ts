import type { Topic } from '../written.ts';

const community = 'bolted-joints';

export const boltTopics: readonly Topic[] = [
  {
    community,
    tags: ['lubrication', 'preload'],
    answers: ['0>1 3 1>2', '2>0 5>3', '5', '4 1>2'],
    asks: [
      [
        'Which grease do you use on M{36|42} threads, and where exactly?',
        'Two drawings, two pastes, and a fitter who uses a third because it smells better. I would like to hear what you put on the thread and what you put under the nut.',
      ],
      [
        'Friction changed after the paste supplier did',
        'New tub, same number on the label. At the usual pressure the nuts now turn {18..31} degrees further. Before I blame the tensioner I would like to know who else got the new tub.',
      ],
      [
        'Is dry assembly ever right?',
        'A colleague from the yard swears that stainless covers should go together dry. My textbook says the opposite. Who has done a few hundred of them?',
      ],
      [
        'Paste on the shank: harmless or not?',
        'Apprentice greased the whole bolt, shank included. The joint slipped in the shear test at a lower load than the report says. Coincidence?',
      ],
    ],
    replies: [
      'Thread and nut face, never the washer seat. If the washer turns with the nut, somebody was generous with the brush.',
      'We weigh the tub before and after {12..40} bolts. It sounds pedantic, but one crew used three times as much as the other and had the lower preload.',
      'Ask for the batch number of the paste. In {March|June|September} ours contained a different solid lubricant and the label did not change.',
      'A line of paste as long as the nut is high, on one side. The nut spreads it better than a brush does.',
      'Slip joints must stay dry between the plates, so a greasy shank is not harmless at all. Wipe the hole, not only the bolt.',
      'Our friction test is ten bolts and a load cell, {25..50} minutes. Come by with your tub and bring your own washers.',
    ],
    turns: [
      'The tub on our bench has no batch number at all. That is a finding in itself.',
      'So the seat stays dry. I will paint that into the picture on the wall.',
      'I counted: {7..15} grams a bolt here, against five in your hall.',
      'Will the load cell take M{30|36|42}?',
    ],
    outcome: 'One paste per joint is on the drawing now, and the batch number is written beside the torque.',
  },
  {
    community,
    tags: ['tensioners', 'pressure'],
    answers: ['0 5>3 2>0', '1 0', '4>1', '3>2'],
    asks: [
      [
        'Tensioner pressure reads right, bolts come out short',
        'The gauge shows 1,100 bar and the elongation says {84..91} per cent. Pump was calibrated in spring.',
      ],
      [
        'How long do you hold pressure before you turn the nut?',
        'Manual says "until stable". One of us counts to three, another smokes in thought. What do you do with long studs?',
      ],
      [
        'Two tensioners on one hose give two results',
        'The far one always ends lower, by about {3..6} per cent. Do you cross the hoses halfway?',
      ],
      [
        'Load transfer factor: who measured it for short bolts?',
        'Clamp length is barely three diameters. The table in the manual stops at four, and I do not trust my extrapolation.',
      ],
    ],
    replies: [
      'The nut must be turned down by hand force, really down. With a short bar and cold fingers you lose {4..9} per cent when the pressure goes off.',
      'We hold for {20..45} seconds on studs above a metre. Under that the difference disappears in the noise.',
      'Tighten all in two rounds, the second one at the same pressure. If a nut still moves in round two, it was not down in round one.',
      'For short bolts we measured the transfer ourselves: strain gauge inside three of them. The loss was 22 per cent, not the 12 from the table.',
      'A gauge on the pump tells you about the pump. Put a second gauge at the far end of the hose for one day.',
      'Dirt under the bridge foot tilts the tool. A brush on a string at each tensioner solved more than the calibration did.',
    ],
    turns: [
      'Second round: {9..21} of 72 nuts moved. I am sobered.',
      'There was a hose with a kink in it, flattened where the door closes.',
      'Could I borrow those three bolts with the gauges?',
      'Brush ordered, string found.',
    ],
    outcome: 'Second round at the same pressure is written into the procedure; on short studs we add the loss that was measured.',
  },
  {
    community,
    tags: ['washers', 'hardness'],
    answers: ['1>0 4', '0>2', '2>3', '5 3>1'],
    asks: [
      [
        'Soft washers in a hard joint',
        'Imprints of {0.2|0.3|0.4} mm under the nut after one year. The delivery note says 300 HV, the part says otherwise.',
      ],
      [
        'Chamfer up or chamfer down?',
        'Half of the crew puts the chamfer towards the head, the other half towards the plate. I have looked at the standard and still get asked every week.',
      ],
      ['Do you reuse washers after re-tightening?', 'They look perfect. Stores would love a yes.'],
      [
        'Washers glued together by zinc',
        'Galvanised pairs stick and people knock them apart with a hammer. The edge then has a burr that nobody sees.',
      ],
    ],
    replies: [
      'Chamfer towards the head fillet, always. We turned it into a rhyme for apprentices, and it is not a good rhyme.',
      'File test first: if a needle file bites, the washer goes back. Takes {5..12} seconds and finds the soft ones.',
      'We measured reused washers: the second preload scattered twice as much. New ones cost less than the discussion.',
      'A burr of a tenth costs more preload than a bad paste. Run a thumb nail around it, then decide.',
      'Hardness is printed for the lot. Ask how many pieces the lot had; our last answer was {18..60} thousand.',
      'Tumbling for ten minutes separates them and takes the burr as well. The foundry next door does it for a cake.',
    ],
    turns: [
      'File bites on every fourth one. Back they go.',
      'My thumb nail found {2..5} out of thirty.',
      'I would like that rhyme, however bad.',
      'Stores took the no with dignity.',
    ],
    outcome: 'Incoming inspection runs the file test on five washers of each box.',
  },
  {
    community,
    tags: ['ultrasonic', 'elongation'],
    answers: ['0>1 5>0', '1', '2>3', '3 4>2'],
    asks: [
      [
        'Ultrasonic readings jump when the sun is on the flange',
        'Morning and noon differ by {2|3|4} per cent on the same untouched bolt. Temperature is entered, from the thermometer at the door.',
      ],
      [
        'Do I need a reference length from before tightening?',
        'On old joints nobody measured zero. Is there an honest way to say anything about the preload without loosening them?',
      ],
      ['Which couplant survives minus five?', 'Gel turns to jam and the signal goes. Glycerine was better but runs off the vertical ones.'],
      ['Painted bolt ends: grind, or measure through?', 'The customer does not want bare ends. Through the paint I lose the second echo.'],
    ],
    replies: [
      'Temperature of the *bolt*, not of the hall. Magnet sensor on the head, wait for two minutes, then the jump is gone.',
      'Without zero you can only compare neighbours. We loosen {3..6} per flange and use them to calibrate the rest, with the owner watching.',
      'Grease for wheel bearings works down to minus fifteen. It is ugly, wipe it off for the auditor.',
      'Through up to 80 µm of hard paint we get the echo with a {2.25|3.5} MHz probe. Thicker than that, a spot of ten millimetres and a plastic cap afterwards.',
      'Mark the position of the probe. A few millimetres off on a rough end were worth more than the whole loss that we were looking for.',
      'I keep one bolt in the van that is not tightened at all. If that one moves, my instrument moves.',
    ],
    turns: [
      'The bolt in the van is a lovely idea, mine now rides in the glove box.',
      'Head was at {29..37} degrees, thermometer at 18. There is my jump.',
      'Would you show me how you mark the probe position?',
      'Grease it is. It froze the auditor, not the signal.',
    ],
    outcome: 'We enter the temperature of each tenth bolt head and carry an untightened reference.',
  },
  {
    community,
    tags: ['sequence', 'gap'],
    answers: ['0>0 5', '1>3 4', '2>1', '3>2'],
    asks: [
      [
        'Who closes a large flange with four tools at once?',
        'We own four, and the hall wants me to use them. Do you get better contact, or just faster noise?',
      ],
      [
        'After pass one there is still light through the joint',
        'Feeler of {0.1|0.15|0.2} goes in over eight bolts. The sequence card says to continue.',
      ],
      [
        'Numbering bolts: from the door or from the weld?',
        'Three crews start counting at three different places and the protocol of bolt 17 is worthless.',
      ],
      [
        'Is it allowed to skip pass two on M{20|24}?',
        'The card has three passes for every size. On covers with M20 nobody does the second one, if I am honest.',
      ],
    ],
    replies: [
      'Four tools at ninety degrees close a gap that one tool pushes around. But somebody has to shout, we use a whistle.',
      'If light comes through, stop. We continued once and the gap was back after {300..600} hours, with less preload around it.',
      'Count from the longitudinal weld, clockwise, seen from outside. Punch the 1 into the flange and the argument ends.',
      'On small covers we took pass two off the card, officially, after measuring {16..40} of them. An unofficial skip is what I would worry about.',
      'Feeler at eight places, value written on the flange in chalk. Next pass only when all eight are clean.',
      'Start at the stiffest point. On ours this is the door frame, and it took a designer standing in the rain to notice.',
    ],
    turns: [
      'Whistle bought. The hall hates it and the flange loves it.',
      'Punched a 1 into {3..9} flanges today.',
      'Who signs such a change of the card on your side?',
      'There was a burr from the burner right under the light.',
    ],
  },
  {
    community,
    tags: ['locking', 'vibration'],
    answers: ['2 4>3', '1>2', '0>1', '5>0 3'],
    asks: [
      [
        'Wedge-locking washers on painted surfaces',
        'They bite through the paint and rust starts in the teeth. Has anybody found an arrangement that holds and does not bleed?',
      ],
      [
        'Liquid lock in the cold: how long until it holds?',
        'At {2..6} degrees the bottle says nothing. We tighten, and the crane wants to go on.',
      ],
      ['Nyloc nuts at 90 degrees Celsius', 'They sit beside the brake resistor. Fourteen months, and three of them can be turned by hand.'],
      [
        'Do your split pins come back after service?',
        'I find castle nuts without pins about once a month, always at the same axle position.',
      ],
    ],
    replies: [
      'Above 70 degrees we use all-metal locking nuts. The nylon ones are honest only in the office.',
      'Primer in the cold, then {40..90} minutes. Without primer we waited a night and it was still honey.',
      'Paint after, not before: bite into bare steel, then seal the whole stack. It has held for {2..5} winters.',
      'Count pins out and pins in, on a magnet tray with holes. An empty hole at the end of the job asks its own question.',
      'If the preload is right, you rarely need a lock. Most of our locked joints were short clamp lengths with too few threads to stretch.',
      'The position is the one that you cannot see standing. We put a mirror there and the pins returned.',
    ],
    turns: [
      'Mirror installed. You can watch people being surprised.',
      'All-metal nuts are on order, {60..200} pieces.',
      'Does the primer attack the zinc?',
      'The clamp length is 1.8 diameters. I suspect that is the real problem.',
    ],
    outcomeOf: 2,
    outcome: 'Beside the resistor sit all-metal nuts now, and the parts list says why.',
  },
  {
    community,
    tags: ['tools', 'torque'],
    answers: ['0 5>1', '1', '2>0', '4>2 3>3'],
    asks: [
      [
        'Reaction arm slipped off and nearly took a hand',
        'Electric wrench, {800|1200|1500} Nm, reaction on a ribbed edge. Nobody hurt. What do you react against when there is nothing square?',
      ],
      [
        'Impact wrench before torque wrench: your limit?',
        'People run nuts down with the impact gun and "finish" by click. Some are beyond the click already.',
      ],
      [
        'Angle display differs between two identical tools',
        'Same nut, same socket: one says 41 degrees, the other {46..52}. Service says both are fine.',
      ],
      [
        'Sockets that crack from the inside',
        'Third thin-wall socket this quarter. They split along a line that you see only when it is too late.',
      ],
    ],
    replies: [
      'Reaction foot with a pin that drops into the next nut. If it has nothing square to lean on, it has a neighbour.',
      'Impact gun only to finger-tight plus a quarter. We took the strong guns away and left the {200|250} Nm ones.',
      'Angle starts counting at the snug torque. Compare that setting first, ours were 50 and {80..120}.',
      'Sockets get a birthday. After {12..18} months the thin ones go to the apprentices as door stops.',
      'Look at the square drive. A worn one rocks, and the crack starts in the corner that carries.',
      'We mark the pinch zone of the arm on the part with tape. Hands see tape.',
    ],
    turns: [
      'Snug settings were different, {40..60} against 100. Solved by reading.',
      'Tape is on. I would like to see that pin foot.',
      'The square drive rocks, you are right.',
      'May I send you a photograph of the crack?',
    ],
  },
  {
    community,
    tags: ['corrosion', 'coating'],
    answers: ['0>0 5>2 3', '4', '1>1', '2'],
    asks: [
      [
        'Hydrogen in high-strength bolts: do you bake after plating?',
        'A 12.9 screw broke overnight, untouched, with a grainy face. The plater says that baking is "included".',
      ],
      ['Zinc flakes in the tapped hole', 'After the third assembly the thread is grey dust. Torque climbs by {15..30} per cent.'],
      ['White rust under the caps', 'Caps were meant to protect the nuts. After {8..14} months there is a salt lake beneath them.'],
      ['Mixed metals at the earthing point', 'Copper lug, zinc bolt, aluminium rail. It looks like chemistry class after one winter.'],
    ],
    replies: [
      'Ask the plater for the oven chart with the time between bath and oven. More than {3|4} hours and it is only warm decoration.',
      'Caps with a drain hole at the lowest point, and filled with grease. Without grease they are a greenhouse.',
      'Bimetal washer between lug and rail, contact paste, and the whole thing under a boot. Ours are clean after {3..6} years.',
      'We stopped using 12.9 outdoors. A longer 10.9 does the same and forgives the plater.',
      'Blow out the hole before each assembly and count the assemblies. After three it gets a thread insert.',
      'Send the broken one to a metallurgist before anybody wipes it. The face tells within minutes whether it was hydrogen.',
    ],
    turns: [
      'There was no chart. There was a promise, in writing.',
      'Drain holes were there, at the highest point.',
      'Metallurgist says hydrogen, {60..90} per cent of the section.',
      'Which grease do you fill the caps with?',
    ],
    outcome: 'The screw became a longer 10.9 and the drawing forbids plated 12.9 outside.',
  },
  {
    community,
    tags: ['inspection', 'maintenance'],
    answers: ['0>0 5', '1>3', '3>2', '2>1 4'],
    asks: [
      [
        'How many bolts per flange do you check after a year?',
        'Ten per cent says the book. On a flange with 128 bolts that is a morning; on one with 16 it is two bolts and a feeling.',
      ],
      ['Retighten or only check?', 'If the wrench moves the nut by a few degrees, is that a finding, or just the paste waking up?'],
      [
        'Access to the inner bolts takes longer than the bolts',
        'Platform, hatch, ladder, {35..55} minutes for eight nuts. Who found a trick?',
      ],
      [
        'Protocols without a single deviation',
        'I read {140|180|220} protocols of one site. Not one value off. I do not believe in such weather.',
      ],
    ],
    replies: [
      'Choose them by dice and include both neighbours of any that moved. Then ten per cent means something.',
      'Check at 90 per cent of the torque. If it moves there, it is a finding; above, you only tighten the paste.',
      'Perfect protocols come from forms that accept only perfect values. Leave a line for "what surprised you".',
      'A hinged step that stays in the tower cost us {250..400} euros and saved the ladder for ever.',
      'Write the time of each tenth bolt. Nobody can invent plausible times for a whole flange.',
      'I would rather have {6..10} bolts measured properly than forty clicked.',
    ],
    turns: [
      'Dice are in the tool box now, between the sockets.',
      'One line "what surprised you" has produced {3..8} real findings in a week.',
      'Do you have a drawing of that step?',
      'It moved at ninety. So it is a finding.',
    ],
  },
  {
    community,
    tags: ['threads', 'repair'],
    answers: ['4>2 5', '0>0 1', '2>3', '3'],
    asks: [
      [
        'Thread insert in a cast hub: who decides?',
        'One of 48 holes is torn. Design says "no repair without calculation", the calculation takes three weeks.',
      ],
      [
        'A stud broke flush and it is 90 degrees from anything',
        'M{24|30}, in the casting, no room for a drill stand. Ideas before I do something that I have to explain?',
      ],
      ['Cross-threading at station {3|4|5}', 'Twice in one month a nut started crooked and was helped along by the tool.'],
      ['Anaerobic sealant in blind holes', 'Bolt goes in, air cannot get out, torque is reached {6..10} millimetres early.'],
    ],
    replies: [
      'Weld a nut onto the stump, let it glow and cool, then turn. The heat does more than the lever.',
      'We have a magnetic drill of 180 mm height for exactly that. It travels, ask for the yellow box.',
      'First {2|3} turns by hand, always, and the tool hangs out of reach until then.',
      'A groove along the thread lets the air out. Or sealant in the hole wall, not on the tip.',
      'Ask design for a table beforehand: which holes may carry an insert. Ours has {30..44} of 48 marked green.',
      'An insert is stronger than the casting around it. The calculation is about the neighbours, so give them the load of both.',
    ],
    turns: [
      'It glowed, it cooled, it turned. Thank you.',
      'The yellow box arrives on {Monday|Tuesday|Thursday}.',
      'Design agreed to make that table, one afternoon.',
      'Tool hangs on a spring now, two arm lengths away.',
    ],
    outcome: 'There is a map of the hub with green holes; an insert takes a day now instead of three weeks.',
  },
];
