type Props = { name: string; label: string }

export const PinInput = ({ name, label }: Props) => (
  <label className="pin">
    {label}
    <input
      name={name}
      type="password"
      inputMode="numeric"
      autoComplete="off"
      pattern="\d{6,12}"
      minLength={6}
      maxLength={12}
      required
    />
  </label>
)
