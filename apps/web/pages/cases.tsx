export default function Page() {
  return <div>cases</div>
}
