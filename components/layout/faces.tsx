/** The shop's own faces; the front lets them come after the first paint. */
export function Faces() {
  return <link rel="stylesheet" href="/fonts/faces-1.css" precedence="late" />;
}
