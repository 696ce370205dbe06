export default function Page() {
  return <div>one-map</div>
}
