/** The hemicycle: seats around one lead. */
export function Mark({ size = 24 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 26 26" fill="var(--accent)" aria-hidden="true">
      <circle cx="3.2" cy="18" r="2.3" />
      <circle cx="5.7" cy="10.2" r="2.3" />
      <circle cx="13" cy="6.4" r="2.3" />
      <circle cx="20.3" cy="10.2" r="2.3" />
      <circle cx="22.8" cy="18" r="2.3" />
      <circle cx="13" cy="18.2" r="3.4" />
    </svg>
  )
}
