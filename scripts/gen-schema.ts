import { writeFileSync } from 'node:fs'
import { schemaText } from '../api/app/schema.js'

writeFileSync('schema.graphql', schemaText())
