export default function Page() {
  return <div>administration</div>
}
