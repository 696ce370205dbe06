export default function Page() {
  return <div>worklist</div>
}
