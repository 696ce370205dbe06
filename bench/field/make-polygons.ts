import { polygonsFile } from './polygons-file.ts'

polygonsFile(Number(process.argv[2]))
