export const olariaDaGraca = {
  code: "ODG",
  text: `
Alfama teapot | teapot | Teapots
A round-bellied pot for four cups, thrown in two halves and joined while leather-hard. The spout is cut by hand and does not drip; we test each one with cold tea. Dishwasher safe, but it would rather not.
€64; 980 g; Colour: Cobalt, Sage, Oat; Size: 0.7 l, 1.1 l +14 +260g

Miradouro side-handle pot | teapot | Teapots
Rui made the first one for a left-handed friend, then made the right-handed one because people kept asking. Holds 350 ml, enough for one patient drinker.
€58; 520 g; Hand: Right, Left; Colour: Celadon, Charcoal; max 4

Bica cups, set of four | cup | Espresso Cups
Lisbon calls an espresso a bica, and it should arrive in something small and thick that keeps it hot. Four cups with saucers, each dipped twice.
€46; 860 g; Colour: White, Terracotta, Petrol

Meia-de-leite cup | cup | Cups & Mugs
For milky coffee at eleven. The handle takes two fingers and the foot fits a standard saucer, ours or anybody's.
€19; 340 g; Colour: Cream, Blush, Smoke blue

Graça mug | mug | Mugs
Our everyday mug, thrown at about forty an hour when the radio is good. Unglazed foot, 330 ml, no two the same height by more than the thickness of a coin.
€22; 380 g; Colour: Oat, Cobalt, Sage, Charcoal, Terracotta, Mustard

Fisherman's mug | mug | Mugs
Taller, narrower and heavier at the bottom, because it was ordered by a man with a boat. Holds 420 ml and stands in a swell.
€26; 460 g; Colour: Navy, Sea green; stock 3

Tasca wine cup | cup white | Cups & Mugs
Stemless and unpretentious, the way red comes in a tasca. Sold singly; most people end up with six.
€12; 160 g; min 2

Caldo verde bowl | bowl | Bowls
Wide enough for a slice of chouriço to float, deep enough to stay warm while you cut the bread. Fits two ladles.
€24; 520 g; Colour: White, Olive, Cobalt

Azeitona dish | bowl olive | Bowls
A double dish: olives on one side, stones on the other. We sell more of these in August than in the rest of the year.
€18; 290 g

Kneading bowl, large | bowl terracotta | Bowls
Thirty-four centimetres of red earthenware with a rough outside and a glazed inside, after the alguidar that every farmhouse in the Alentejo still has. Dough rises well in it because the clay keeps the warmth.
€72; 2900 g; max 3; stock 2

Breakfast bowl, Tejo glaze | bowl | Bowls
The glaze breaks from grey to blue where it runs thin, like the river does in February. Takes a generous portion of porridge.
€21; 430 g; Colour: Smoke blue, Stone

Dinner plate, Monte | plate | Plates
Twenty-seven centimetres with a low rim, so that sauce stays and a knife can move. Stacks flat, which hand-thrown plates rarely do.
€32; 820 g; Colour: White, Oat, Cobalt, Sage; min 2

Side plate, Monte | plate | Plates
The nineteen-centimetre brother of the Monte dinner plate, for toast, cheese, or the cake you said you would share. Six of them stack to the height of a hand.
€22; 460 g; Colour: White, Oat, Cobalt, Sage

Bacalhau platter | plate | Serving Dishes
An oval platter thrown round and then stretched, big enough for a whole fillet with its potatoes. Comes with a wall hook on the back, since it will not fit in the drawer.
€78; 1900 g; Colour: Ivory, Turquoise; max 4

Petisco plates, three | plate coral | Plates
Three small plates of three sizes for the things that come before dinner and turn into dinner. They nest.
€39; 890 g

Butter house | dish | Serving Dishes
A covered dish with a knob that buttery fingers can hold. Takes a 250 g block standing on its side.
€36; 640 g; Colour: White, Sky blue, Mustard

Arroz doce dish | bowl cream | Serving Dishes
Shallow, fluted at the edge and sized for a recipe with one litre of milk. The cinnamon pattern is up to you.
€34; 780 g

Água jug | jug | Jugs & Carafes
One litre of water, a pinched lip and a belly you can grip with wet hands. It lives in the door of most Portuguese fridges.
€48; 940 g; Colour: White, Celadon, Navy

Sangria pitcher, two litres | jug terracotta | Jugs & Carafes
The lip is pinched tight so the fruit stays behind. Half glazed, so that it sweats a little and cools itself.
€62; 1650 g

Milk jug, Pastelaria | jug | Jugs & Carafes
Two hundred millilitres. The spout was copied from the steel jug behind the counter at the café downstairs, with permission.
€24; 260 g; Colour: Cream, Rose

Hydraulic star tile | tile | Tiles
Hand-pressed, fifteen centimetres square, with a star that only closes when four are laid together. Sold by the piece; order a tenth more than you measure.
€9.50; 620 g; Colour: Cobalt, Emerald, Ochre; min 4; max 200

Pombaline corner tile | tile | Tiles
The plain geometry that rebuilt Lisbon after 1755, painted freehand on tin glaze. Slight differences are the point.
€12; 600 g; Colour: Cobalt, Violet; min 4; max 120

Sardine tile | tile | Tiles
One fish, one tile, five brush strokes. Grouped in nines above a stove it becomes a shoal.
€14; 600 g; Colour: Navy, Teal; min 2; max 40

House number tile | tile | Tiles
Painted to order with the numeral of your door, fired at 1,020 degrees and good for a century of weather. Tell us the number in the order note.
€28; 640 g; Border: Cobalt rope, Green leaf, Plain; max 6

Tall vase, Castelo | vase | Vases
Thrown in three sections and taller than the kiln shelf likes. Made for a single branch of almond or bougainvillea.
€96; 2400 g; Colour: Terracotta, Charcoal; max 2

Bud vase, Janela | vase | Vases
Fits a window sill and one flower. We make them at the end of the day from whatever clay is left, so the colour list is short and honest.
€18; 210 g; Colour: Blush, Sage, Cobalt

Moon vase | vase ivory | Vases
Almost a sphere, with the join left visible as a faint belt around the middle. Inês makes six a month and keeps one.
€140; 2100 g; max 1; stock 1

Manjerico pot | pot terracotta | Plant Pots
The small clay pot in which bush basil is given in June, with a paper carnation and a bad poem. Pot only; the poem is yours.
€11; 420 g; min 2

Planter with saucer, Quintal | pot | Plant Pots
Frost-proof to minus eight and drilled. The saucer is glazed inside so your table stays dry.
€38; 1800 g; Size: 16 cm, 20 cm +12 +900g, 26 cm +30 +2600g; Colour: Terracotta, White

Candlestick pair, Santo António | candlestick | Candlesticks
A tall one and a short one, because a matched pair looks like a church. They take 22 mm candles.
€54; 760 g; Colour: White, Cobalt, Black

Sal grosso salt pig | jar | Jars & Tins
A hooded jar for coarse salt that stays open to a pinch and closed to steam. Unglazed inside to keep the salt dry.
€29; 540 g; Colour: White, Terracotta

Garlic keeper | jar sand | Jars & Tins
Air holes, a lid and a dark inside: garlic lasts six weeks in it instead of two. Room for five heads.
€27; 480 g

Olive oil cruet | bottle olive | Jugs & Carafes | Vidraria do Tejo
Recycled green glass blown around a narrow neck, with a stopper turned from a cork plank. Half a litre.
€26; 420 g

Clay tagine for a stove top | casserole terracotta | Casseroles
Made with a grogged clay that takes direct gas on a diffuser. Season it once with oil and a slow oven; after that it forgives most things.
€84; 3200 g; Size: 24 cm, 28 cm +16 +900g

Cataplana in stoneware | casserole | Casseroles
The clam pan of the Algarve, for once not in copper. Two shells that close on each other and keep the sea inside.
€98; 3400 g; Colour: Petrol, Charcoal; max 2; stock 0

Azulejo offcut box | box cobalt | Tiles
Two kilos of trimmed edges and rejected corners for mosaics. You cannot choose, but you can come back.
€16; 2000 g; max 5

Tea bowl, Oriente | bowl celadon | Cups & Mugs
A handleless bowl in celadon over white slip, made since a tea teacher from Ourique asked for one. Warm both hands first.
€34; 280 g

Spoon rest, Colher | plate | Utensils
A shallow leaf with a notch. Small, cheap, and the thing that visitors ask about.
€13; 150 g; Colour: White, Mustard, Sage

Wall mirror with glazed rim | roundmirror | Mirrors
Ten curved tiles around a round mirror, forty centimetres over all, mounted on birch ply. It weighs what it looks like, so use the two screws we pack with it.
€118; 3600 g; Colour: Turquoise, Terracotta; max 2

Ceramic lamp base, Farol | tablelamp | Table Lamps
Stacked rings like the lighthouse at Bugio, wired with a braided cotton flex and an E27 socket. The linen shade is from the upholsterer across the street.
€145; 2600 g; Colour: White, Cobalt; max 2
`,
};
