const tree = `
Home & Living
  Kitchen
    Tea & Coffee
      Teapots
      Kettles
      Coffee Makers
      Cups & Mugs
        Espresso Cups
        Mugs
        Tea Glasses
    Tableware
      Plates
      Bowls
      Jugs & Carafes
      Serving Dishes
      Table Linen
    Cookware
      Pans
      Casseroles
    Tools & Storage
      Kitchen Knives
      Chopping Boards
      Utensils
      Mills & Mortars
      Graters & Colanders
      Jars & Tins
      Aprons
  Lighting
    Lamps
      Table Lamps
      Floor Lamps
      Pendant Lamps
    Candlelight
      Candles
      Candlesticks
  Furniture
    Seating
      Chairs
      Stools & Benches
      Armchairs
      Poufs
    Tables & Storage
      Tables
      Shelves
      Hooks & Racks
  Textiles
    Floors
      Kilims
      Wool Rugs
    Sofas & Beds
      Cushions
      Throws & Blankets
  Decoration
    For the Wall
      Tiles
      Mirrors
      Clocks
      Prints & Posters
    For the Shelf
      Vases
      Globes & Curios
Food & Drink
  Tea & Infusions
    Tea
      Black Tea
      Green Tea
    Infusions
      Herbal Infusions
  Pantry
    Spices
      Saffron
      Whole Spices
      Spice Blends
    Sweets & Nuts
      Confectionery
      Nuts & Dried Fruit
    Larder
      Honey & Preserves
      Oils & Flower Waters
Fashion & Bags
  Bags
    Everyday Bags
      Handbags
      Satchels
      Totes
      Rucksacks
    Small Leather
      Wallets
      Belts
      Keyrings & Cases
  Clothing
    Footwear
      Slippers
      Shoes & Boots
    Layers
      Scarves
      Robes
Books & Music
  Books
    Fiction
      Novels
      Crime & Mystery
      Poetry
    Non-fiction
      Travel & Nature
      Art & Design
      Cookery
      History & Ideas
  Music
    Vinyl
      Jazz
      Classical
      Soul & Folk
    Tapes & Players
      Cassettes
      Turntables
  Periodicals
    Back Issues
      Magazines
Paper & Writing
  Writing
    Notebooks
      Blank & Ruled Books
      Journals
    Pens & Ink
      Fountain Pens
      Inks
      Brushes
      Pencils
  Paper
    Correspondence
      Letter Sets
      Cards
      Seals & Wax
    Craft Paper
      Washi Sheets
      Paper Tape
      Origami
  Paper for the Room
    Hung Paper
      Calendars
      Fans
Plants & Garden
  Indoors
    Houseplants
      Foliage Plants
      Ferns
      Cacti & Succulents
      Hanging Plants
      Terrariums
  Outdoors
    Growing
      Trees & Shrubs
      Bulbs
      Seeds
        Vegetable Seeds
        Flower Seeds
        Herb Seeds
  Equipment
    Pots & Tools
      Plant Pots
      Watering
      Hand Tools
      Garden Gloves
Cycling
  Bicycles
    For the Road
      City Bicycles
      Touring Bicycles
  Parts
    Rolling
      Wheels
      Tyres
    Controls
      Handlebars
      Saddles
      Drivetrain
      Pedals
  Accessories
    On the Bike
      Bells
      Bicycle Lights
      Locks
      Panniers
      Pumps
    On You
      Helmets
      Cycling Gloves
    Workshop
      Bicycle Tools
Mountain & Trail
  Camp
    Shelter
      Tents
      Sleeping Bags
    Camp Kitchen
      Stoves & Pots
      Flasks & Bottles
  Climb
    Hardware
      Ropes
      Carabiners
      Ice Axes
  Walk
    Carrying
      Trail Packs
      Trekking Poles
    Finding the Way
      Maps
      Compasses
      Headlamps
    Wearing
      Mountain Boots
      Shells & Jackets
      Hats & Gloves
      Socks
Bath & Body
  Washing
    Soap
      Bar Soap
      Liquid Soap
      Household Soap
    Bathroom
      Bath Salts
      Sponges & Brushes
      Towels
  Care
    Skin
      Creams & Balms
      Body Oils
    Shaving & Hair
      Shaving
      Hair Care
  Fragrance
    Scented Home
      Diffusers
      Sachets & Drawer Scents
`;

/** Category paths from root to leaf in the order of the tree: `["Home & Living"]`, `["Home & Living", "Kitchen"]`, … */
export const categoryPaths: readonly (readonly string[])[] = readTree(tree);

function readTree(text: string): string[][] {
  const trail: string[] = [];
  return text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => {
      const depth = (line.length - line.trimStart().length) / 2;
      trail.length = depth;
      trail.push(line.trim());
      return [...trail];
    });
}

const byName = new Map(categoryPaths.map((path) => [path.at(-1)!, path]));

/** The path of a category by its own name, which the tree holds once. Throws when the tree has no such name. */
export function categoryPath(name: string): readonly string[] {
  const path = byName.get(name);
  if (!path) throw new Error(`No category is called “${name}”`);
  return path;
}
