/** The tag that starts React; every other script of a page's first part stands before it. */
const LAST = /<script src="[^"]+" id="_R_" async=""><\/script>/;
/** Of a page that failed: its script alone shows something, so there is no paint to wait for. */
const SHELL = '<html id="__next_error__"';
const SCRIPT = /<script src="(\/_next\/static\/[^"]+)"(?: id="_R_")? async=""><\/script>/g;
const HINT = /<link rel="preload" as="script"[^>]*\/>/g;
const FACES = /<link rel="stylesheet" href="([^"]+)" data-precedence="late"\/>/g;
const OPENING = /(<img src=")(\/pictures\/[\w./-]+\.svg)("[^>]*? fetchPriority="high")/g;
const imageHint = (path: string) => new RegExp(`<link rel="preload" as="image" href="${path}"[^>]*/>`, "g");

/** Ends the part of a page that {@link paintFirst} is about. */
export const END = ' id="_R_" async=""></script>';

/** The text of a drawing by its address when it is small enough to come with the page. */
export type DrawingOf = (path: string) => string | undefined;

/**
 * Runs in the page. One that is not painted, as in a tab behind others, starts at once or in three seconds. `faces`
 * remembers that this browser has the late sheets.
 */
const start = (late: { styles: string[]; scripts: string[] }) =>
  `<script>(()=>{let d;const a=(t,o)=>document.head.append(Object.assign(document.createElement(t),o)),go=()=>{if(d)return;d=1;try{localStorage.faces=1}catch{}const{styles,scripts}=${JSON.stringify(late)};for(const href of styles)document.querySelector(\`link[href="\${href}"]\`)||a("link",{rel:"stylesheet",href});for(const src of scripts)a("script",{src,async:true})};if(document.hidden)go();else{new PerformanceObserver(go).observe({type:"paint",buffered:true});setTimeout(go,3000)}})()</script>`;

/** In the place of a late sheet: whoever was here before has it, and is painted with it; so is whoever runs no script. */
const known = (path: string) =>
  `<script>try{if(localStorage.faces)document.head.append(Object.assign(document.createElement("link"),{rel:"stylesheet",href:"${path}",blocking:"render"}))}catch{}</script><noscript><link rel="stylesheet" href="${path}"/></noscript>`;

/** A drawing as an address of its own, for an attribute in double quotes. Source: RFC 2397, RFC 3986 section 2.1. */
export function dataUri(svg: string): string {
  // Apostrophes need no escape here, so a drawing without any is shorter with them.
  const quoted = svg.includes("'") ? svg : svg.replaceAll('"', "'");
  return `data:image/svg+xml,${quoted.replace(/[%"#<>\r\n\t{}|\\^`&]/g, encodeURIComponent)}`;
}

/**
 * A page that paints by itself: its scripts, and the styles that are marked as late, are asked for after the first
 * paint; a small drawing that it opens with is in it.
 */
export function paintFirst(html: string, drawingOf: DrawingOf): string {
  if (!LAST.test(html) || html.includes(SHELL)) return html;
  const late = {
    styles: [...html.matchAll(FACES)].map(([, path]) => path!),
    scripts: [...html.matchAll(SCRIPT)].map(([, path]) => path!),
  };
  const drawn = new Set<string>();
  const opened = html.replace(OPENING, (tag, before: string, path: string, after: string) => {
    const drawing = drawingOf(path);
    if (drawing === undefined) return tag;
    drawn.add(path);
    return before + dataUri(drawing) + after;
  });
  const bare = [...drawn].reduce((text, path) => text.replace(imageHint(path), ""), opened);
  return bare
    .replace(LAST, (tag) => tag + start(late))
    .replace(FACES, (_, path: string) => known(path))
    .replace(SCRIPT, "")
    .replace(HINT, "");
}
