export default function Page() {
  return <div>account</div>
}
