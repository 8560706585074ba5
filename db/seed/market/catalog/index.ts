import { bottegaFornelli } from "./bottega-fornelli";
import { cinarDokuma } from "./cinar-dokuma";
import { darJild } from "./dar-jild";
import { hoehenmeter } from "./hoehenmeter";
import { kamogawaKami } from "./kamogawa-kami";
import { khaneYeChai } from "./khane-ye-chai";
import { lysOgTrae } from "./lys-og-trae";
import { maashof } from "./maashof";
import { olariaDaGraca } from "./olaria-da-graca";
import { savonnerieDuLavoir } from "./savonnerie-du-lavoir";
import { secondChapter } from "./second-chapter";
import { speiche36 } from "./speiche-36";

/** The text of each shop's catalog (see `parseCatalog`) and the letters that its SKUs begin with, by the shop's handle. */
export const catalogs: Readonly<Record<string, { code: string; text: string }>> = {
  "olaria-da-graca": olariaDaGraca,
  "khane-ye-chai": khaneYeChai,
  "cinar-dokuma": cinarDokuma,
  "speiche-36": speiche36,
  "kamogawa-kami": kamogawaKami,
  maashof,
  "lys-og-trae": lysOgTrae,
  "dar-jild": darJild,
  "second-chapter": secondChapter,
  hoehenmeter,
  "bottega-fornelli": bottegaFornelli,
  "savonnerie-du-lavoir": savonnerieDuLavoir,
};
