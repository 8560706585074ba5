export const khaneYeChai = {
  code: "KYC",
  text: `
Lahijan first flush · چای لاهیجان | tin | Black Tea
Leaf from the slopes above Lahijan, plucked in the first warm week of Ordibehesht. Light in the glass, honeyed, and gentle enough to drink without sugar, though nobody here does.
€9.80; 110 g; Weight: 100 g, 250 g +12 +150g, 500 g +28 +400g

Earl of Isfahan | tin | Black Tea
Black leaf scented with real bergamot peel that we dry on the roof. It has none of the perfume-counter sharpness; it smells of the fruit.
€8.90; 110 g; Weight: 100 g, 250 g +11 +150g

Caravan smoked tea | tin charcoal | Black Tea | Golestan Leaf
Dried over cypress wood for a day and a night. A pinch in ordinary tea is plenty; a spoonful is for people with opinions.
€12.40; 110 g

Cardamom breakfast blend | pouch green | Black Tea
Strong broken leaf with cracked green cardamom, mixed at three to one. It stands up to milk.
€7.60; 210 g; Weight: 200 g, 500 g +9 +300g

Samovar blend no. 14 | tin red | Black Tea
The house tea, named after the number on our door. Ceylon for body, Lahijan for scent, and a little Assam so that it lasts on the samovar all evening.
€6.80; 210 g; Weight: 200 g, 500 g +8.5 +300g, 1 kg +19 +800g

Green tea with nā'nā mint | pouch mint | Green Tea
Gunpowder leaf and dried mint from Natanz. Pour it from high up, twice.
€7.20; 110 g

Jasmine pearls, Gilan | tin ivory | Green Tea | Golestan Leaf
Hand-rolled pearls that open over four infusions. We buy eleven kilos a year and never have any left in March.
€18.50; 60 g; max 3; stock 2

Borage flower · گل گاوزبان | pouch violet | Herbal Infusions
Blue-violet flowers from the Alborz, drunk with dried lime when the nerves are bad. Our grandmother prescribed it for everything including exams.
€11.20; 60 g

Rose bud infusion | pouch rose | Herbal Infusions
Whole buds of the Kashan rose, picked before sunrise in May. Three buds to a glass, or a handful in the bath.
€6.40; 50 g; Weight: 50 g, 150 g +9.5 +100g

Chamomile and lime blossom | pouch | Herbal Infusions | Dasht Herbs
For the last hour of the day. Grown without spraying by two sisters near Khansar, who also sew the bags.
€5.60; 50 g

Sour hibiscus and barberry | jar burgundy | Herbal Infusions
Deep red, sharp as a lemon and very good cold. The barberries are from Birjand and rehydrate as you drink.
€6.90; 150 g

Negin saffron · زعفران نگین | saffron | Saffron | Zar-e Sorkh
Only the red tips, cut by hand in the field at Qā'en and graded the same week. Grind three threads with a sugar cube, add hot water, wait ten minutes.
€14; 40 g; Weight: 1 g, 2 g +13 +1g, 5 g +46 +4g; max 10

Bunch saffron, dokhtar-pich | saffron gold | Saffron | Zar-e Sorkh
The whole stigma, red to yellow, tied with its own thread. Less strong and more fragrant than negin; better in rice pudding than in rice.
€9; 35 g; Weight: 1 g, 3 g +16 +2g; max 10

Saffron sugar crystals | glasses | Saffron
Nabāt on a stick, grown for nine days in a copper pan. Stir it in your tea until the tea is sweet and you have stopped talking.
€4.80; 140 g; Form: Sticks, Rough pieces

Green cardamom, Alleppey bold | jar sage | Whole Spices
Eight millimetres and up, still sticky. We sieve out the small ones and keep those for the house blend.
€8.40; 90 g; Weight: 50 g, 100 g +7 +50g

Cinnamon quills | jar chestnut | Whole Spices
True cinnamon, soft enough to crumble between two fingers. Not cassia, which is what you have at home.
€5.20; 80 g

Dried limes, Omani black | jar | Whole Spices
Boiled in brine and left in the sun until they rattle. Pierce one and drop it into any stew that tastes flat.
€4.60; 220 g; Colour: Black, Tan

Sumac, coarse | jar burgundy | Whole Spices
No salt, no colouring; just the skins of the berry from Hamadan. It belongs on kebab, on onions and on fried eggs.
€3.90; 120 g; Weight: 100 g, 300 g +6 +200g

Golpar seed | jar ochre | Whole Spices | Dasht Herbs
Persian hogweed, bitter and orange-scented, dusted over broad beans and pomegranate. Hard to explain, easy to miss.
€4.20; 90 g

Nigella from Semnan | jar black | Whole Spices
Little black teardrops for flat bread and pickles. Toast them dry until they start to jump.
€3.40; 120 g

Pul of Aleppo style pepper | jar red | Whole Spices
Oily, fruity flakes with a slow warmth. We dry the peppers for two days and rub them with a spoon of oil.
€4.90; 110 g

Advieh for rice | spices | Spice Blends
Cinnamon, rose, cardamom and cumin, ground together this morning. One teaspoon between two layers of rice.
€5.80; 80 g; Weight: 60 g, 180 g +9 +120g

Advieh for stew | spices | Spice Blends
Darker and drier than the rice blend, with turmeric, lime and a little black pepper. It makes a ghormeh taste as if you had started yesterday.
€5.80; 80 g; Weight: 60 g, 180 g +9 +120g

Kebab salt, Bahram's | jar sand | Spice Blends
Sumac, saffron salt and dried onion. Our father sold it in folded newspaper; the jar is the only thing we changed.
€6.20; 160 g

Torshi pickling mix | jar mustard | Spice Blends
Fourteen seeds and leaves for three litres of vinegar. The card inside has the method, in two languages and one handwriting.
€4.40; 110 g

Dukkah of pistachio | jar green | Spice Blends
An Egyptian idea with an Isfahani nut. Eat with bread and oil, or on anything soft.
€7.40; 150 g

Gaz of Isfahan, 42% pistachio | sweets | Confectionery | Shirin-Sara
Soft white nougat made with the sap of the angebin tree and more pistachio than is sensible. Dusted with flour so it does not stick: knock it off before eating.
€13.80; 460 g; Box: 400 g, 800 g +12.5 +420g

Sohan of Qom | sweets saffron | Confectionery | Shirin-Sara
Brittle of sprouted wheat, butter and saffron in a tin that has not changed since 1951. It breaks with a noise.
€9.60; 520 g

Chickpea flower biscuits | sweets yellow | Confectionery
Nokhodchi, cut as clover leaves, that melt before you can bite. Thirty in a box, gluten-free by tradition.
€7.90; 260 g

Saffron pashmak | box | Confectionery | Shirin-Sara
Candy floss for adults: pulled sugar and toasted flour, spun into silk. Keep it dry or it becomes a single sweet.
€5.40; 180 g; Flavour: Saffron, Rose, Cocoa

Quince sharbat syrup | bottle honey | Honey & Preserves
Quince, vinegar and mint boiled to a thin syrup. One part to six of ice water, with a cucumber grated in when it is really hot.
€8.20; 620 g

Sour cherry preserve | jar crimson | Honey & Preserves
Whole cherries in their own syrup, stoned with a hairpin. Spoon them over thick yoghurt or stir them into rice.
€7.40; 410 g

Honey of Khansar thyme | jar honey | Honey & Preserves | Zagros Apiary
Thick, herbal, slightly bitter at the end. The hives travel by truck to two thousand four hundred metres in June.
€14.60; 480 g; Weight: 450 g, 900 g +13 +450g

Rosewater of Qamsar · گلاب قمصر | bottle blush | Oils & Flower Waters | Golab-e Kashan
Distilled in copper over three days, second run, no perfume. A spoonful in the rice pudding, a splash on the guest.
€6.90; 560 g; Volume: 250 ml, 500 ml +5 +310g

Orange blossom water | bottle apricot | Oils & Flower Waters | Golab-e Kashan
From the bitter orange trees of Fars, which flower for nine days. The whole city of Shiraz smells like this bottle.
€7.20; 560 g

Pistachios of Rafsanjan, raw | jar sage | Nuts & Dried Fruit
Fandoghi, the round kind, this year's harvest. Sold unsalted because you can always add it.
€12.20; 410 g; Weight: 400 g, 1 kg +16 +600g

Dried mulberries, white | pouch ivory | Nuts & Dried Fruit | Dasht Herbs
Chewy as toffee and just as sweet. In the villages they replace sugar with tea.
€5.90; 260 g

Night-table nut mix, ājil | bowl | Nuts & Dried Fruit
Seven kinds for Yaldā: pistachio, almond, hazel, melon seed, raisin, mulberry and a little lump of candied ginger for luck.
€11.80; 510 g; max 12

Kamar-barik tea glasses, six | glasses | Tea Glasses | Shishe-gar
The narrow waist keeps the heat below and the rim cool for the lips. Mouth-blown; tiny bubbles are to be expected.
€24; 780 g; Rim: Plain, Gold +6, Cobalt +4

Qalamzani brass tray | tray brass | Serving Dishes | Master Sajjadi
Chased with a hammer and forty chisels in the coppersmiths' row; you can hear him from our door. Thirty-two centimetres, lacquered inside.
€86; 1400 g; max 2; stock 3
`,
};
