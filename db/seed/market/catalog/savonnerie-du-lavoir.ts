export const savonnerieDuLavoir = {
  code: "SDL",
  text: `
Cube of Marseille, olive | soapblock olive | Household Soap
Seventy-two per cent olive oil, stamped on six faces, dried eleven days in the mistral. For hands, floors and lace.
€6.80; 400 g; Weight: 300 g, 600 g +5 +320g; max 24

Cube of Marseille, white | soapblock ivory | Household Soap
The laundry cube: coconut and sunflower instead of olive, so it leaves no tint. Grate it for the machine.
€6.20; 400 g; max 24

Soap flakes for wool | pouch cream | Household Soap
Dissolve a handful in warm water, then let it cool before the jumper goes in. No perfume to argue with yours.
€9.40; 760 g; Weight: 750 g, 2 kg +11 +1250g

Black soap for floors | bottle black | Household Soap
Soft, dark and slippery, made from the last pressing. Two spoonfuls to a bucket and tiles shine without wax.
€8.90; 1050 g

Stain stick, ox-gall | soapblock sage | Household Soap | Maison Panier
Rub on, wait, wash. Grass, wine, mascara; not regret.
€4.90; 110 g

Fig-leaf bar | soap green | Bar Soap
Smells of the tree and not of the fruit: green, milky, a little dusty. The tree stands in our yard.
€7.50; 130 g

Lavender from the Sault plateau | soap lavender | Bar Soap
Real lavender, the small high one. Crushed flowers on top that scratch agreeably.
€7.50; 130 g

Orange blossom and milk | soap apricot | Bar Soap
Goat's milk from the Camargue stirred in by hand at forty degrees, no higher or it turns. Babies and grandfathers.
€8.20; 130 g

Sea clay and rosemary | soap slate | Bar Soap
Grey clay from the calanques with enough rosemary to wake you. Shaves surprisingly well.
€7.90; 140 g

Pastis bar | soap yellow | Bar Soap
Star anise and fennel. Made as a joke for the café on the corner and in demand ever since.
€7.50; 130 g; max 12; stock 3

Donkey-milk bar, unscented | soap cream | Bar Soap | Ânerie des Alpilles
For skin that objects to everything. Five ingredients, all pronounceable.
€9.60; 110 g

Shampoo bar, nettle | soap moss | Hair Care
Lasts about as long as three bottles. There is a strange week at the start; persist.
€11.50; 90 g

Shampoo bar, chamomile | soap honey | Hair Care
The milder sister, for fair or fine hair. Rinse with a splash of vinegar.
€11.50; 90 g

Boar-bristle hairbrush | bathbrush | Hair Care | Brosserie Ardoin
Beech body, bristle set in a rubber cushion, drawn by hand. A hundred strokes is superstition; twenty will do.
€39; 120 g; Wood: Beech, Cherry

Argan hair oil | bottle amber | Hair Care | Maison Panier
Three drops in wet ends. Cold-pressed, faintly nutty, never sticky.
€18; 140 g

Seven soaps, one a day | box | Bar Soap
A small bar of each of our seven scents in a pine box. People claim it is a present.
€32; 620 g; Ribbon: Lavender, Mustard, Teal; max 6

Soap offcuts, kilo | soap coral | Bar Soap
Trimmings from the cutting wire: ugly, mixed and wonderful. One bag each, so that everyone gets some.
€14; 1000 g; max 1; stock 2

Liquid soap, verbena | dispenser lemon | Liquid Soap
Potash soap cooked for a day, diluted with rain. The glass bottle comes back to us for refilling at two thirds of the price.
€13; 620 g; Volume: 300 ml, 500 ml +5 +260g

Liquid soap, tomato leaf | dispenser tomato | Liquid Soap
For kitchens: it takes away onion and leaves August.
€13; 620 g; Volume: 300 ml, 500 ml +5 +260g

Liquid soap, cade smoke | dispenser charcoal | Liquid Soap
Juniper tar, a drop in every litre. Smells like someone who knows how to light a fire.
€14; 620 g

Body wash, almond | dispenser blush | Liquid Soap | Maison Panier
Foams little and rinses clean. Pump locks for travelling.
€16; 480 g

Dish soap, plain lemon | dispenser yellow | Household Soap
Does the plates and forgives the hands. Concentrated; half a pump is right.
€9.50; 560 g; Volume: 500 ml, 1 l +7 +520g

Everlasting balm | creamjar honey | Creams & Balms | Ruches du Garlaban
Beeswax, olive oil and calendula, in a jar with no end to it. Elbows, lips, boots.
€14; 120 g; Size: 30 ml, 90 ml +15 +110g

Hand cream, dry-stone | creamjar | Creams & Balms | Maison Panier
For masons, potters and people who wash up. Absorbs before you can mark the paper.
€12; 110 g; Scent: Olive, Rose

Night cream, immortelle | creamjar saffron | Creams & Balms | Maison Panier
Distilled from Corsican helichrysum, the flower that does not fade. We make no further claim.
€34; 140 g; stock 0

Cold cream, old recipe | creamjar ivory | Creams & Balms
Wax, almond oil, rosewater, beaten until the arm gives out. Removes make-up and the metro.
€17; 150 g

Body oil, fig and cedar | bottle ochre | Body Oils
On wet skin, after the shower, one minute before the towel. It leaves a sheen, and then it does not.
€22; 210 g

Massage oil, arnica | bottle mustard | Body Oils | Ruches du Garlaban
For the day after the Sainte-Victoire. Warm the bottle in your pocket.
€19; 210 g

Sun-after oil, carrot | bottle tangerine | Body Oils | Maison Panier
It repairs; it does not protect. Please also own a hat.
€20; 190 g

Bath salts from Aigues-Mortes | bathsalt | Bath Salts | Salin du Midi
Coarse, damp and faintly pink from the same algae that colour flamingos. Two handfuls and twenty minutes.
€13; 560 g; Scent: Plain rose, Lavender, Pine green

Milk bath with oats | bathsalt ivory | Bath Salts | Ânerie des Alpilles
Two scoops, lukewarm water, a locked door. The muslin bag inside keeps the oats out of the drain.
€15; 420 g

Shower steamers, six | sweets lilac | Bath Salts
Set one where the water just touches it. Eucalyptus on Mondays, orange on the rest.
€11; 240 g

Honeycomb sponge | sponge honey | Sponges & Brushes | Pêcheurs de Kalymnos
Sustainably cut so that it regrows. Softens in water, stiffens in air, lasts years if you rinse it.
€24; 60 g; Size: Medium, Large +12 +30g

Long bath brush | bathbrush | Sponges & Brushes | Brosserie Ardoin
Reaches the exact place. The head comes off and becomes a nail brush for giants.
€29; 210 g; Wood: Beech, Oak

Pumice and cord | sponge slate | Sponges & Brushes
Volcanic, light and unflattering. Twice a week before sandals.
€7; 90 g

Safety razor, three-piece | razor | Shaving | Coutellerie du Port
Solid brass under the plating. A hundred blades cost less than one pack of cartridges.
€48; 110 g; Handle: Black, Olive, Silver

Shaving soap in a bowl | bowl | Shaving
A dense puck in a turned bowl: cream comes up in forty strokes. Refills fit.
€26; 240 g; Scent: Sandalwood sand, Vetiver green

Cedar reed diffuser | diffuser honey | Diffusers
Eight reeds, three months. Turn them when guests are due.
€34; 420 g; Volume: 100 ml, 200 ml +18 +180g

Garrigue diffuser | diffuser sage | Diffusers
Thyme, dust, hot stone. Claire refused to sell it until it smelled of one particular path.
€36; 420 g

Lavender sachets, three | sachet lavender | Sachets & Drawer Scents
This year's harvest sewn into old linen sheets. Squeeze them in spring to begin again.
€12; 80 g; max 12

Cedar and clove moth bags | sachet chestnut | Sachets & Drawer Scents | Maison Panier
Moths hate it. Wool, on the whole, does not mind.
€9.50; 90 g

Beeswax candle, wash-house | candle honey | Candles | Ruches du Garlaban
Pure wax, cotton wick, no scent but its own. Burns straight in a draught.
€19; 300 g; Height: 12 cm, 20 cm +9 +200g
`,
};
