export default function Page() {
  return <div>statistics</div>
}
