export default function Page() {
  return <div>snapshots</div>
}
