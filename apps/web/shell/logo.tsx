/** A hill range under the sun, on a sheet. */
export const Logo = () => (
  <svg viewBox="0 0 32 32" aria-hidden focusable="false">
    <rect width="32" height="32" rx="6" fill="#2f7de1" />
    <path d="M4 24l7-9 5 6 5-8 7 11z" fill="#fff" />
    <circle cx="10" cy="9" r="2.6" fill="#fff" />
  </svg>
)
