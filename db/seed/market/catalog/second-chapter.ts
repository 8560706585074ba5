export const secondChapter = {
  code: "SCH",
  text: `
The Lighthouse Keeper's Arithmetic | book | Novels | Harbour & Pike
A quiet novel from 1962 about a man who counts ships and miscounts everything else. Second printing, jacket sunned at the spine, text bright.
€14; 410 g; Condition: Good, Very good +6; max 1

A Winter of Small Repairs | book | Novels | Harbour & Pike
Three sisters inherit a clock shop and one customer. Our Tuesday reader has pressed it on eleven people so far.
€9; 290 g; Binding: Paperback, Hardback +8 +180g

The Salt Inspector | book | Novels | Meridian House
Dry, funny and set entirely in a customs shed. First UK edition without jacket, owner's name in a lovely hand.
€18; 380 g; max 1; stock 1

Persimmons for the Ambassador | book coral | Novels | Meridian House
A dinner party in seven courses, told by the cook. Spotting to the endpapers; the recipe on page 112 works.
€11; 320 g

Elm Street, Elm Street | book | Novels | Lantern Paperbacks
Two women with one address and forty years between them. Orange spine, uncreased, which is a miracle.
€7; 210 g

The Cartographer's Sister | bookstack | Novels | Lantern Paperbacks
All three volumes tied with string, as they should be read. Volume two has a pressed violet in it and we left it there.
€24; 780 g; stock 2

Death on the Slow Train | book | Crime & Mystery | Green Lamp Mysteries
Everyone has an alibi and nobody has a ticket. Inspector Quill's first case and still his crossest.
€8; 190 g; Binding: Paperback, Hardback +9 +200g

The Corpse Wore Corduroy | book mustard | Crime & Mystery | Green Lamp Mysteries
A murder at a philately congress. Lightly foxed, heavily plotted.
€8; 190 g

Nobody Rings at Number Nine | book | Crime & Mystery | Green Lamp Mysteries
The one with the milkman. Jacket by Esme Tolland, whose covers people now collect without reading.
€16; 260 g; max 1

Quill Investigates: box of six | bookstack forest | Crime & Mystery | Green Lamp Mysteries
Six Inspector Quills in the original green boards. Reading them in order is advised, then impossible to stop.
€58; 1700 g; max 1; stock 3

Fog at Falmouth | book | Crime & Mystery | Lantern Paperbacks
A smuggler, a vicar and a very observant child. Tape repair to page 40, no loss of clues.
€5; 180 g

Collected Poems of Ada Merriweather | book | Poetry | Harbour & Pike
She wrote four hundred and kept sixty. This has the sixty, and a foreword that apologises for the rest.
€15; 330 g

Haiku for Bus Drivers | book turquoise | Poetry | Pocket Lark
Seventeen syllables between stops. Small enough to read standing.
€6; 90 g

Night Ferry: poems in two languages | book | Poetry | Pocket Lark
Facing pages, and the translator argues with the poet in footnotes. The translator usually wins.
€10; 170 g; Language: Portuguese–English, Persian–English

دیوان باد · The Divan of the Wind | book emerald | Poetry | Meridian House
Contemporary ghazals with a parallel text, set in a beautiful nasta'liq. Bought from a professor's widow with his pencil marks, which are worth the price.
€22; 360 g; max 2

On Foot to the Last Village | book | Travel & Nature | Meridian House
Twelve hundred kilometres of mule track in bad shoes. The maps fold out and are all still there.
€17; 460 g

A Field Guide to Clouds | book sky blue | Travel & Nature | Thistle Guides
Painted plates, 1957, tissue guards present. Carry it in a jacket and look up.
€19; 280 g; max 1

Hedgerow Year | book | Travel & Nature | Thistle Guides
Fifty-two walks along one hedge in Shropshire. Nothing happens, exquisitely.
€12; 340 g

Islands I Have Failed to Reach | book | Travel & Nature | Harbour & Pike
A memoir of seasickness and weather. Signed on the title page in green ink.
€28; 390 g; max 1; stock 1

The Language of Rivers | book | Travel & Nature | Thistle Guides
Why a beck is not a brook, from source to estuary. Endpaper map by the author's daughter, aged nine.
€13; 310 g; Binding: Paperback, Hardback +7 +190g

Chairs: a history of sitting | book | Art & Design | Formwork Press
From thrones to tubular steel, with measured drawings. Coffee-table sized; you may need the table.
€36; 1650 g

Colour in the Kitchen Garden | book sage | Art & Design | Formwork Press
An argument for planting by eye. The lithographs alone have been framed by other booksellers; we left ours in.
€32; 980 g

Letterforms of the Underground | book | Art & Design | Formwork Press
Two hundred station signs, photographed before they were tidied. We are looking for another copy and will write to you when it comes.
€29; 870 g; stock 0

One Pot, Five Hungers | book | Cookery | Hob & Ladle
Stews for the tired. Splashed at the good recipes, as a cookbook should be.
€12; 520 g

The Bread Letters | book ochre | Cookery | Hob & Ladle
Two bakers correspond for thirty years and never meet. Recipes appear when they run out of news.
€14; 430 g

Preserving Summer | book | Cookery | Hob & Ladle
Jams, syrups, pickles, a stern page about botulism. 1944, war economy paper, complete.
€10; 240 g

A Short History of Being Late | book | History & Ideas | Pocket Lark
Clocks, trains and excuses since 1300. We sold our first copy to a man who had missed his train.
€9; 200 g

What the Census Left Out | book | History & Ideas | Harbour & Pike
Lodgers, lovers and the woman who listed her occupation as waiting. Ex-library, stamps and all.
€11; 480 g

Six Essays on Boredom | book grey | History & Ideas | Lantern Paperbacks
Better than it sounds; the fourth is about goldfish. Underlined by someone who gave up on page thirty.
€6; 150 g

Blue Hour at the Marquee, LP | record | Jazz | Tallow Records
A quartet recorded on a Sunday with the windows open; you can hear a bus in the ballad. Sleeve VG, vinyl VG+.
€26; 320 g; Pressing: Original mono +24, Reissue; max 2

Ida Quarrie Sings Low, LP | record | Jazz | Tallow Records
Late, smoky, in no hurry. Plays through with one soft click on side two.
€22; 320 g

The Basement Tapes of Otis Fenn, 2LP | record plum | Jazz | Copperplate
A pianist alone in a furniture store after closing. Gatefold with his shopping list reproduced inside.
€38; 560 g; stock 2

Goldberg by Lamplight, LP | record | Classical | Aubade
Slow repeats and audible breathing; not for everyone, and we love it. One light scuff on variation 25 that does not sound.
€19; 320 g

String Quartets from the North, 3LP box | record slate | Classical | Aubade
Linen box, booklet, all three discs near mint. The previous owner played side one only.
€48; 980 g; max 1

Salt Marsh Songs, LP | record | Soul & Folk | Copperplate
Field recordings and a concertina. Corner bump, otherwise a clean copy with the lyric sheet.
€17; 320 g

Queenie Valentine Live, LP | record | Soul & Folk | Tallow Records
Forty minutes of the best band in Peckham, 1971. Somebody has drawn a heart on the label.
€34; 320 g; Pressing: First pressing +30, Reissue; max 2

Mixtape service, C60 | cassette | Cassettes
Tell us three songs and a mood. Delia in the basement makes the other seventeen choices, by hand and in real time.
€15; 90 g; Shell: Black, Coral, Mint; max 3

Radio Nights, cassette | cassette | Cassettes | Copperplate
Numbers stations and weather forecasts over slow organ. Edition of two hundred; ours are numbers 31 to 44.
€9; 80 g; stock 3

Serviced turntable, belt drive | turntable | Turntables
Rescued, re-belted and given a new stylus by the man upstairs. Six months' guarantee, which is more than it had in 1978.
€165; 6400 g; Finish: Walnut, Black, Silver; max 1

Design quarterly, bundle of four | magazine | Magazines | Formwork Press
Four issues chosen by us from the years when they still used five inks. Name a year in the order note and we will try.
€20; 1400 g; Decade: 1960s, 1970s, 1980s; max 5

Letterpress bookplates, fifty | card | Cards | Pocket Lark
Ex libris in two colours with a line for a name. Gummed, so you lick them like an honest person.
€13; 90 g; Colour: Burgundy, Forest, Navy

Framed map of imaginary London | poster | Prints & Posters | Pocket Lark
Every district from every novel that invented one. Sixty by eighty, in a limed frame.
€58; 2400 g; Frame: Black, Oak, White; max 4

Library globe, 1960s | globe | Globes & Curios
Two countries fewer and one ocean bluer than today. Light inside, original flex replaced.
€95; 2200 g; Sea: Cobalt, Sand; max 1
`,
};
