export const maashof = {
  code: "MAA",
  text: `
Monstera from our own mother plant | monstera | Foliage Plants
She is thirty-one and fills the end of glasshouse two. Her cuttings come with three split leaves and the habit of growing sideways. Likes a bright corner and to be forgotten for a week.
€34; 3200 g; Pot: 17 cm, 21 cm +18 +2200g

Aspidistra, the iron plant | leafy | Foliage Plants
Survives gaslight, students and drafts. If you have killed everything else, begin here.
€29; 2400 g; stock 3

Pilea, the pass-it-on plant | leafy green | Foliage Plants
Makes babies around its feet all summer. Give two away and you have friends for life.
€12; 700 g; max 6

Calathea with painted leaves | leafy | Foliage Plants
Folds its leaves at dusk with an audible rustle. Rainwater only, please; it is a diva and worth it.
€24; 1300 g; Pot: 12 cm, 17 cm +13 +1400g

Fiddle-leaf fig, hardened | leafy | Foliage Plants
Grown slow and cool, so that it does not drop its leaves the moment you carry it home. One place, for good.
€58; 5200 g; Height: 80 cm, 120 cm +42 +4200g; max 2

ZZ plant for dark halls | leafy | Foliage Plants
Stores its own water in potatoes under the soil. Once a month is enough, and once a month is the limit.
€22; 1800 g

Maidenhair fern | fern | Ferns
Black wire stems and leaves like green confetti. It tells you within the hour when it is thirsty.
€16; 800 g

Staghorn fern on bark | fern | Ferns
Hangs on the wall like a trophy nobody had to shoot. Dunk it in the bath on Sundays.
€42; 1400 g; max 3; stock 2

Boston fern, bathroom size | fern | Ferns
Arching and untidy, happiest in steam. It cleans the air and loses a few leaves in exchange.
€19; 1500 g; Pot: 14 cm, 19 cm +11 +1200g

Bird's-nest fern | fern | Ferns
Ripple-edged tongues around a furry middle. Pour beside the nest, never into it.
€18; 1200 g

Bunny-ear cactus | cactus | Cacti & Succulents
Flat, friendly and armed with hair-thin hooks. Handle with a folded newspaper.
€11; 600 g

Old man of the Andes | cactus | Cacti & Succulents
White hair down to his waist and a slow temper. Twelve years old at this height.
€46; 1900 g; max 2; stock 1

Barrel cactus, golden | barrelcactus mustard | Cacti & Succulents
Also called mother-in-law's seat, by people without imagination. Needs full sun and nothing else.
€28; 1700 g; Size: 10 cm, 15 cm +22 +1500g

Echeveria bowl | succulent | Cacti & Succulents
Five rosettes in five greys, planted in lava grit. Water the grit, not the plants.
€26; 1600 g

Lithops, living stones | succulent | Cacti & Succulents
They split once a year and step out of themselves. Three in a pot, all different, all patient.
€14; 400 g; max 8

Aloe vera, kitchen size | succulent | Cacti & Succulents
Keep it by the stove for burns. It grows faster if you take a leaf now and then.
€15; 1100 g

String of hearts | trailing | Hanging Plants
A metre of paired hearts on a thread. Give it a high shelf and a south window.
€19; 600 g

Golden pothos, basket | trailing | Hanging Plants
The most forgiving trailing plant there is. Cut it back and root the cuttings in a glass.
€17; 900 g; Basket: Plastic, Coconut +6 +300g

Burro's tail | trailing sage | Hanging Plants
Fat blue-green beads that fall if you breathe on them; each fallen bead becomes a plant. Hang it where no one brushes past.
€21; 800 g; stock 2

Hoya, the wax flower | trailing | Hanging Plants
Flowers like sugar stars that smell of chocolate after dark. Never cut the old flower stalks.
€23; 900 g

Mossy demijohn terrarium | terrarium | Terrariums | Glasatelier Delft
Five litres of closed weather. We planted it in spring and have watered it twice since.
€64; 3800 g; Size: 5 l, 10 l +38 +3100g; max 2

Terrarium kit, build your own | terrarium | Terrariums | Glasatelier Delft
Glass, gravel, charcoal, soil, three plants and the long tweezers that make it possible. Allow an afternoon, and do not let the children water it.
€48; 2900 g

Potted lemon tree | fruittree lemon | Trees & Shrubs
Grafted on a rootstock that accepts Dutch winters if they happen indoors. Flowers and fruit at once, for most of the year.
€72; 7800 g; Height: 70 cm, 110 cm +58 +6200g; max 2

Olive with a crooked trunk | fruittree olive | Trees & Shrubs
Chosen one by one, straight ones sent back. Outdoors until minus seven with its feet wrapped.
€96; 11500 g; max 2; stock 3

Bay tree, clipped | tree | Trees & Shrubs
A ball on a stem beside the kitchen door. One leaf for the soup, two for the look of it.
€54; 6400 g

Fig 'Brown Turkey' | fruittree plum | Trees & Shrubs
Fruits in a pot if you starve it a little. Wasps will tell you when they are ripe.
€38; 4200 g

Tulip 'Rembrandt's Ghost', 25 bulbs | bulbs | Bulbs | Bollenschuur
Broken colours without the virus that ruined so many merchants. Plant when your fingers are cold.
€14; 700 g; max 20

Naturalising daffodils, kilo | bulbs honey | Bulbs | Bollenschuur
Throw them across the grass and plant each where it lands. They come back for thirty years.
€18; 1000 g; Weight: 1 kg, 5 kg +52 +4000g

Snowdrops in the green, 50 | bulbs white | Bulbs | Bollenschuur
Lifted with leaves on, the only way that works. Sent wrapped in wet newspaper in February.
€22; 600 g; stock 0

Dahlia tuber 'Harbour Light' | bulbs coral | Bulbs
Raised on this quay: dinner-plate sized, orange with a grey reverse. Lift before frost or gamble.
€8; 250 g; max 6

Runner bean 'Grandma Toos' | seeds red | Vegetable Seeds | Zaadgoed Schie
Saved since 1938 in one garden in Overschie. Red flowers, long pods, no strings.
€3.60; 35 g

Oxheart tomato, slow | seeds tomato | Vegetable Seeds | Zaadgoed Schie
Ribbed, meaty and late. One slice covers the bread.
€3.40; 10 g

Winter purslane | seeds green | Vegetable Seeds | Zaadgoed Schie
Salad in January from an unheated box. Sow once; it will see to the next year itself.
€2.90; 10 g

Bee meadow, mixed annuals | seeds | Flower Seeds | Zaadgoed Schie
Cornflower, phacelia, poppy and eleven others, without filler grass. Enough for twenty square metres.
€9.80; 110 g; Area: 20 m², 100 m² +28 +400g

Sweet pea 'Old Harbour' | seeds lilac | Flower Seeds | Zaadgoed Schie
Scent first, colour second. Soak overnight and give them something to climb.
€3.80; 15 g

Kitchen herb trio | seeds sage | Herb Seeds | Zaadgoed Schie
Chervil, flat parsley, summer savory: the three that supermarkets do badly.
€7.50; 25 g

Brass-rose watering can | wateringcan | Watering | Gieterij Haag
Long-reach, balanced when full, with a rose that rains rather than pours. Galvanised, then painted.
€58; 1300 g; Volume: 5 l, 9 l +16 +700g; Colour: Racing green, Cream, Mustard

Hand fork and trowel, forged | trowel | Hand Tools | Smederij Vonk
One piece of steel from tip to tang, in ash handles. Guaranteed for longer than we shall be here.
€46; 720 g; Handle: Ash, Walnut

Bypass secateurs | secateurs | Hand Tools | Smederij Vonk
Every part unscrews. Bring them in winter and we sharpen them while you look at the orchids.
€52; 240 g; Hand: Right, Left; Grip: Red, Forest

Goatskin garden gloves | gloves | Garden Gloves
Thin enough to feel a seedling, thick enough for a rose. They dry soft.
€24; 110 g; Size: 7, 8, 9, 10; Colour: Tan, Olive
`,
};
