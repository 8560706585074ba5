export const kamogawaKami = {
  code: "KGK",
  text: `
Thread-bound book, asa-no-ha | notebook | Blank & Ruled Books
Four-hole binding in silk thread, covers block-printed with hemp leaf. Sixty-four pages that take ink on one side and pencil on both.
€24; 180 g; Colour: Indigo, Persimmon orange, Moss

Kamogawa daily notebook | notebook | Blank & Ruled Books
The book beside our own till. Opens flat at any page, tears cleanly, and the dots are pale enough to ignore.
€14; 260 g; Ruling: Dots, Lines, Blank; Colour: Navy, Cream

Pocket memo, kozo cover | notebook | Blank & Ruled Books
Fits a shirt pocket and forgives rain. Sold in pairs, since one is always in the other jacket.
€9; 70 g; Colour: Natural, Crimson, Charcoal; min 2

Accordion book, orihon | notebook | Blank & Ruled Books
Five metres of paper folded into a hand. For temple stamps, panoramas and long lists.
€28; 230 g; Cover: Sage brocade, Plum brocade; stock 3

Sketchbook, unsized torinoko | notebook ochre | Blank & Ruled Books | Echizen Vat 9
Smooth as an eggshell on the front, toothed on the back. Ink sits up; watercolour sinks in.
€32; 480 g; Size: A5, A4 +16 +420g

Ten-year diary | notebook burgundy | Journals
One page for each day of the year, ten narrow rows on it. You will read last year while you write this one.
€68; 1150 g; max 2

Weather diary | notebook | Journals
A small column for the sky, a larger one for you. The seventy-two seasons of the old calendar are printed at the foot.
€26; 340 g; Colour: Sky blue, Forest

Tea journal | notebook | Journals
Leaf, water, minutes, company. Made for the tea school upstairs and borrowed by coffee people.
€18; 220 g; Colour: Celadon, Chestnut

Letter set, plovers | envelope | Letter Sets
Twelve sheets, six envelopes, one flock of plovers printed in two greys. The paper rustles when it is opened, which is half of a letter.
€12; 120 g; Colour: White, Ice blue

Letter set, persimmon season | envelope | Letter Sets
Gold-flecked sheets dyed with tannin and lined envelopes to match. For news that deserves it.
€16; 140 g; Colour: Apricot, Rust

One-line notes | envelope blush | Letter Sets
Narrow slips with narrow envelopes, for people who mean to write and never start. A single line is the rule.
€8; 60 g; max 12

Airmail, very thin | envelope sky | Letter Sets | Mino Honkōzo
Twenty-six grams to the square metre and you can still write on both sides. Fifty sheets weigh less than a plum.
€15; 90 g

Noshi gift envelopes, five | envelope | Cards
Folded and tied with paper cord in the knot that suits the day. Please tell us the occasion: the wrong knot is unforgettable.
€11; 50 g; Occasion: Celebration, Wedding, Thanks

Letterpress card, heron | card | Cards | Tegami Press
Printed deep enough to feel from behind, on cotton that was once shirts. Comes with a grey envelope lined in tissue.
€5.50; 30 g; Colour: White, Slate; min 2

Pop-up card, Fushimi gates | card red | Cards | Tegami Press
Eleven gates stand up as it opens. Cut by hand-fed machine and folded by Mrs Oda, who is ninety.
€13; 40 g

Season cards, box of twelve | card | Cards | Tegami Press
One for each month: plum, camellia, iris, firefly, maple, first snow and the six between. Blank inside.
€29; 280 g; Ground: Ivory, Indigo

Stone seal, your initial | seal | Seals & Wax
Soft soapstone carved with one letter or one character in the old seal script. Allow four days.
€42; 160 g; Stone: Celadon, Rose; max 4

Cinnabar seal paste | ink red | Seals & Wax
Mineral red in silk floss, in a porcelain pot. Knead it now and then, like bread.
€23; 110 g

Sealing wax, three sticks | seal | Seals & Wax
Supple enough to survive a post office. Melts without soot.
€9; 75 g; Colour: Crimson, Forest, Gold

Fountain pen, urushi | pen | Fountain Pens | Nakano Urushi
Ebonite turned, lacquered nineteen times and polished with deer-horn powder. The colour clears slowly over the first years.
€320; 28 g; Colour: Black, Vermilion red; Nib: Fine, Medium, Broad +10; max 1

Fountain pen, brushed aluminium | pen | Fountain Pens | Sasaki Seiki
Light, cool and unbreakable, with a steel nib that starts after a month in a drawer. Takes a cartridge or the little converter in the box.
€48; 22 g; Colour: Silver, Navy, Graphite; Nib: Extra fine, Fine, Medium

Bamboo dip pen | pen bamboo natural | Fountain Pens
Cut in the garden, slit with a knife. It squeaks, and your handwriting will surprise you.
€7; 12 g

Pocket fountain pen, short | pen | Fountain Pens | Sasaki Seiki
Eleven centimetres closed, a real pen when posted. Comes with a cord.
€62; 19 g; Colour: Moss, Plum, Brass +14

Iron gall ink, Fushimi night | ink midnight blue | Inks | Sumi-ya Tanabe
Goes on grey, turns blue-black before the page is full, and stays for three hundred years. Rinse your pen on Sundays.
€17; 130 g

River inks | ink | Inks | Sumi-ya Tanabe
Three colours mixed from the Kamo at three hours. Shading, safe, and named by Haruka's daughter.
€19; 140 g; Colour: Sea green, Smoke blue, Amber

Shikon violet ink | ink violet | Inks | Sumi-ya Tanabe
From gromwell root, as the court wore it. Fades to rose in sunlight, so keep your secrets shut.
€26; 120 g; stock 0

Sumi ink stick | ink black | Inks | Sumi-ya Tanabe
Pine soot and deer glue, aged six winters. Grind it while you think what to write.
€38; 60 g; Age: 6 years, 15 years +44; max 5

Large brush, goat and weasel | brush | Brushes | Fude Hiroshima
Soft belly, lively tip. It holds enough ink for four characters and forgives the third.
€34; 40 g

Detail brush set | brush vermilion red | Brushes | Fude Hiroshima
Three hand-tied points for faces, leaves and the whiskers of cats. Wash them in cold water and stand them tip upward.
€46; 35 g; stock 2

Cedar pencils, dozen | pencils | Pencils | Kitaboshi-ro
Unlacquered, so that they smell of a planed plank. The box is a ruler.
€14; 90 g; Grade: HB, 2B, 4B

Red-and-blue pencil pot | pencils indigo | Pencils | Kitaboshi-ro
The editor's pencil: vermilion for out, blue for in. Six of them in a lacquered paper pot.
€21; 180 g

Echizen washi, full sheet | papers | Washi Sheets | Echizen Vat 9
Ninety-seven by sixty-four, mulberry fibre, four deckle edges. You can see the bamboo screen when you hold it to the window.
€7.80; 40 g; Colour: Natural, Indigo, Persimmon orange, Charcoal; min 2; max 100

Yuzen chiyogami sheets, ten | papers | Washi Sheets
Silk-screened in up to nine colours with gold on the edges. Enough to line a box, cover a book and wish for more.
€22; 160 g; Palette: Crimson and gold, Navy and white, Emerald and plum

Lace paper, rakusui | papers white | Washi Sheets | Mino Honkōzo
Made by dripping water on wet pulp until holes appear. For lampshades, windows and layered cards.
€6.20; 20 g; min 2

Paper tape, field grasses | tape | Paper Tape
Five metres of semi-transparent washi that lifts again without a mark. Writes well with pencil.
€4.20; 25 g; Colour: Sage, Ochre, Lilac; max 30

Paper tape set, kasuri | tape indigo | Paper Tape
Three widths from the ikat patterns of Kurume. The narrowest is the one that runs out.
€11; 70 g

Origami squares, 200 | papers | Origami
Fifteen centimetres, true to a tenth of a millimetre, which only matters at the fortieth fold. Both sides are coloured, so mistakes look like decisions.
€9.50; 210 g; Palette: Plain coral, Patterned teal, Metallic gold

A thousand cranes kit | crane | Origami
A thousand tiny squares, a needle, thread, and a counting sheet. Somebody you know needs this.
€26; 420 g; Colour: White, Rose, Sky blue

Wall calendar, twelve woodcuts | calendar | Calendars | Tegami Press
Printed on kozo by a man who cuts one block a month all year. Hang the old months, too.
€36; 330 g; Year: 2026, 2027

Kyō-sensu folding fan | fan | Fans
Bamboo ribs split from a single joint, paper on both sides, a sound when it shuts like a polite full stop. Made by four workshops within walking distance of each other.
€54; 45 g; Colour: Indigo, Vermilion red, Gold; max 6
`,
};
