export default function Page() {
  return <div>snapshot</div>
}
