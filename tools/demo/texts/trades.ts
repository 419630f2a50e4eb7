import type { UnitKey } from '../units.ts';

/** What people of a unit are called, know, and say of themselves. */
export interface Trade {
  readonly titles: readonly string[];
  readonly topics: readonly string[];
  readonly about: readonly string[];
}

const trade = (titles: string, topics: string, ...about: string[]): Trade => ({
  titles: titles.split(', '),
  topics: topics.split(', '),
  about,
});

/** Each sentence about somebody is used for one person only. */
export const trades: Readonly<Record<UnitKey, Trade>> = {
  bl: trade(
    'Laminator, Blade finisher, Composites engineer, Mould operator, Blade inspector, Repair technician, Process technician',
    'infusion, bondlines, gel coat, edge erosion, moulds, humidity, root inserts, repair at height, ultrasonic scans',
    'I lay glass and watch vacuum gauges.',
    'Came from boat building; a blade is a hull that flies.',
    'Ask me why your gel coat has pinholes.',
    'Second hall, late shift. I keep the humidity log.',
    'I repair what lightning did.',
    'Formerly in a paint lab, now on the edge team.',
  ),
  to: trade(
    'Plate roller, Submerged-arc operator, Flange fitter, Coating technician, Tower inspector, Production planner, Welding coordinator',
    'plate rolling, circumferential seams, flange flatness, coating, ovality, internals, plate cutting, transport frames',
    'I roll plate and can hear when it is a millimetre out.',
    'Tower internals: ladders, lifts, cables, and everything that rattles.',
    'Twenty years of flanges and still one surprise a month.',
    'I plan cans, not people.',
    'Paint inspector. I carry my own salt meter.',
    'Night shift at the seam line in Szczecin.',
  ),
  na: trade(
    'Fitter, Drive-train fitter, Hydraulics fitter, Process engineer, Line leader, Electrical fitter, Material handler',
    'drive train, yaw system, shrink fits, hydraulics, torque tools, line balance, cable routing, cleanliness',
    'I build yaw systems and collect odd washers.',
    'Line leader on station 6. Ask me about kitting.',
    'I route cables so that the next person can still get a hand in.',
    'Started as an apprentice here and never left the hall.',
    'My bench has the only clean rag in the building.',
    'I like a drawing that admits what it does not know.',
  ),
  ge: trade(
    'Winder, Rotor fitter, Test engineer, Impregnation technician, Assembly lead, Electrical engineer',
    'windings, impregnation, air gap, magnets, balancing, test bays, insulation resistance, bearings',
    'I wind coils and count turns in my sleep.',
    'Test bay two. I trust a curve more than a value.',
    'Magnets, balancing, patience.',
    'Impregnation is cooking with consequences.',
    'I moved with the works from rail to wind and kept my bench.',
  ),
  bo: trade(
    'Welder, Robot programmer, Frame fitter, Joint designer, Quality inspector, Line fitter, Stress engineer',
    'frame welding, robot programming, distortion, preheat, fatigue, torque sequence, paint masking, fit-up',
    'I teach robots to weld the way my father did.',
    'Frames are honest: whatever you did wrong comes out in the measuring bay.',
    'Stress engineer who has been on the line more than at the desk this year.',
    'Ich richte Rahmen, bei denen andere aufgeben.',
    'I file the burrs that nobody drew.',
    'Third generation in the Graz weld shop.',
  ),
  tr: trade(
    'Power electronics engineer, Commissioning engineer, Thermal engineer, Harness technician, Software integrator, Test technician',
    'converters, cooling, harnesses, crimping, commissioning, software versions, electromagnetic noise, sensors',
    'I look for the ground fault that comes only when it rains.',
    'Harnesses are knitting with consequences.',
    'Software integrator. I write down which version was on the train.',
    'I test converters until they tell me something.',
    'Cooling circuits, leaks and stubborn valves.',
  ),
  rd: trade(
    'Depot fitter, Depot planner, Wheel-set inspector, Depot electrician, Foreman, Store keeper',
    'wheel sets, axle tests, brakes, depot slots, spare parts, door systems, battery boxes, lifting jacks',
    'I change wheel sets between two and five in the morning.',
    'Stores. If it has a number I can find it.',
    'Doors are the part of a train that everybody has an opinion about.',
    'I plan slots with a pencil and defend them with a pen.',
    'Brake tests, early shift, strong coffee.',
  ),
  fo: trade(
    'Site engineer, Grout technician, Concrete technologist, Anchor fitter, Surveyor, Site planner',
    'grout, anchor cages, curing, levelling, survey, cold pours, soil, monopiles',
    'Surveyor. Two millimetres are a lot if they are in the wrong direction.',
    'I fit anchors and wash my boots.',
    'Concrete is a promise about next month.',
    'Pours at night, samples in the morning.',
    'From harbour works to wind; the mud is the same.',
  ),
  sn: trade(
    'Wind technician, Lead technician, Site supervisor, Control room operator, Safety adviser, Crane coordinator, Rope access technician',
    'yaw bearing, pitch, alarm handling, winter access, rope access, hydraulics, gear oil, service planning',
    'I have opinions about ladders.',
    'Control room, weekends too. I like a quiet screen.',
    'Rope access, photographs, soup.',
    'Gear oil samples tell me more than meetings do.',
    'I drive the long road to the far site and know each pothole.',
    'Service since the two-megawatt days.',
    'Pitch batteries are my speciality and my curse.',
  ),
  oi: trade(
    'Rigger, Installation technician, Lift supervisor',
    'lifting at sea, slings, weather windows',
    'New unit, old hands.',
    'I splice ropes and write method statements.',
  ),
  sq: trade(
    'Supplier auditor, Incoming inspector, Quality engineer, Supplier development engineer, Metallurgist',
    'foundries, forgings, fasteners, plate certificates, audits, count tests, incoming inspection',
    'Metallurgist. I like fracture surfaces.',
    'I open crates before the schedule wants me to.',
    'I audit coating suppliers and bring my own gauge.',
    'Small suppliers, long drives, honest talks.',
  ),
  tg: trade(
    'Instructor, Learning designer, Apprenticeship coordinator, Simulator instructor, Learning partner',
    'apprentices, simulators, mentoring, instruction on the job, welding school, safety training',
    'I coordinate apprentices across seven places.',
    'Welding school, booth nine.',
    'I turn incidents into exercises that nobody forgets.',
    'Learning partner for the depots.',
  ),
};
