import { isIP } from "node:net";

/** The eight groups of an IPv6 address, written in its shortest form by the URL standard. */
function groupsOf(ip: string): string[] {
  const short = new URL(`http://[${ip}]/`).hostname.slice(1, -1);
  const [before = "", after] = short.split("::");
  const left = before ? before.split(":") : [];
  const right = after ? after.split(":") : [];
  const zeros = after === undefined ? 0 : 8 - left.length - right.length;
  return [...left, ...Array.from({ length: zeros }, () => "0"), ...right];
}

/**
 * The network an address belongs to, its last part left out: `203.0.113.0/24`, `2001:db8:12::/48`. Enough to recognise a
 * place, too little to follow somebody. "" for what is no address.
 */
export function networkOf(ip: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)?.[1];
  const address = mapped ?? ip.replace(/%.*$/, "");
  switch (isIP(address)) {
    case 4:
      return `${address.split(".").slice(0, 3).join(".")}.0/24`;
    case 6:
      return `${groupsOf(address).slice(0, 3).join(":")}::/48`;
    default:
      return "";
  }
}
