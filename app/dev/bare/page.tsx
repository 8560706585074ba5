/** The floor that pages are measured against: what this Next build sends when a page has nothing of ours. */
export default function BarePage() {
  return (
    <main>
      <h1>Bare</h1>
      <p>A page with nothing on it.</p>
    </main>
  );
}
