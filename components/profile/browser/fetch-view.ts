export type FetchedView = { view: HTMLElement; title: string };

/**
 * A view out of the page that the server renders at its address.
 * @returns null when the answer is another page: a sign-in, a problem, something outside of the profile
 */
export async function fetchView(url: string, signal: AbortSignal): Promise<FetchedView | null> {
  const answer = await fetch(url, { signal, credentials: "same-origin", headers: { accept: "text/html" } });
  if (!answer.ok || (answer.redirected && new URL(answer.url).pathname !== new URL(url, location.href).pathname)) {
    return null;
  }
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const view = page.querySelector<HTMLElement>("[data-profile-view]");
  return view && { view: document.importNode(view, true), title: page.title };
}
