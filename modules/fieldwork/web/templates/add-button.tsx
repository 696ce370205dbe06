import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'

export const AddButton = ({ label, onClick }: { label: string; onClick: () => void }) => (
  <Button size="small" icon={<PlusOutlined />} onClick={onClick}>
    {label}
  </Button>
)
