export const lysOgTrae = {
  code: "LOT",
  text: `
Pleated paper pendant, Maane | globependant | Pendant Lamps
Folded from one sheet of Jutland paper, scored by hand and held by a single ring of ash. It turns slowly in the warmth of its own bulb.
€148; 420 g; Colour: White, Sand, Smoke blue; Size: 35 cm, 50 cm +62 +260g

Dome pendant, Nyhavn | pendant | Pendant Lamps
Spun aluminium, enamelled outside and white within. Hang it low; it is for faces and soup.
€236; 1800 g; Colour: Mustard, Petrol, Black, Cream

Two-tier pendant, Trappe | discpendant | Pendant Lamps
The upper shade hides the bulb, the lower one does the work. No glare from any chair at the table.
€318; 2200 g; Colour: White, Brick, Fir

Opal globe on a cord | globependant ivory | Pendant Lamps | Glasværket Holme
Mouth-blown, satin inside. One in the hall, three in a row over a counter.
€124; 1500 g; Diameter: 18 cm, 25 cm +48 +900g

Bellflower pendant | bellpendant | Pendant Lamps
Shaped after the flower on the grave-diggers' path at Assistens. Cast in porcelain so thin that it glows.
€198; 900 g; Colour: White, Celadon; stock 2

Reading lamp, Boghylde | tablelamp | Table Lamps
A weighted foot, a jointed arm, a switch your hand finds in the dark. The shade tips to the page and away from the sleeper.
€168; 2300 g; Colour: Black, Cream, Olive

Mushroom table lamp | tablelamp | Table Lamps
Dimmed by touching its cap. Children do it forty times, then stop.
€142; 1700 g; Colour: Terracotta, White, Moss

Oak post lamp | tablelamp oak | Table Lamps
A turned post, a linen shade, a brass pull-chain that was Karen's grandmother's idea. Each post is turned from one billet, and the crack that may come is part of it.
€176; 2600 g; Shade: Linen, Charcoal

Rice-paper cube | tablelamp ivory | Table Lamps
A frame of twelve sticks with paper in between. Spare paper costs nine euros; we show you how to glue it.
€84; 700 g

Portable lantern, Havn | tablelamp | Table Lamps | Fyr
Eleven hours on a charge, splash-proof, and a leather loop for the branch above the table. Charges from the cable you already own.
€98; 640 g; Colour: Red, Navy, Sand

Tripod floor lamp | floorlamp | Floor Lamps
Three ash legs that meet like people in conversation. Adjusts from sofa height to standing height with one brass screw.
€348; 5400 g; Shade: White, Rust, Black

Arc lamp, Bue | arclamp | Floor Lamps
Reaches over the table without a hole in the ceiling. The foot is a slab of Bornholm granite: two people, please.
€590; 21000 g; Colour: Black, Brass; max 1; stock 2

Pharmacy floor lamp | floorlamp | Floor Lamps
Slim, swivelling, precise. For the knitter, the reader and the repairer of small things.
€286; 4800 g; Colour: Graphite, Cream

Spoke-back chair, no. 4 | spokechair | Chairs
Four spokes, because three looked mean and five looked busy. Steam-bent bow, wedged tenons, soap finish.
€395; 4600 g; Wood: Oak, Ash, Black oiled; max 12

Paper-cord dining chair | chair | Chairs
A hundred and twenty metres of twisted paper in each seat, woven in an hour and a half by Bo, who hums. Lasts twenty years and can be rewoven.
€520; 4900 g; Wood: Oak, Walnut +90; max 12

Shell-back chair | shellchair | Chairs
A moulded back that fits you wherever you slouch. Stackable by four.
€310; 4200 g; Colour: Brick, Forest, Natural; max 12

School chair, restored | shellchair oak | Chairs
From the Vesterbro school that closed in 1998. Sanded, reglued, and still with initials under the seat.
€145; 4400 g; max 8; stock 3

Milking stool | stool | Stools & Benches
Three legs never wobble. A seat, a step, a bedside table.
€128; 2300 g; Wood: Oak, Cherry, Ash

Counter stool with rail | stool | Stools & Benches
Sixty-four centimetres to the seat and a brass rail where shoes go. Stands on four felt pads that we replace when they wear out.
€285; 4100 g; Wood: Oak, Smoked oak; Seat: Plain, Leather +60 +300g

Hall bench, Venteværelse | bench | Stools & Benches
Long enough for two people and their boots. The lid lifts; gloves live underneath.
€480; 12500 g; Wood: Oak, Ash; Length: 100 cm, 140 cm +120 +4500g; max 2

Garden bench, oiled robinia | bench honey | Stools & Benches
Goes silver in its second summer and then stays. No screws to rust.
€640; 18500 g; max 2; stock 1

Easy chair, Søndag | armchair | Armchairs
Deep, low, with arms wide enough for a cup. Wool from Gotland, webbing from Funen, springs nowhere.
€1280; 19800 g; Wool: Moss, Rust, Dove grey, Navy; max 2

Wing chair, small | armchair | Armchairs
All of the shelter of a wing chair in two thirds of the room. It came from measuring real flats.
€1450; 21500 g; Wool: Petrol, Mustard, Charcoal; max 2

Reading chair in sheepskin | armchair ivory | Armchairs
An oak frame thrown over with two skins from Læsø. Warmer than the radiator.
€1690; 17400 g; max 1; stock 0

Round table, Samtale | roundtable | Tables
A hundred and ten centimetres: the largest size at which six people still have one conversation.
€980; 26500 g; Wood: Oak, Walnut +240, Ash; max 2

Drop-leaf kitchen table | table | Tables
Fifty centimetres for breakfast, a hundred and thirty for guests. The hinges are wood.
€760; 22800 g; Wood: Oak, Beech; max 2

Sofa table with tray top | roundtable | Tables
Lift the top off and carry the tea. The legs are turned to be caught by nobody's shin.
€340; 7600 g; Wood: Ash, Black oiled

Writing desk, narrow | table | Tables
Forty-eight centimetres deep, one drawer, a groove for pencils. It fits under the slope of a roof.
€690; 15800 g; Wood: Oak, Cherry; max 2

Wall shelf, three boards | shelf | Shelves
Hangs on two ladders of ash; boards move by a wooden pin. Add as many metres as you have books.
€265; 7200 g; Wood: Oak, Ash, Walnut +80

Picture ledge | ledge | Shelves
A nine-centimetre board with a lip. Change the pictures as often as your mind.
€48; 1600 g; Length: 60 cm, 90 cm +18 +700g; Wood: Oak, White

Bookcase, loose-jointed | shelf fir | Shelves
Twelve pieces, no tools, up in ten minutes. Moves house flat.
€540; 24500 g; max 3

Peg rail | hooks | Hooks & Racks
Shaker in principle, Danish in thickness. Pegs turned slightly upward so that wet coats stay.
€64; 1300 g; Pegs: Four, Six +20 +500g; Wood: Oak, Beech

Wall hooks, knobs | hooks | Hooks & Racks
Five turned knobs, each a bit different, on brass screws. Cheerful on a kitchen door.
€42; 380 g; Colour: Mixed terracotta, Natural, Black

Oak hallstand | hooks oak | Hooks & Racks
A tree for coats that stands by its own weight. Eight branches.
€390; 9800 g; max 2; stock 2

Arched mirror, oak edge | mirror | Mirrors | Glasværket Holme
Leans or hangs. The glass is cut in Holme by the last man there with a compass that size.
€285; 8200 g; Wood: Oak, Walnut +40, Black oiled; max 3

Round mirror with strap | roundmirror | Mirrors | Glasværket Holme
Forty-five centimetres, hung from a bridle-leather strap and one brass pin. Hangs dead straight from a single nail.
€168; 4300 g; Rim: Brass, Oak

Kitchen clock, Klokken | clock | Clocks | Urværk
Large plain numerals, a movement without a tick. Set it five minutes fast like everybody.
€94; 900 g; Colour: Cream, Red, Petrol, Black

Turned-ash wall clock | clock ash | Clocks | Urværk
The rings of the tree are the minutes of something longer. Battery once in two years.
€138; 1200 g

Taper holders, stacking | candlestick | Candlesticks
Three blocks that make one tall holder or three low ones. Magnets inside.
€58; 620 g; Wood: Oak, Walnut, Black

Rapeseed candle, Danish summer | candle | Candles | Voks & Væge
Hay, elderflower and a little salt. Burns for forty-five hours if you trim it.
€29; 480 g; Scent: Meadow green, Smoke charcoal, Orchard apricot
`,
};
