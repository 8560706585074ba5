export const bottegaFornelli = {
  code: "BFO",
  text: `
Tagliatelle pin, one metre | pin | Utensils
Cherry wood and a full metre long, since the sfoglia needs room. Never wash it; flour and a dry cloth are enough.
€38; 1100 g; Wood: Cherry, Beech

Gnocchi board | board beech | Chopping Boards | Falegnameria Reno
Ridged on one side, plain on the other. Roll with the thumb, flick at the end.
€12; 120 g

Olive-wood board | board honey | Chopping Boards | Falegnameria Reno
Sawn from storm-felled trees near Brisighella. Each has its own outline; tell us whether you need long or wide.
€54; 1700 g; Shape: Long, Wide

End-grain block | board | Chopping Boards | Falegnameria Reno
Kind to edges and heavy enough to stay put. Oil it on the first of the month.
€128; 5200 g; Wood: Walnut, Oak; max 3

Bread board with crumb grid | board oak | Chopping Boards | Falegnameria Reno
The crumbs fall through to a tray and the birds get them. The grid lifts out; the tray is oak like the rest.
€46; 1500 g

Chef's knife, 21 cm | knife | Kitchen Knives | Coltelleria Maniago
Forged in one heat, ground thin behind the edge. It will do ninety-five per cent of your cutting and most of your thinking.
€124; 220 g; Handle: Olive, Black, Cherry; max 4

Paring knife | knife | Kitchen Knives | Coltelleria Maniago
Eight centimetres. Peels, cores, opens parcels, gets lost behind the drawer.
€32; 70 g; Handle: Red, Black, Olive

Parmesan almond knife | knife walnut | Kitchen Knives | Coltelleria Maniago
You do not cut Parmigiano, you persuade it. Short, fat and pointed for exactly that.
€28; 110 g

Bread knife, scalloped | knife | Kitchen Knives | Coltelleria Maniago
Waves instead of teeth, so it leaves slices and not sawdust. We resharpen the waves by hand, one at a time, for eight euros.
€68; 190 g; Handle: Beech, Black

Mezzaluna, double | knife steel | Kitchen Knives | Coltelleria Maniago
Two blades, two hands, one rhythm. Herbs, chocolate, the soffritto for eight.
€44; 380 g; stock 2

Filleting knife | knife petrol | Kitchen Knives | Coltelleria Maniago
Long, narrow and flexible as a willow. Comes with a sheath, because it must.
€58; 140 g; stock 3

Knife roll in waxed canvas | toolroll | Kitchen Knives | Grembiulificio Savena
Eight slots and a pocket for the steel. For cooks who change kitchens.
€76; 620 g; Colour: Olive, Charcoal

Moka for mornings | moka | Coffee Makers | Officina Vapore
Cast aluminium, replaceable seal, a valve you can trust. Rinse with water only, it likes its own company.
€29; 480 g; Size: 1 cup, 3 cups +6 +160g, 6 cups +14 +380g; Colour: Silver, Red, Black

Steel moka for induction | moka steel | Coffee Makers | Officina Vapore
Heavier than the classic and happy on any hob. Polished inside, brushed outside.
€58; 720 g; Size: 4 cups, 6 cups +12 +200g

Neapolitan flip pot | moka copper | Coffee Makers | Officina Vapore
You turn it over and wait. Nobody in Naples has ever done anything else during those four minutes.
€46; 520 g

Hand grinder, conical burr | mill | Coffee Makers | Macinino
Thirty-six clicks from Turkish to cold brew, two minutes for a moka. Quiet enough for six in the morning.
€98; 640 g; Finish: Walnut, Black

Cappuccino cups, thick | cup | Cups & Mugs | Ceramiche Faenza
Bar porcelain: eight millimetres at the rim, warm for the length of a conversation.
€16; 360 g; Colour: White, Chestnut, Petrol; min 2

Whistling kettle Stazione | kettle | Kettles | Officina Vapore
Named after the note, which is that of the 7:12 to Ancona. Enamelled steel, two and a half litres.
€64; 1300 g; Colour: Red, Cream, Sea green

Iron pan, hand-hammered | pan graphite | Pans | Ferreria Sasso
Black steel that turns to non-stick by being used. We season it once in the shop, you do the rest.
€56; 1700 g; Diameter: 24 cm, 28 cm +14 +500g

Copper sauté pan | pan copper | Pans | Rameria Fabbri
Two millimetres of copper, tinned by hand. Heats like a thought; bring it for retinning in ten years.
€198; 2100 g; Diameter: 20 cm, 24 cm +42 +700g; max 2

Risotto pan, wide | casserole | Pans | Rameria Fabbri
Wider than deep, with rounded corners so that no grain hides. It feeds four, or two people who are serious.
€112; 1900 g; Colour: Copper, Steel

Crescentina griddle | pan black | Pans | Ferreria Sasso
Two hinged discs of cast iron for the flatbreads of the Apennines. Lard recommended, oil tolerated.
€42; 2600 g; stock 3

Cast-iron cocotte | casserole | Casseroles | Ferreria Sasso
Enamel outside and in, drops under the lid that baste by themselves. Weighs as much as a small dog.
€164; 4600 g; Volume: 4 l, 6 l +46 +1500g; Colour: Tomato, Sage, Midnight blue, Cream; max 2

Bean pot in terracotta | casserole terracotta | Casseroles | Ceramiche Faenza
Narrow at the neck, fat below; beans cook in it overnight beside embers or at 120 degrees. Soak the pot before the beans.
€48; 2300 g

Ragù pot, seven litres | casserole steel | Casseroles | Rameria Fabbri
Thick-bottomed, because a ragù should tremble for five hours and never stick. The lid has a notch for the spoon.
€138; 3900 g; max 2

Pasta pot with insert | colander steel | Casseroles | Rameria Fabbri
The colander lifts out and the water stays hot for the next batch. Ten litres sounds like too much until there are six at table.
€96; 2800 g

Enamel colander | colander | Graters & Colanders | Smalteria Po
Three feet, two handles, ninety-one holes. Also a lampshade in at least one customer's kitchen.
€34; 780 g; Colour: White, Red, Sky blue

Passatelli press | grater steel | Graters & Colanders | Officina Vapore
A perforated disc with two grips. Bread, cheese, egg, nutmeg, push.
€26; 410 g

Box grater, four sides | grater | Graters & Colanders | Officina Vapore
The star side, the one nobody uses, is for nutmeg and lemon. Now you know.
€24; 360 g; Handle: Black, Cherry

Parmesan drum | grater oak | Graters & Colanders | Macinino
Turn the handle; snow falls. Suction foot.
€52; 980 g; stock 0

Pepper mill, tall | mill | Mills & Mortars | Macinino
Carbon-steel burr, six settings, thirty centimetres of theatre. The burr is guaranteed for twenty-five years, the theatre for life.
€68; 480 g; Wood: Walnut, Beech, Black

Salt and pepper pair | mill | Mills & Mortars | Macinino
Ceramic for the salt, steel for the pepper, two heights so that you can tell them apart. Fill from the top; the knob sets the grind.
€84; 620 g; Wood: Cherry, Oak

Carrara mortar | mortar white | Mills & Mortars | Marmi Apuani
White marble, pear-wood pestle, four ears to hold it. Pesto belongs in here, and nothing with a plug.
€72; 4800 g; Diameter: 14 cm, 18 cm +32 +3200g; max 3

Granite molcajete | mortar slate | Mills & Mortars | Marmi Apuani
Rough as a cat's tongue. Grind rice in it twice before you trust it with salsa.
€58; 5400 g; max 2

Crock of wooden spoons | utensils | Utensils | Falegnameria Reno
Five spoons that you need and the pot they live in. The one with the hole is for risotto.
€44; 1200 g; Crock: White, Sage, Terracotta

Spaghetti ladle, beech | utensils beech | Utensils | Falegnameria Reno
Pegs instead of claws. Lifts a portion and a half, which is a portion.
€11; 90 g

Majolica fruit bowl | bowl | Bowls | Ceramiche Faenza
Hand-painted with pomegranates by two brothers who do not agree about green. Which is why there are two versions.
€88; 1900 g; Colour: Cobalt, Green; max 2

Ravioli stamp set | seal brass | Utensils | Officina Vapore
Brass cutters on turned handles: square, round, and a small heart you will pretend is for the children.
€39; 420 g; max 6

Glass jars with clip, set of three | jar | Jars & Tins | Vetreria Ghirlandina
For flour, chickpeas and the last of the amaretti. Rubber rings are standard size.
€27; 1500 g; Size: Small, Large +9 +900g

Cook's apron, crossed | apron | Aprons | Grembiulificio Savena
Cut by a tailor who cooks. The towel hangs at the left; say so if you need it right.
€48; 390 g; Colour: Navy, Natural, Burgundy
`,
};
