export const cinarDokuma = {
  code: "CDK",
  text: `
Peştemal Balat | folded | Towels
A flat-woven hammam towel that dries before you do. Ninety by one hundred and seventy, hand-knotted fringe, softer with every wash until it is nearly a shirt.
€29; 340 g; Colour: Indigo, Terracotta, Sage, Mustard, Dove grey

Peştemal, wide stripe | folded | Towels
Woven on the two oldest looms in Buldan, which are too slow for anything but stripes. Goes to the beach, the bath and the back of the sofa.
€34; 380 g; Colour: Navy, Rose, Black

Waffle bath towel | folded | Towels | Buldan Ev
A deep honeycomb that drinks like terry and weighs half. Long-staple Aegean cotton, no softener, please.
€38; 520 g; Size: Hand, Bath +14 +300g; Colour: White, Stone, Petrol

Terry guest towels, pair | folded | Towels | Buldan Ev
For the hook beside the basin. Thick loops on one side, flat weave on the other so they look pressed.
€22; 300 g; Colour: Ivory, Blush, Olive

Looped hammam mitt, kese | gloves natural | Sponges & Brushes
The coarse raw-silk mitt with which the attendant removes last year's skin. Do not be polite with it.
€9; 60 g; max 10

Uşak medallion rug | rug madder | Wool Rugs
Hand-knotted over five weeks by Fatma and Gülay from hand-spun wool and madder root. Two metres by one twenty; the reverse tells you how honest a rug is, so turn it over.
€890; 9800 g; max 1; stock 1

Bergama village rug | rug brick | Wool Rugs
A bold geometric from the hills behind Bergama, small enough for a hallway and loud enough to own it. One small moth repair in the border, done well, shown in the price.
€640; 6800 g; max 1; stock 2

Tülü long-pile rug | rug ecru | Wool Rugs
Shepherd's bed, sofa and blanket in one: knee-deep angora locks on a wool ground. Undyed.
€720; 8200 g; max 1; stock 0

Kilim Yörük | rug | Kilims
Flat-woven slit kilim with running-water borders. The colours come from walnut, indigo and onion skins, and they will fade kindly.
€310; 4100 g; Colour: Brick, Indigo; Size: 80 × 150 cm, 120 × 180 cm +170 +2600g, 170 × 240 cm +430 +6200g

Kilim runner, Sındırgı | rug | Kilims
Seventy centimetres wide and as long as your corridor, within reason. Tell us the length of the wall and we choose the one that ends on a whole motif.
€240; 3600 g; Length: 200 cm, 300 cm +110 +1800g; Colour: Petrol, Rust

Cicim throw rug | rug ochre | Kilims
The pattern is embroidered on the loom, thread by thread, so the back is nearly as good as the front. Hang it if you cannot bear to step on it.
€380; 3900 g; max 2

Rag rug, Çaput | rug turquoise | Kilims
Woven from the selvedges that other people throw away. Machine washable at thirty, which no other rug here can say.
€58; 1500 g; Size: 60 × 90 cm, 70 × 140 cm +28 +900g

Kilim cushion, one of a kind | cushion red | Cushions
Cut from the sound parts of worn-out kilims. Each is numbered; the photo shows the family, not the person.
€46; 620 g; max 4

Ikat cushion | cushion | Cushions
Silk warp, cotton weft, dyed before weaving so that every edge trembles. Feather pad included.
€68; 640 g; Colour: Cobalt, Pomegranate, Emerald

Linen cushion, washed | cushion | Cushions | Keten
Plain on purpose. It goes between the two loud ones.
€39; 560 g; Colour: Linen, Olive, Plum, Slate; Size: 45 × 45, 40 × 60 +5 +60g

Velvet bolster | cushion | Cushions
Heavy cotton velvet over a firm wool core, for reading in bed without sliding down. The cover buttons off for the dry cleaner.
€74; 1900 g; Colour: Bottle green, Burgundy

Suzani panel cushion | cushion ivory | Cushions | Nurata Hand
Chain-stitched pomegranates on cream cotton by a cooperative that pays by the day, not the piece. The back is plain linen with a hidden zip.
€82; 600 g; stock 2

Muslin blanket, four layers | throw | Throws & Blankets | Buldan Ev
Air between each layer keeps you warm in March and cool in July. It comes out of the machine wrinkled and is meant to.
€64; 980 g; Colour: Natural, Sage, Smoke blue; Size: Single, Double +26 +520g

Mohair throw, Ankara | throw | Throws & Blankets | Tiftik
Real Angora goat, brushed until it glows. Weighs less than a newspaper and outlasts several sofas.
€128; 720 g; Colour: Mustard, Rose, Charcoal

Camel-hair blanket | throw camel | Throws & Blankets | Tiftik
Undyed and unbleached, in the exact colour of a camel. Dense enough to stop a draught.
€165; 1500 g; max 3

Cotton bedspread, Denizli | throw | Throws & Blankets
A piqué weave that has covered Turkish beds since your grandmother's wedding chest. Boil it if you must; it has been boiled before.
€92; 1700 g; Colour: White, Lavender; Size: 180 × 240, 240 × 260 +30 +800g

Herringbone wool plaid | throw | Throws & Blankets | Tiftik
Two colours of undyed wool crossing at an angle. Keep one in the car.
€84; 1100 g; Colour: Stone, Graphite

Block-printed tablecloth, Tokat | cloth | Table Linen | Tokat Yazma
Printed with pear-wood blocks by the last master of the Gazioğlu inn. Look for the small misprint in one corner: it is his signature.
€72; 640 g; Colour: Madder, Indigo; Size: 140 × 180, 140 × 240 +22 +220g

Linen napkins, set of six | cloth | Table Linen | Keten
Hemstitched, forty-five centimetres, and better after a few accidents with wine. Iron them damp or not at all.
€48; 420 g; Colour: White, Linen, Wine, Olive

Şile-cloth table runner | cloth | Table Linen
Crinkled cotton boiled in sea water at Şile, edged with needle lace. It drapes where linen stands.
€36; 220 g; Colour: Ivory, Aqua

Striped tea towels, three | cloth | Table Linen | Buldan Ev
Lint-free and large enough to cover rising dough. One is for glasses; you will know which.
€19; 270 g; Colour: Red, Navy, Green

Picnic cloth, waxed | cloth | Table Linen
Cotton rubbed with beeswax on one side, so that grass stays outside. Rolls up with its own strap.
€54; 900 g; Colour: Forest, Saffron; stock 3

Baker's apron | apron | Aprons | Keten
Long, crossed at the back, with a pocket for the scraper. Heavy enough to hang straight.
€44; 420 g; Colour: Natural, Navy, Rust

Market apron with towel loop | apron | Aprons
Three pockets in front, cut for the fruit sellers of Kadıköy who wanted somewhere to put the change. The neck strap adjusts with one ring and no buckle.
€32; 310 g; Colour: Olive, Charcoal

Hammam robe, long | robe | Robes | Buldan Ev
Peştemal cloth outside, terry inside, and a hood if you ask. Folds small enough for a suitcase.
€98; 1100 g; Size: S, M, L +4 +80g; Colour: White, Indigo

Waffle kimono robe | robe | Robes | Buldan Ev
Light, short-sleeved and dry by breakfast. Sizes run generous.
€76; 780 g; Size: S-M, L-XL +4 +90g; Colour: Dove grey, Terracotta, Sage

Kaftan of Bursa silk | robe | Robes
One length of silk, four seams. Inherited from a shape in the Topkapı wardrobe and simplified for stairs.
€220; 380 g; Colour: Emerald, Aubergine; max 2; stock 2

Silk scarf, ebru print | scarf | Scarves
Marbled on water by Sezen, then printed life-size on habotai. No repeat anywhere.
€88; 70 g; Colour: Cobalt, Coral, Teal

Cashmere shawl, Van | scarf | Scarves | Tiftik
Combed from goats on the eastern plateau in spring. It passes through a ring, as promised, but why would you.
€175; 190 g; Colour: Oat, Burgundy, Charcoal

Yazma cotton headscarf | scarf | Scarves | Tokat Yazma
Hand-printed square edged with tiny crocheted flowers, oya, that once said things a bride could not. Today they mostly go around the handle of a bag.
€26; 60 g; Colour: Red, Yellow, Turquoise

Wool neck-warmer | scarf | Scarves | Tiftik
Rib-knit tube for ferry decks in January. No ends to lose.
€34; 130 g; Colour: Navy, Mustard, Grey

Striped market tote | tote | Totes
Offcuts of peştemal lined with canvas. Carries a watermelon; we have checked.
€36; 320 g; Colour: Indigo, Terracotta, Natural

Kilim tote | tote brick | Totes
Kilim front, saddle-leather handles, cotton back. Strong, stiff and a little scratchy in summer.
€118; 980 g; max 2; stock 3

Hand-spun wool, three balls | yarn | Throws & Blankets
Left from the rug looms: a hundred grams each, plant-dyed in small pots, so buy enough for the project.
€27; 320 g; Palette: Madder and indigo, Walnut and cream, Moss and mustard; max 20

Prayer-niche wall hanging | rug emerald | Wool Rugs
A small saf knotted in silk on wool, meant for the wall rather than the floor. Signed on the reverse.
€460; 1900 g; max 1; stock 1
`,
};
