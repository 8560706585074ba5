export const speiche36 = {
  code: "SPE",
  text: `
Hofrad city bicycle | bicycle | City Bicycles
Our own frame, brazed two streets away, with an eight-speed hub and a chain case that lets you wear trousers. Rides like a bicycle from before anybody said mobility.
€1190; 14800 g; Colour: Racing green, Black, Sky blue; Frame: 50 cm, 54 cm, 58 cm; max 2

Kanal step-through | bicycle | City Bicycles
Low entry, upright seat, dynamo light. Built for people who stop often and carry things.
€1090; 15400 g; Colour: Cream, Petrol, Coral; Frame: 46 cm, 50 cm; max 2

Spree single-speed | bicycle | City Bicycles
One gear, two brakes, ten and a half kilos. Berlin is flat; the third floor is not.
€690; 10500 g; Colour: Orange, Graphite; Frame: 52 cm, 56 cm; max 2

Oderbruch tourer | bicycle | Touring Bicycles
Steel, long in the wheelbase, bosses for everything. Jule rode hers to Tbilisi and changed one cable.
€1780; 13900 g; Colour: Forest, Midnight blue; Frame: 52 cm, 56 cm, 60 cm; max 1; stock 2

Feldweg gravel bike | bicycle | Touring Bicycles | Brandt Rahmenbau
Room for 45 mm tyres and mudguards at once, which is rarer than it should be. Carbon fork, everything else repairable.
€2140; 10900 g; Colour: Sand, Plum; Frame: 52 cm, 54 cm, 56 cm; max 1

Lastesel cargo bike | bicycle mustard | Touring Bicycles | Brandt Rahmenbau
Two children or eighty kilos of flour in front. Steering by rod, brakes by disc, patience by you.
€3450; 29500 g; max 1; stock 1

Hand-built front wheel, dynamo | wheel | Wheels
Thirty-two double-butted spokes laced three-cross over a hub dynamo. Trued twice, the second time after a week of rest.
€228; 1480 g; Rim: Silver, Black; Size: 28 inch, 26 inch

Hand-built rear wheel | wheel | Wheels
Dished for eight or eleven speeds. We write the spoke tension on a tag and retrue it free after 300 km.
€196; 1390 g; Rim: Silver, Black; Drive: 8-speed, 11-speed +18

Deep-section fixed wheelset | wheel coral | Wheels | Nabe & Sohn
Loud, stiff and not sensible. Sold as a pair, with a lockring that stays locked.
€410; 2450 g; stock 0

Cobble tyre, 40 mm | tyre | Tyres | Grip & Groschen
A supple casing over a belt that has met Berlin glass and won. Reflex strip along both sides.
€36; 690 g; Wall: Black, Tan, Cream; Size: 40-622, 40-559; max 8

Winter tyre, 144 studs | tyre silver | Tyres | Grip & Groschen
For the nine days a year when they pay for themselves. Run them in on dry asphalt first.
€54; 980 g; max 4

Gravel tyre, folding | tyre | Tyres | Grip & Groschen
Fast in the middle, knobs on the shoulder, tubeless if you insist. Good for a season of forest roads around the Müggelsee.
€44; 470 g; Width: 38 mm, 43 mm +3 +60g; Wall: Black, Tan

Inner tube, twin pack | tyre rose | Tyres | Grip & Groschen
One to fit now, one for the bag. Valve caps in brass, because plastic ones leave.
€11; 320 g; Valve: Presta, Dunlop, Schrader; min 1; max 20

Leather saddle, Tempelhof | saddle | Saddles | Sattlerei Noack
Five-millimetre hide on steel rails, hand-hammered rivets. It hurts for three weeks and then never again.
€124; 540 g; Colour: Honey, Chestnut, Black

Sprung city saddle | saddle | Saddles | Sattlerei Noack
Two coil springs below, wide wings above. Made for upright backs and cobbled streets.
€98; 860 g; Colour: Brown, Black

Cork-blend saddle | saddle oat | Saddles | Korkenzieher
No animal and no foam. Warm in winter, wipes dry after rain.
€72; 420 g

Swept-back handlebar | handlebar brown | Handlebars
The moustache bend that lets you see the street and reach the brakes. 25.4 mm clamp, polished by hand.
€49; 360 g; Finish: Silver, Black

Cork bar tape | handlebar | Handlebars | Korkenzieher
Thick, natural and forgiving. One box does a bar with enough left over for a top tube.
€18; 90 g; Colour: Natural, Olive, Navy, Red

Leather grips, stitched | handlebar | Handlebars | Sattlerei Noack
Comes with needle and waxed thread. You sew them on yourself one evening and are proud for years.
€34; 110 g; Colour: Cognac, Black

Crankset, 42 teeth | chainset | Drivetrain | Nabe & Sohn
Forged arms, square taper, replaceable ring. Quiet and boring in the best way.
€89; 720 g; Length: 165 mm, 170 mm, 175 mm; Finish: Silver, Black

Eight-speed chain | chainset steel | Drivetrain
Nickel-plated, with a link that opens by hand. Change it at 0.75 % wear and the cassette will outlive you.
€17; 290 g; max 12

Belt drive kit | chainset graphite | Drivetrain | Nabe & Sohn
No oil, no rust, no trouser clip. Needs a frame that opens; ask before you order.
€210; 480 g; max 2

Wide platform pedals | pedals | Pedals
Nine replaceable pins a side and sealed bearings. Grippy in wet shoes, merciful in bare feet.
€42; 390 g; Colour: Black, Silver, Orange

Folding pedals | pedals steel | Pedals | Nabe & Sohn
They tuck in when the bicycle goes up the stairs. Rated to a hundred and ten kilos.
€38; 430 g

Brass ding bell | bell brass | Bells | Klingelwerk
One strike rings for four seconds. Pedestrians smile at it, we have seen it happen.
€24; 120 g

Big ben bell, 80 mm | bell | Bells | Klingelwerk
The rattling two-tone dome of our grandparents. Painted in the shop next door.
€19; 210 g; Colour: Cream, Red, Mint, Black

Tiny spacer bell | bell graphite | Bells | Klingelwerk
Sits on the steerer and disappears. Louder than it looks.
€16; 45 g

Dynamo headlight, 60 lux | light | Bicycle Lights | Lampenfritz
A clean cut-off that does not blind, with standlight. Screwed, not glued, so we can mend it.
€68; 110 g; Colour: Silver, Black

Clip-on rear light | light red | Bicycle Lights | Lampenfritz
USB, forty hours, and a clip that fits a rack, a bag or a belt loop. We replace the rubber strap for free, because everyone loses the rubber strap.
€21; 40 g

Chrome bullet lamp | light steel | Bicycle Lights | Lampenfritz
Looks like 1954, shines like last week. Battery in the shell, charger in the box.
€46; 180 g; stock 3

Chain lock with sleeve | lock | Locks | Riegel
Nine-millimetre hardened links in a cloth sleeve that will not scratch your paint. Three keys, and we keep the number if you like.
€74; 1900 g; Length: 85 cm, 110 cm +12 +500g; Colour: Black, Petrol

U-lock, short shackle | lock | Locks | Riegel
Less room for a lever, more room in the bag. Rated gold by people who steal bicycles for a living, on our behalf.
€59; 1100 g; Colour: Graphite, Orange

Frame lock with plug-in | lock black | Locks | Riegel
For the baker. Turn a key, take it out, buy the rolls.
€32; 520 g

Roll-top pannier | pannier | Panniers | Plane Neukölln
Truck tarpaulin welded in Neukölln: twenty litres, dry in a downpour. Hooks adjust without a tool.
€79; 890 g; Colour: Mustard, Slate, Racing green; Side: Single, Pair +70 +890g

Waxed canvas courier bag | satchel | Panniers | Plane Neukölln
Sits across the back and swings round to the front. Fits a box of records exactly.
€128; 1150 g; Colour: Olive, Charcoal

Track pump with gauge | pump | Pumps
Cast foot, ash handle, a hose long enough to reach the valve at noon. All seals are sold separately.
€58; 1600 g; Colour: Red, Blue

Urban helmet, matt | helmet | Helmets | Kopfsache
Low, round and ventilated where heads get hot. Dial at the back, magnetic buckle you can close with gloves.
€79; 390 g; Colour: White, Petrol, Rust, Black; Size: S-M, L-XL +0 +40g

Deerskin town gloves | gloves | Cycling Gloves | Sattlerei Noack
Knitted back, soft palm, short cuff. They get better as they get dirtier.
€52; 80 g; Colour: Tan, Black; Size: 7, 8, 9, 10

Multi-tool, eleven functions | multitool | Bicycle Tools
Everything a Berlin puncture needs, and a bottle opener for afterwards. Lifetime bolts.
€34; 170 g; Colour: Black, Teal

Workshop spanner set | spanner red | Bicycle Tools | Hebel & Söhne
Eight to seventeen millimetres, drop-forged and polished where your hand goes. In a roll, oiled.
€64; 1200 g; max 5
`,
};
