/** Around signing in stands what stands around the shop. */
export { default } from "../(shop)/layout";
