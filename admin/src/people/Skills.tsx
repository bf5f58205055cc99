import Box from '@mui/material/Box'
import Chip from '@mui/material/Chip'

/** What somebody is able to do. */
export function Skills({ skills }: { skills: readonly string[] }) {
  return (
    <Box sx={{ display: 'flex', gap: 0.5, flexWrap: 'wrap' }}>
      {skills.map((skill) => (
        <Chip key={skill} size="small" variant="outlined" label={skill} />
      ))}
    </Box>
  )
}
