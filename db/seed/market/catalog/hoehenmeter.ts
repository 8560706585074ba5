export const hoehenmeter = {
  code: "HMT",
  text: `
Säntis mountain boot | boots | Mountain Boots | Gratwerk
Full leather, resoleable, stiff enough for a strap-on crampon. Allow a size for thick socks and three weeks for friendship.
€329; 1750 g; Size: 38, 40, 41, 42, 43, 44; Colour: Chestnut, Black; max 2

Alpstein hiking boot | boots | Mountain Boots | Gratwerk
Mid-cut, lighter than it looks, with a rubber rand for scree. Most people who come in for the big boot leave with this one.
€229; 1180 g; Size: 37, 39, 41, 43, 45; Colour: Slate, Moss; max 2

Hut slippers, boiled wool | slippers | Mountain Boots | Hüttenwolle
For the evening side of the door. Felted in Toggenburg with a leather sole that survives the trip to the woodpile.
€58; 390 g; Colour: Graphite, Madder; Size: 37, 39, 41, 43, 45

Approach shoe Felsweg | boots orange | Shoes & Boots | Gratwerk
Sticky rubber at the toe, room at the heel. Walks in, climbs a bit, walks out.
€169; 820 g; Size: 38, 40, 42, 44

Tödi 45 expedition pack | backpack | Trail Packs | Rucksackerei Glarus
Sewn in Glarus out of one cloth and eleven good ideas. The lid comes off; so does the frame. 45 litres that stretch to 52.
€268; 1620 g; Colour: Mustard, Petrol, Charcoal; Back: Short, Long

Tagestour 24 | backpack | Trail Packs | Rucksackerei Glarus
A day sack without a single strap that you will cut off later. Takes a rope under the lid.
€129; 780 g; Colour: Rust, Forest, Sky blue

Hip pack for summit days | satchel | Trail Packs | Rucksackerei Glarus
Windshell, bar, camera. It leaves your back dry.
€54; 240 g; Colour: Red, Black

Child carrier Gämsli | backpack green | Trail Packs
Up to eighteen kilos of opinion. Sun roof, stirrups, and a mirror so you can see who is asleep.
€289; 2600 g; max 1; stock 2

Trekking poles, carbon | poles | Trekking Poles | Stecken
Three sections, cork grips, two hundred and ten grams apiece. Tips unscrew; baskets included.
€138; 420 g; Colour: Black, Turquoise

Trekking poles, hazel | poles natural | Trekking Poles
Cut in November, seasoned two winters, shod with forged iron. Not light. Beautiful.
€84; 980 g; Height: Up to 170 cm, Above 170 cm +8 +90g; stock 3

Firn two-person tent | tent | Tents | Biwakbau
Free-standing and up in four minutes with mittens. The fly goes on first, so the inner stays dry in a storm.
€498; 1980 g; Colour: Orange, Moss; max 2

Karsee family tent | tent | Tents | Biwakbau
Four people who like each other or three who do not. A porch for boots and dogs.
€640; 4900 g; Colour: Sand, Forest; max 1

Bivouac bag | sleepingbag orange | Tents | Biwakbau
Four hundred grams between you and the weather. You hope never to unpack it.
€96; 400 g

Down sleeping bag, −5 °C | sleepingbag | Sleeping Bags | Daunenhof
European goose, traceable, seven hundred and fifty fill. Two-way zip, and a collar that closes with one hand.
€389; 890 g; Colour: Navy, Brick; Length: Regular, Long +25 +90g

Wool blanket bag for huts | sleepingbag grey | Sleeping Bags | Hüttenwolle
Warmer than the liner they lend you, and yours. Packs into its own pillow.
€118; 980 g

Silk liner | sleepingbag | Sleeping Bags | Daunenhof
One hundred and thirty grams, dries by the time you have found your toothbrush. Adds three degrees and keeps the bag clean.
€62; 130 g; Colour: Ivory, Teal; max 4

Gas stove Murmeli | stove | Stoves & Pots | Kocherei
Folds to the size of an egg and boils a litre in under four minutes, which at three thousand metres means six. Cartridges stay in the shop: post offices do not like them.
€49; 95 g; Colour: Red, Steel

Storm pot set | stove | Stoves & Pots | Kocherei
Pot, lid, burner and windshield that nest into one. Feeds two, cleans with snow.
€118; 640 g; Colour: Graphite, Forest

Fondue pan for the rucksack | pan | Stoves & Pots | Kocherei
Because somebody always asks. Enamelled steel, folding handle, 16 cm.
€39; 420 g; Colour: Red, Black; max 4

Fire steel and birch bark | knife orange | Stoves & Pots
Three thousand sparks and a bundle of starter. Works wet, unlike matches, unlike us.
€22; 110 g

Steel flask, one litre | flask | Flasks & Bottles | Quellfass
Twenty-four hours hot; we have measured twenty-one. The cap is a cup and the base is dented already on ours.
€44; 480 g; Colour: Fir, Black, Ice blue, Coral

Kids' bottle Steinbock | flask | Flasks & Bottles | Quellfass
Half a litre with a bite valve and an ibex. Drops well.
€21; 190 g; Colour: Yellow, Aqua

Ridge bottle, light | flask | Flasks & Bottles | Quellfass
Single-wall steel for water and nothing else. Sits over a flame in an emergency.
€26; 210 g; Colour: Steel, Rust

Tea for the hut, tin of twenty | canister forest | Flasks & Bottles | Hüttenwolle
Peppermint, thyme, yarrow: what the warden brews at four. In a tin that takes a sitting.
€11; 90 g

Single rope 9.5 mm | rope | Ropes | Seilerei Aare
Dry-treated, middle-marked, supple after the first week. Bring it back to be inspected for nothing.
€189; 3700 g; Length: 50 m, 60 m +34 +620g, 70 m +68 +1240g; Colour: Orange, Turquoise; max 3

Accessory cord, by ten metres | rope | Ropes | Seilerei Aare
Six millimetres, seven and a half kilonewtons. For prusiks, guy lines and the boot of the car.
€14; 240 g; Colour: Red, Blue, Yellow; max 20

Twin ropes, pair | rope coral | Ropes | Seilerei Aare
7.7 mm each, two colours you can tell apart in a whiteout. Back in March, when the mill has finished its winter orders.
€298; 4600 g; stock 0

Screwgate carabiner | carabiner | Carabiners | Kettenglied
Wide mouth, keylock nose. Sold singly because two are never the right number.
€15; 84 g; Colour: Silver, Orange, Teal; min 2

Quickdraw set of six | carabiner | Carabiners | Kettenglied
Solid gate above, wire gate below, twelve centimetres of tape you can grab, though you should not. Each is stamped with the year, so you know when to retire it.
€92; 620 g; Colour: Blue, Red

Light ice axe Gletscher | axe | Ice Axes | Kettenglied
Three hundred and ten grams for the one snowfield in July. Not for waterfalls.
€119; 310 g; Shaft: Steel, Orange; Length: 55 cm, 65 cm +0 +30g

Ash-shaft ice axe | axe ash | Ice Axes | Schmiede Uri
Forged by hand in Erstfeld as in 1935. Half our customers hang it on a wall, and half ought to.
€240; 890 g; max 1; stock 2

Sheet map 1:25,000 | map | Maps | Kartenhaus
Waterproof, with the ski routes on the back. Paper does not run out of battery at the col.
€19; 95 g; Sheet: Alpstein, Tödi, Jungfrau, Bernina; max 12

Relief map of the Glarus Alps | map sage | Maps | Kartenhaus
Shaded by hand in 1968 and never bettered. Folded or rolled.
€34; 160 g; Form: Folded, Rolled +6 +80g

Needle compass with mirror | compass | Compasses | Kartenhaus
Steady in four seconds, with a clinometer for slopes above thirty degrees, which is what you want to know. The mirror also starts fires and checks sunburn.
€48; 72 g; Colour: Brass +30, Black

Headlamp 400 lumen | headlamp | Headlamps | Stirn & Co
Red light for the dormitory, so nobody hates you. Rechargeable, and it takes AAA when it is not.
€59; 78 g; Band: Orange, Black, Turquoise

Candle lantern for huts | candle brass | Headlamps | Stirn & Co
Nine hours on one candle and it warms a small tent by two degrees. Brass, collapsible.
€46; 210 g; stock 3

Hardshell Nordwand | jacket | Shells & Jackets | Gratwerk
Three layers, hood for a helmet, pockets above the harness. We reproof it every autumn at no charge.
€459; 480 g; Size: S, M, L, XL; Colour: Signal red, Petrol, Black; max 2

Down jacket Biwak | jacket | Shells & Jackets | Daunenhof
Box-stitched and honest about its warmth. The stuff sack is the left pocket.
€319; 420 g; Size: XS, S, M, L; Colour: Mustard, Midnight blue; max 2

Bobble hat, Appenzell pattern | beanie | Hats & Gloves | Hüttenwolle
Knitted by six women who meet on Mondays. The cows on the border walk to the left.
€42; 95 g; Colour: Red, Navy, Fir

Ridge gloves, leather palm | gloves | Hats & Gloves | Gratwerk
Rope-proof palms, wool back. Waxed once, warm for years.
€78; 160 g; Size: 7, 8, 9, 10; Colour: Tan, Black

Merino socks, mid | socks | Socks | Hüttenwolle
Flat toe seam, cushioned heel, no smell until day four. Tested on huts without showers.
€24; 85 g; Size: 36-38, 39-41, 42-44, 45-47; Colour: Grey, Rust
`,
};
