/** The mark: an eight-pointed star where four lanes meet. */
export function Crossing({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" focusable="false" className={className}>
      <path
        fill="currentColor"
        d="M16 .5 20.6 5H27v6.4L31.5 16 27 20.6V27h-6.4L16 31.5 11.4 27H5v-6.4L.5 16 5 11.4V5h6.4ZM14.6 5.6v6.1l-2.9 2.9H5.6v2.8h6.1l2.9 2.9v6.1h2.8v-6.1l2.9-2.9h6.1v-2.8h-6.1l-2.9-2.9V5.6Z"
      />
    </svg>
  );
}
