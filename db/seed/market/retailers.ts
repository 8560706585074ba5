import { type OpeningInterval, weekly } from "./hours";

/** A shop of the demo market. Money is minor units of EUR, distances metres, position WGS 84 degrees. */
export interface DemoRetailer {
  handle: string;
  name: string;
  tagline: string;
  description: string;
  trade: string;
  email: string;
  phone: string;
  address: { line: string; city: string; postcode: string; country: string };
  latitude: number;
  longitude: number;
  timezone: string;
  /** OKLCH hue of its pictures, degrees. */
  hue: number;
  /** Weekly hours as they stand when today is weekday `today` (0 = Sunday) in the shop's own zone. */
  hours: (today: number) => OpeningInterval[];
  delivery: {
    delivers: boolean;
    pickup: boolean;
    /** Null where the distance does not matter. */
    radius: number | null;
    minimumOrder: number;
    fee: number;
    freeAbove: number | null;
    preparation: string;
  };
}

const always = (text: string) => () => weekly(text);

export const retailers: readonly DemoRetailer[] = [
  {
    handle: "olaria-da-graca",
    name: "Olaria da Graça",
    tagline: "Stoneware from a hill above the Tagus",
    description:
      "Inês and Rui Valadas throw, glaze and fire everything on the ground floor of a former bakery in Graça. The kiln opens on Thursdays; come early, the seconds go first.",
    trade: "ceramics",
    email: "ola@olaria-da-graca.example.com",
    phone: "+351210000104",
    address: { line: "Rua da Senhora do Monte 31", city: "Lisboa", postcode: "1170-358", country: "PT" },
    latitude: 38.7189,
    longitude: -9.1319,
    timezone: "Europe/Lisbon",
    hue: 232,
    hours: always("2-5 10:00-13:00 15:00-19:00; 6 10:00-14:00"),
    delivery: {
      delivers: true,
      pickup: true,
      radius: 25_000,
      minimumOrder: 2500,
      fee: 590,
      freeAbove: 9000,
      preparation: "Packed in straw and card, ready in two working days.",
    },
  },
  {
    handle: "khane-ye-chai",
    name: "Khāne-ye Chāi · خانهٔ چای",
    tagline: "Tea, saffron and sweets off Naqsh-e Jahan",
    description:
      "Three generations of the Rahimi family have weighed tea behind the same brass scale in the Qeysarieh bazaar. Spices arrive whole and are ground on the day you order; the samovar is on from nine.",
    trade: "spices and tea",
    email: "salam@khane-ye-chai.example.com",
    phone: "+983100000214",
    address: { line: "Bazaar-e Qeysarieh, Timcheh 14", city: "Isfahan", postcode: "81464", country: "IR" },
    latitude: 32.6605,
    longitude: 51.6777,
    timezone: "Asia/Tehran",
    hue: 68,
    hours: always("6 09:00-13:00 16:00-21:00; 0-4 09:00-13:00 16:00-21:00"),
    delivery: {
      delivers: true,
      pickup: true,
      radius: 40_000,
      minimumOrder: 1500,
      fee: 390,
      freeAbove: 5000,
      preparation: "Ground and packed the same day when ordered before noon.",
    },
  },
  {
    handle: "cinar-dokuma",
    name: "Çınar Dokuma",
    tagline: "Looms, not machines, since 1968",
    description:
      "A weaving house in Balat with its own looms in Buldan and Uşak. We sell what we weave and a few things by neighbours whose hands we know.",
    trade: "textiles",
    email: "merhaba@cinar-dokuma.example.com",
    phone: "+902120000318",
    address: { line: "Vodina Caddesi 52", city: "İstanbul", postcode: "34087", country: "TR" },
    latitude: 41.0297,
    longitude: 28.9484,
    timezone: "Europe/Istanbul",
    hue: 28,
    hours: always("1-6 09:30-19:30; 0 11:00-17:00"),
    delivery: {
      delivers: true,
      pickup: true,
      radius: 30_000,
      minimumOrder: 3000,
      fee: 490,
      freeAbove: 12_000,
      preparation: "Folded in tissue, ready the next morning.",
    },
  },
  {
    handle: "speiche-36",
    name: "Speiche 36",
    tagline: "Bicycles built, mended and talked about",
    description:
      "A workshop in a Kreuzberg back court with four stands, one coffee machine and a wall of spokes sorted by the half millimetre. We only stock parts that we fit ourselves.",
    trade: "bicycle workshop",
    email: "hallo@speiche36.example.com",
    phone: "+493000000436",
    address: { line: "Oranienstraße 187, 2. Hof", city: "Berlin", postcode: "10999", country: "DE" },
    latitude: 52.5009,
    longitude: 13.4197,
    timezone: "Europe/Berlin",
    hue: 158,
    hours: always("1-5 08:30-12:30 13:30-18:30; 6 10:00-15:00"),
    delivery: {
      delivers: true,
      pickup: true,
      radius: 15_000,
      minimumOrder: 2000,
      fee: 450,
      freeAbove: 15_000,
      preparation: "Parts the same day; bicycles are assembled and ridden first, allow four days.",
    },
  },
  {
    handle: "kamogawa-kami",
    name: "Kamogawa Kami",
    tagline: "Paper with a grain you can hear",
    description:
      "A narrow shop by the Kamo river, run by Haruka Imai, who buys from eleven paper mills and knows every vat man by name. Sheets are kept flat in paulownia drawers; ask and we cut.",
    trade: "paper and stationery",
    email: "tayori@kamogawa-kami.example.com",
    phone: "+81750000512",
    address: { line: "Kiyamachi-dōri Bukkōji-agaru 221", city: "Kyoto", postcode: "600-8019", country: "JP" },
    latitude: 35.0006,
    longitude: 135.7697,
    timezone: "Asia/Tokyo",
    hue: 8,
    hours: (today) => weekly("0-6 10:30-18:30").filter(({ day }) => day !== today),
    delivery: {
      delivers: true,
      pickup: true,
      radius: 20_000,
      minimumOrder: 1200,
      fee: 350,
      freeAbove: 6000,
      preparation: "Wrapped in newsprint and tied; ready in a day.",
    },
  },
  {
    handle: "maashof",
    name: "Maashof",
    tagline: "A nursery on a quay",
    description:
      "Glasshouses on a disused coal quay in Delfshaven, heated by the brewery next door. Plants are grown hard and sold with an honest label: what it wants, and what will kill it.",
    trade: "plant nursery",
    email: "groen@maashof.example.com",
    phone: "+31100000621",
    address: { line: "Schiehaven 14", city: "Rotterdam", postcode: "3024 EC", country: "NL" },
    latitude: 51.9044,
    longitude: 4.4527,
    timezone: "Europe/Amsterdam",
    hue: 136,
    hours: always("2-6 09:00-17:30; 0 11:00-16:00"),
    delivery: {
      delivers: true,
      pickup: true,
      radius: 18_000,
      minimumOrder: 2000,
      fee: 690,
      freeAbove: 7500,
      preparation: "Watered, wrapped and delivered by cargo bike from Tuesday to Saturday.",
    },
  },
  {
    handle: "lys-og-trae",
    name: "Lys & Træ",
    tagline: "Lamps and furniture that age well",
    description:
      "Karen and Bo Holmgård make lamps in the front and chairs in the back of a Nørrebro courtyard. Oak from Funen, paper from Jutland, no veneer, and every joint can be taken apart again.",
    trade: "lamps and furniture",
    email: "hej@lysogtrae.example.com",
    phone: "+4530000722",
    address: { line: "Ravnsborggade 18C", city: "København", postcode: "2200", country: "DK" },
    latitude: 55.6901,
    longitude: 12.5596,
    timezone: "Europe/Copenhagen",
    hue: 82,
    hours: always("3-5 11:00-18:00; 6 10:00-15:00"),
    delivery: {
      delivers: true,
      pickup: true,
      radius: 60_000,
      minimumOrder: 4000,
      fee: 2900,
      freeAbove: 60_000,
      preparation: "Lamps in two days, furniture in three weeks; carried up the stairs by us.",
    },
  },
  {
    handle: "dar-jild",
    name: "Dar Jild",
    tagline: "Leather cut and stitched in the medina",
    description:
      "Seven benches around a courtyard in Mouassine. The hides are tanned with mimosa bark and date pits, the thread is waxed linen, and repairs are free for as long as one of us can hold an awl.",
    trade: "leather goods",
    email: "salam@dar-jild.example.com",
    phone: "+212524000810",
    address: { line: "Derb Sidi Bouamar 9, Mouassine", city: "Marrakech", postcode: "40030", country: "MA" },
    latitude: 31.6319,
    longitude: -7.9892,
    timezone: "Africa/Casablanca",
    hue: 48,
    hours: always("6 09:30-13:00 15:30-20:00; 0-4 09:30-13:00 15:30-20:00; 5 16:00-20:30"),
    delivery: {
      delivers: true,
      pickup: true,
      radius: 20_000,
      minimumOrder: 2500,
      fee: 490,
      freeAbove: 15_000,
      preparation: "In stock: next day. Initials take two days more.",
    },
  },
  {
    handle: "second-chapter",
    name: "Second Chapter",
    tagline: "Old books, older records, late on Fridays",
    description:
      "Two floors off Lower Marsh: paper above, vinyl below, and a listening room with four armchairs that stays open past midnight on Fridays and Saturdays. Conditions are graded by a pessimist.",
    trade: "second-hand books and records",
    email: "counter@secondchapter.example.com",
    phone: "+442079460913",
    address: { line: "27 Frazier Street", city: "London", postcode: "SE1 7BD", country: "GB" },
    latitude: 51.5001,
    longitude: -0.1119,
    timezone: "Europe/London",
    hue: 34,
    hours: always("2-4 11:00-19:00; 5-6 12:00-01:30; 0 12:00-18:00"),
    delivery: {
      delivers: true,
      pickup: true,
      radius: 12_000,
      minimumOrder: 1000,
      fee: 350,
      freeAbove: 4000,
      preparation: "Pulled from the shelf and wrapped within a day.",
    },
  },
  {
    handle: "hoehenmeter",
    name: "Höhenmeter",
    tagline: "Everything for above the tree line",
    description:
      "Run by two retired hut wardens in Zürich Wiedikon. If it has not been out with one of us for a season, it is not on the wall. Boots are fitted on a real slope, the one we built from railway sleepers.",
    trade: "mountain outfitter",
    email: "berg@hoehenmeter.example.com",
    phone: "+41440001018",
    address: { line: "Zurlindenstrasse 88", city: "Zürich", postcode: "8003", country: "CH" },
    latitude: 47.3702,
    longitude: 8.5198,
    timezone: "Europe/Zurich",
    hue: 212,
    hours: always("1-3 09:00-12:00 13:30-18:30; 4 09:00-12:00 13:30-20:00; 5 09:00-12:00 13:30-18:30; 6 09:00-16:00"),
    delivery: {
      delivers: true,
      pickup: true,
      radius: 35_000,
      minimumOrder: 3000,
      fee: 790,
      freeAbove: 15_000,
      preparation: "Ready the same afternoon; boots only after a fitting or with free returns.",
    },
  },
  {
    handle: "bottega-fornelli",
    name: "Bottega Fornelli",
    tagline: "For people who cook on weekdays",
    description:
      "A kitchen shop under the porticoes of Via Clavature, with a grinding wheel in the window. Bring your knives on Wednesday, have a coffee, take them home sharp.",
    trade: "kitchenware",
    email: "banco@bottegafornelli.example.com",
    phone: "+390510001116",
    address: { line: "Via Clavature 22", city: "Bologna", postcode: "40124", country: "IT" },
    latitude: 44.4932,
    longitude: 11.3451,
    timezone: "Europe/Rome",
    hue: 98,
    hours: always("1 15:30-19:30; 2-6 09:30-12:45 15:30-19:30"),
    delivery: {
      delivers: true,
      pickup: true,
      radius: 22_000,
      minimumOrder: 2000,
      fee: 490,
      freeAbove: 8000,
      preparation: "Ready in a day; knives leave freshly honed.",
    },
  },
  {
    handle: "savonnerie-du-lavoir",
    name: "Savonnerie du Lavoir",
    tagline: "Soap cooked in a cauldron, cut by hand",
    description:
      "In the old wash-house of Le Panier, Claire Estève boils olive-oil soap for ten days a month and blends scents for the other twenty. No palm oil, no colour that grows a name longer than the soap.",
    trade: "soap and scent",
    email: "bonjour@savonneriedulavoir.example.com",
    phone: "+33491001207",
    address: { line: "6 Rue du Petit Puits", city: "Marseille", postcode: "13002", country: "FR" },
    latitude: 43.2987,
    longitude: 5.3689,
    timezone: "Europe/Paris",
    hue: 305,
    hours: always("2-6 10:00-12:30 14:30-19:00"),
    delivery: {
      delivers: false,
      pickup: true,
      radius: null,
      minimumOrder: 0,
      fee: 0,
      freeAbove: null,
      preparation: "Pickup only: ready in two hours, kept for a week.",
    },
  },
];
