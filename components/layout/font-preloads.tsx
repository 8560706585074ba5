const latin = ["figtree-latin", "markazi-text-latin"];
const arabic = ["vazirmatn-arabic", "markazi-text-arabic"];
const arabicScripts = new Set(["Arab", "Aran"]);

/** Fetches the two faces of the locale's script with the page; the others come when a letter asks for them. */
export function FontPreloads({ locale }: { locale: string }) {
  const { script } = new Intl.Locale(locale).maximize();
  const faces = arabicScripts.has(script ?? "") ? arabic : latin;
  return faces.map((face) => (
    <link
      key={face}
      rel="preload"
      href={`/fonts/${face}-2.woff2`}
      as="font"
      type="font/woff2"
      crossOrigin="anonymous"
    />
  ));
}
