import type { Topic } from '../written.ts';

const community = 'blade-edges';

export const bladeTopics: readonly Topic[] = [
  {
    community,
    tags: ['erosion', 'leading edge'],
    asks: [
      [
        'Tape or coating on the outer {8|10|12} metres?',
        'We have both on the same row of turbines after two winters, and two opinions. I would like to hear from somebody who has removed either of them.',
      ],
      [
        'Leading edge tape lifts at the lower end',
        'Always at the end that faces the root, {3..9} centimetres. Rain gets under it and whistles.',
      ],
      ['How early do you repair pinholes in the coating?', 'They are hardly visible in May and craters in October. Budget says October.'],
      [
        'Is sand erosion different from rain erosion?',
        'Our site is beside a quarry. The damage looks polished instead of pitted and the classes do not fit.',
      ],
    ],
    replies: [
      'Tape lifts where the end is cut square. Round the corners with a {20|30|40} mm radius and seal the edge the same day.',
      'Coating for us, because repairs blend in. With tape you repair a sticker with a sticker.',
      'Pinholes in May cost two rope days, the crater costs {6..9} plus a weather window. We send the team in May.',
      'Polished means small grains at a low angle. Sand takes the resin first; look for fibres standing up.',
      'Remove a strip before you decide. Under ours the filler had never cured, so the tape was innocent.',
      'Take the same picture each quarter from the same rope position. A series convinces people who argue with one picture.',
    ],
    turns: [
      'Corners were square as a letter. Rounded from now on.',
      'Fibres stand up, you are right, under {10|20} times magnification.',
      'Series started, rope position painted on the tower.',
      'What do you seal the edge with?',
    ],
    outcome: 'Ends are cut round and sealed on the day; none of the new ones has lifted in five months.',
  },
  {
    community,
    tags: ['infusion', 'vacuum'],
    asks: [
      [
        'Vacuum drops by {4..9} millibar after the resin has started',
        'The drop test before was perfect for half an hour. Then resin comes in and the gauge wanders.',
      ],
      [
        'Dry spot at the root inserts again',
        'Third time this year at the same two inserts, size of a hand. Flow simulation shows nothing there.',
      ],
      ['Resin arrives too warm in summer', 'Tank in the hall at {27..33} degrees, pot life shrinks and the last metre races us.'],
      [
        'How do you find a leak in 60 metres of bag?',
        'Ultrasonic gun, soap, ears. We lost two hours yesterday to a hole that was under a clamp.',
      ],
    ],
    replies: [
      'Inlet fittings. They are not under vacuum during the drop test, so nobody tests them. Close the valve behind the fitting and test again.',
      'Put a thermal camera on the bag during filling. A dry spot shows as a cold island {10..20} minutes before it is one.',
      'Chill the hardener, not the resin. Resin gets thick and you trade one trouble for another.',
      'Leaks love people’s knees. We walk the bag only on foam boards since we found {3..7} holes in a line, one step apart.',
      'Draw each leak onto a plan of the mould for a month. Ours formed a pattern around one trolley with a bad wheel.',
      'At inserts the glass bridges if the last layer is cut straight. Cut darts, and press them in by hand.',
    ],
    turns: [
      'The fitting behind the valve, indeed. A seal the size of a coin.',
      'One trolley with a splinter on the left wheel. Unbelievable.',
      'Camera shows the island at minute {31..44}.',
      'Darts in the last layer: first mould without a dry spot.',
    ],
    outcome: 'Inlet fittings belong to the drop test; the plan of leaks hangs at each mould.',
  },
  {
    community,
    tags: ['repair', 'weather'],
    asks: [
      [
        'Repair at {80|85|92} per cent humidity: yes or no?',
        'The data sheet stops at 75, the turbine stands, and the forecast says the same for nine days.',
      ],
      ['What do you do about dew in the morning?', 'Blade dry at ten, lunch at twelve, wind at one. That leaves very little.'],
      ['Sanding dust at height', 'Dust goes into the harness, the lungs and the farmer’s field. Vacuum on a rope weighs eleven kilos.'],
      ['Curing lamp falls out of temperature with gusts', 'Above {7..9} m/s the infrared panel cannot hold 50 degrees.'],
    ],
    replies: [
      'Tent with a small heater lowers the humidity at the surface by {15..25} points. It is a sail though, so below eight metres per second only.',
      'Measure the surface and the dew point, not the air. Three degrees apart and we go, whatever the sheet says about the sky.',
      'Battery vacuum on the hip, three kilos, bag changed every {20..30} minutes. The farmer sends us apples now.',
      'A blanket instead of a lamp, taped on all sides. Wind does not matter much and one person can go down meanwhile.',
      'Start on the side that sees the sun first. Sounds childish, gains an hour and a half on a north-south row.',
      'Two small repairs done well beat four begun. We plan for two and are happy about three.',
    ],
    turns: [
      'Three degrees is a rule I can carry in my head.',
      'Sun side first gave us {50..80} minutes today.',
      'Which vacuum is that, and does it survive a drop?',
      'The tent flew. Nobody was in it. Blanket, then.',
    ],
  },
  {
    community,
    tags: ['gel coat', 'finishing'],
    asks: [
      ['Gel coat cracks at the web position', 'Fine star cracks, {5..14} of them on one side, six months after delivery.'],
      ['Colour step between two shells', 'Same code, two batches, visible from the road. The customer has a drone and time.'],
      ['How thick is too thick?', 'We measure {0.9|1.1|1.3} mm where the drawing says 0.6. The finisher says that he was being kind.'],
      [
        'Sanding through at the trailing edge',
        'Every third blade shows glass after the long sander. It happens in the last half hour of the shift.',
      ],
    ],
    replies: [
      'Star cracks come from a blow on the inside. Ask who walked or what fell there; we found a {tripod|ladder|clamp} print.',
      'Thick gel coat shrinks and cracks. Wet-film comb every metre, and the comb hangs at the gun so that it gets used.',
      'Mix the two batches half and half for the transition. It costs one drum and saves the discussion.',
      'Pencil lines across the edge before sanding: when the pencil is gone, stop. Nobody sands through a pencil.',
      'Last half hour is for cleaning now. We lost {15..25} minutes of sanding and gained the repairs.',
      'Judge the step in shade and from the distance of the road. Under lamps we rejected what nobody could see outside.',
    ],
    turns: [
      'Pencil works. We are back in primary school, and it works.',
      'There was a ladder print. Two feet, exactly in the stars.',
      'Comb readings between {0.6|0.7} and 0.8 today.',
      'Half and half it is, the customer came and saw nothing.',
    ],
    outcome: 'Pencil lines and no sanding in the last half hour: no glass has shown since.',
  },
  {
    community,
    tags: ['photographs', 'documentation'],
    asks: [
      ['Naming of edge pictures', 'I received {300|420|560} files called IMG. Which naming do crews really keep to?'],
      [
        'Do you photograph the good places too?',
        'Reports show damage only. A year later nobody knows whether the place beside it was fine or just not looked at.',
      ],
      ['Ruler, coin or laser: what is in your picture?', 'I want to compare across years and the pictures lack any scale.'],
      ['Pictures taken against the sky', 'The edge is black, the clouds are lovely.'],
    ],
    replies: [
      'Say the position aloud and record it. The camera’s audio file has the same number, and nobody types with gloves.',
      'One good place for each metre. {20..30} pictures more and every later argument is shorter.',
      'Adhesive scale strips, ten millimetre steps, peeled off afterwards. Laser dots wander on curved surfaces.',
      'Expose for the blade: point at it, lock, then frame. Takes one lesson and a photo of a dark nose.',
      'We write turbine, blade and metre on a card and photograph it first. Low technology, no losses in {2..4} years.',
      'If it is against the sky, use the flash even at noon. It fills the shadow side at up to {2..4} metres.',
    ],
    turns: [
      'Card photographed first. I wonder why I ever wanted software.',
      'Flash at noon. People look at me strangely and the edge is there.',
      'Could you share a sheet of those strips?',
      'One good place a metre added {11..16} minutes to the flight.',
    ],
  },
  {
    community,
    tags: ['lightning', 'receptors'],
    asks: [
      [
        'How often do you measure the down conductor?',
        'Once a year takes a stop and two people. We found {0..2} faults in {120|150|190} measurements.',
      ],
      ['Receptor is loose but conducting', 'I can turn it by hand, half a turn. Resistance is fine. Does it matter?'],
      ['Strike counter says nothing, blade says something', 'Card in the tower base shows zero, and there is a brown spot at 58 metres.'],
      ['Wet blade, dry blade: two resistances', 'After rain I measure {9|11|13} milliohm, the day before it was twice that.'],
    ],
    replies: [
      'A loose receptor arcs at its thread at the first strike. Tighten it and mark it, the brown spot comes later.',
      'Magnetic cards saturate or fall off. Ask the weather service for strikes within {300|500} metres on the dates in question.',
      'Your second clamp sits on paint. Scratch, measure again, and the rain will make no difference.',
      'We measure after strikes and every third year otherwise. It finds the same, and crews get {2..4} days back.',
      'Four-wire, please. With two wires you measure your cables and your mood.',
      'Look at the tip drain too. Blocked, it fills, and water turns to steam in a strike.',
    ],
    turns: [
      'Clamp was on paint. I am not proud.',
      'Weather service lists {1..3} strikes that week.',
      'Drain was full of wasps. Live ones.',
      'Mark applied, torque noted.',
    ],
  },
  {
    community,
    tags: ['moulds', 'geometry'],
    asks: [
      [
        'Mould twist after moving the hall crane',
        'Tip has turned by {0.15|0.2|0.3} degrees. Nobody touched the mould, everybody touched the floor.',
      ],
      ['Release agent: one coat too many?', 'Blades come out like soap, and the paint does not stick to them later.'],
      ['Heating zones that never agree', 'Zone {4|6|7} is always six degrees behind. Electrician says it is fine.'],
      ['How long may a mould stay open?', 'Dust settles, people lean in, lunch happens.'],
    ],
    replies: [
      'Survey the feet, not the shell. One of ours stood on a cable cover since the floor was painted.',
      'Count coats with a tally on the mould. We had {2|3} people each adding "the last one".',
      'Swap the sensors of two zones. If the six degrees move along, it was never the heating.',
      'Cover after {20|30} minutes, with a sheet on a roller. It is used because it takes one hand.',
      'Water break test on the demoulded shell: if the film breaks, your paint will too.',
      'Write the floor temperature into the log. Mornings explain half of our mysteries.',
    ],
    turns: [
      'The six degrees moved with the sensor. Thank you, {four|five} years too late.',
      'A foot stood on a cable cover. You are a magician.',
      'Tally shows four coats where two were meant.',
      'Is the roller sheet anti-static?',
    ],
    outcome: 'Sensors are swapped once a year, and a tally for release coats is chalked on the mould.',
  },
  {
    community,
    tags: ['bonding', 'paste'],
    asks: [
      ['Squeeze-out looks good, bond is thin', 'Cut-up shows {1.5|2|2.5} mm where eight are planned, with a nice bead outside.'],
      ['Paste gun air bubbles', 'Every cartridge change brings a cough of air. We wipe it away and hope.'],
      ['Glue on the web flange: when is it too old?', 'From mixing to closing we need {38..47} minutes. The sheet says 45.'],
      ['Bondline thickness without cutting', 'Ultrasound sees voids but gives me no millimetres.'],
    ],
    replies: [
      'Put wax dots on the flange before a dry closing. They tell the gap in {15..25} places for the price of a candle.',
      'Purge into a cup until the cough is out. The cup hangs on the gun, so that nobody has to look for one.',
      'The clock starts at the first mix, not at the last. We number the batches and close the oldest end first.',
      'A nice bead can come from the neighbouring place. Look for paste that flows along, not out.',
      'With a known speed of sound in the paste you do get millimetres; we calibrate on a wedge cast from {3|4} batches.',
      'In a cold hall the paste stands like butter. Warm it to 24 and the bond looks different.',
    ],
    turns: [
      'Wax dots: {3..6} of 20 too thin, all near the old repair.',
      'Cup hangs, cough goes into it.',
      'Could you lend us that wedge?',
      'Oldest end first, such a simple sentence.',
    ],
  },
  {
    community,
    tags: ['rope access', 'planning'],
    asks: [
      ['Two rope teams on one turbine', 'Would save a day, and the safety adviser has a face. Who has done it?'],
      ['Weather windows of {3|4} hours', 'Up takes one, down takes one. What can be finished in the rest?'],
      ['Tools that fall upwards', 'Wind takes paper, tape, plastic. Yesterday a glove landed on the nacelle of the next turbine.'],
      ['Do you let the customer choose the repair order?', 'They choose by size of damage, we would choose by sun and rope.'],
    ],
    replies: [
      'Two teams on two blades, never one above the other, and one radio channel. We do it when the {lower|middle} blade is locked.',
      'In a short window we do inspection, tape edges and measuring. Nothing that has to cure.',
      'Everything on a lanyard, paper in a bag that closes with one hand. The glove is a lanyard matter too.',
      'Show them a day as a drawing. Customers choose differently when they see the ropes being moved {2..5} times.',
      'Go up at first light for preparation only. The window is then used for the work itself.',
      'We keep a list of jobs by length. When a window opens, nobody has to think.',
    ],
    turns: [
      'List of jobs by length is pinned in the van.',
      'Customer saw the drawing and changed the order at once.',
      'Glove has been returned with a note.',
      'Preparation at first light gave {35..55} minutes more.',
    ],
  },
  {
    community,
    tags: ['sound', 'operation'],
    asks: [
      ['One blade whistles at {11|12|13} rpm', 'You hear it from the road, once a turn. Edge looks clean through the telescope.'],
      ['Vortex generators come off one by one', 'We find them in the grass, {2..6} each spring, with the glue still on.'],
      ['Ice in the drain holes', 'The tip is heavier in the morning and the controller complains about imbalance.'],
      ['Serrations: loss of teeth', 'Three teeth missing on the outer panel. Does anybody hear or measure a difference?'],
    ],
    replies: [
      'Whistles are holes. Look at drain plugs and lightning receptors before the edge; ours was a plug without its screw.',
      'Glue still on the part means that the blade side was dirty. Wipe with solvent, {2|3} cloths, until the last is white.',
      'Walk beneath with a phone that records. Played slowly, the pitch tells you how far out it sits.',
      'Three teeth nobody hears. Ten, and the neighbour with the notebook rings up.',
      'Warm the drain with a bit of black paint. It helps from the first sun on, {20..40} minutes earlier.',
      'Balance by morning is ice, balance all day is water inside. Weigh what comes out of the drain.',
    ],
    turns: [
      'Plug without a screw, exactly. Silence since.',
      '{0.8|1.1|1.4} litres came out of the tip.',
      'The third cloth was still grey.',
      'Neighbour with the notebook exists here too.',
    ],
  },
];
