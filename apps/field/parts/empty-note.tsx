/** Nothing here yet, and what will bring something. */
export function EmptyNote({ title, next }: { title: string; next?: string }) {
  return (
    <div className="nothing">
      <strong>{title}</strong>
      {next && <p>{next}</p>}
    </div>
  )
}
