export const darJild = {
  code: "DJL",
  text: `
Mouassine handbag | handbag | Handbags
A single hide folded, not pieced, so there are only two seams to fail and neither has yet. Brass turn-lock, suede inside, a pocket for a phone and one for keys.
€168; 780 g; Colour: Cognac, Black, Burgundy

Half-moon shoulder bag | handbag | Handbags
Cut around a dinner plate in 1974 and never improved. Sits under the arm and swings when you dance.
€124; 520 g; Colour: Tan, Olive, Midnight blue

Riad evening bag | handbag | Handbags
Small enough for a key, a lipstick and an alibi. Embossed with a zellij star by hand press.
€96; 290 g; Colour: Emerald, Gold, Plum; max 3

Bucket bag, laced | handbag | Handbags
Drawn shut by one cord. Drops open like a flower on the café table.
€142; 640 g; Colour: Caramel, Brick

Doctor's satchel | satchel | Satchels
Opens as wide as a mouth and stands up by itself. Lock and two keys, frame by the smith in Place Rahba.
€245; 1850 g; Colour: Chestnut, Black; max 2

Schoolmaster's satchel | satchel | Satchels
Two buckles, two gussets, room for thirty exercise books or a laptop of fifteen inches. The strap unhooks.
€198; 1400 g; Colour: Cognac, Walnut, Forest

Messenger of the medina | satchel | Satchels
Soft-sided, with a flap that keeps out donkeys and drizzle. Wears in at the corner first, then everywhere.
€156; 980 g; Colour: Tan, Navy

Document sleeve | satchel | Satchels
Flat, zipped, and as thin as the papers in it. Fits A4 with a finger to spare.
€78; 360 g; Colour: Caramel, Black, Rust

Camel-saddle tote | tote | Totes
Unlined vegetable-tanned leather that starts pale as bread and goes dark as tea. Carries nine kilos.
€132; 890 g; Colour: Natural, Cognac

Suede market tote | tote | Totes
Washed until it drapes. A knot in each handle sets the length.
€88; 480 g; Colour: Sand, Terracotta, Petrol

Basket with leather handles | tote straw sand | Totes | Doum Cooperative
Palm leaf plaited in Tiznit, handles sewn on here. The market basket of the whole south.
€42; 620 g; Size: Medium, Large +12 +300g

Atlas rucksack | backpack | Rucksacks
Built for a guide in Imlil who wanted no plastic. Rolled top, two side pockets, straps lined with felt.
€210; 1500 g; Colour: Tan, Olive, Black

City rucksack, slim | backpack | Rucksacks
One compartment, one outside pocket, one good zip. It looks like a bag rather than like luggage.
€176; 1100 g; Colour: Cognac, Midnight blue

Drawstring pack, goatskin | backpack | Rucksacks
Light as a coat. Two cords, no metal, nothing to beep.
€98; 420 g; Colour: Mustard, Brick; stock 3

Long wallet, hand-stitched | wallet | Wallets
Eight stitches to the inch, saddle stitch, two needles. If one thread breaks the other holds.
€68; 140 g; Colour: Cognac, Black, Bottle green

Bifold, four cards | wallet | Wallets
For people who have decided what to carry. Thinner than your phone.
€49; 70 g; Colour: Tan, Navy, Burgundy, Black

Coin tray purse | wallet | Wallets
Opens into a small tray so you can see what you have before you haggle. The snap is brass and replaceable.
€34; 60 g; Colour: Caramel, Red

Passport cover | wallet | Wallets
Takes a passport, a boarding card and the stub of the last one. Border officers have been known to stroke it.
€38; 80 g; Colour: Chestnut, Petrol, Black

Folded card case | wallet | Wallets
A single piece, cut so that it closes without a stitch. Our apprentices learn on it.
€22; 30 g; Colour: Natural, Rust, Olive; max 20

Traveller's envelope | wallet saffron | Wallets
Tickets, notes, a pressed flower. Wraps shut with a thong.
€58; 150 g; stock 2

Saddler's belt, 35 mm | belt | Belts
One strip of bull shoulder, four millimetres thick, edges burnished with a bone. Send it back in ten years for a new buckle.
€64; 310 g; Colour: Cognac, Black; Size: 80 cm, 90 cm, 100 cm +4 +30g, 110 cm +4 +60g

Braided belt | belt | Belts
Five strands, no holes; it fits before and after lunch. It stretches a little in the first month and then stops.
€58; 260 g; Colour: Tan, Chocolate; Size: 85 cm, 95 cm, 105 cm

Embroidered waist belt | belt | Belts
Silk thread on goat, after the Amazigh wedding belts. Wear it over something plain.
€92; 240 g; Colour: Red, Cobalt; max 3

Narrow dress belt | belt | Belts
Twenty-two millimetres with a brass tongue. Quiet.
€46; 160 g; Colour: Black, Burgundy; Size: 75 cm, 85 cm, 95 cm

Key fob with loop | keyring | Keyrings & Cases
Solid brass ring, offcut leather, your initial if you ask. The cheapest way to own a piece of our hide.
€14; 40 g; Colour: Tan, Black, Turquoise, Saffron

Bell-shaped key case | keyring | Keyrings & Cases
Pull the thong and the keys vanish. Stops holes in pockets and noise on stairs.
€24; 50 g; Colour: Cognac, Forest

Spectacle case, moulded | wallet | Keyrings & Cases
Wet-formed over a wooden last into a hard shell. Survives being sat upon.
€44; 110 g; Colour: Caramel, Midnight blue

Watch roll for three | toolroll | Keyrings & Cases
Suede cushions in a leather tube, for travellers with too much time. Closes with a strap and no magnet, as it should.
€74; 260 g; Colour: Chestnut, Black; stock 0

Pencil and brush roll | toolroll | Keyrings & Cases
Twelve slots of three widths. Ties with one long lace that becomes the hanger.
€56; 210 g; Colour: Natural, Cognac, Plum

Tool roll for bicycles | toolroll | Panniers
Straps under a saddle. Holds levers, a tube, a spanner and the chocolate.
€48; 230 g; Colour: Brown, Black

Babouche, everyday | slippers | Slippers
Heel folded down, sole in one piece, sewn inside out and turned. Yellow is for weddings, but nobody will check.
€38; 380 g; Colour: Saffron, White, Cognac, Black; Size: 38, 40, 42

Babouche in suede, pointed | slippers | Slippers
The city form, with a toe that arrives first. Leather sole, for carpets.
€46; 340 g; Colour: Plum, Emerald; Size: 36, 38, 40

Berber slippers, round-toed | slippers | Slippers
Made in Tafraout with a rubber sole, so they can cross the courtyard to the kitchen. They run half a size small until the third day.
€52; 520 g; Colour: Red, Mustard; Size: 38, 40, 42

Chelsea boots, goat-lined | boots | Shoes & Boots
Cut high and stitched through the welt by Si Ahmed, who does four pairs a week. Ask for his waiting list if your size is gone.
€228; 1450 g; Colour: Chestnut, Black; Size: 40, 41, 42, 43, 44; max 2

Desert lace-ups | boots | Shoes & Boots
Crêpe sole, two eyelets, unlined suede. Shake out before wearing, by habit.
€164; 980 g; Colour: Sand, Tan; Size: 39, 41, 43; max 2

Pouf, stitched octagon | pouf | Poufs
Arrives flat; fill it with old clothes and it becomes furniture. Embroidered with a star in silk twist.
€118; 1700 g; Colour: Cognac, White, Burgundy; Filling: Empty, Wool-filled +46 +5200g

Pouf, low and wide | pouf | Poufs
Two people can sit back to back and not agree. Untreated hide that darkens in a year.
€148; 2300 g; Colour: Natural, Walnut; max 4

Refillable journal | notebook | Journals
A wrap of thick hide around three booklets held by elastic. Ink, dates, tickets and sand all belong in it.
€54; 420 g; Colour: Cognac, Black, Forest

Desk pad | notebook chestnut | Journals
Ninety centimetres of calm. Coffee rings become part of it, then the best part.
€112; 1600 g; max 3

Butcher-style leather apron | apron | Aprons
Three pockets, cross-back, rivets in copper. Ordered by barbers, blacksmiths and one pastry chef.
€138; 1300 g; Colour: Chestnut, Black
`,
};
