/** What a demo person may do; `retailer` carries the handle of the shop that they own. */
export type DemoRole = "shopper" | "retailer" | "product_manager" | "operator" | "supervisor" | "admin";

/** A person whose login the demo prints. `phone` is E.164. */
export interface DemoPerson {
  role: DemoRole;
  name: string;
  email: string;
  phone?: string;
  retailer?: string;
}

export const people: readonly DemoPerson[] = [
  { role: "shopper", name: "Marta Lindqvist", email: "marta@example.com" },
  { role: "shopper", name: "نیلوفر کریمی", email: "niloufar@example.com" },
  { role: "shopper", name: "Tomás Okafor", email: "tomas@example.com", phone: "+447700900142" },
  { role: "retailer", name: "Inês Valadas", email: "ines@example.com", retailer: "olaria-da-graca" },
  { role: "retailer", name: "بهرام رحیمی", email: "bahram@example.com", retailer: "khane-ye-chai" },
  { role: "retailer", name: "Jule Brandt", email: "jule@example.com", retailer: "speiche-36" },
  { role: "product_manager", name: "Aiko Fernandes", email: "aiko@example.com" },
  { role: "operator", name: "Sam Ortega", email: "sam@example.com" },
  { role: "supervisor", name: "Ruth Adeyemi", email: "ruth@example.com" },
  { role: "admin", name: "Ilse Marchetti", email: "ilse@example.com" },
];
