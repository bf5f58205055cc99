import { useState, type DragEvent } from 'react'

interface FileDropProps {
  /** What it says, as `Choose a file or drop it here`. */
  title: string
  /** The MIME types it takes; none named takes all. */
  accept: readonly string[]
  /** How many more files fit. */
  room: number
  labelledBy: string
  describedBy?: string
  onFiles: (files: readonly File[]) => void
}

/** A place to choose files or to drop them. */
export function FileDrop({ title, accept, room, labelledBy, describedBy, onFiles }: FileDropProps) {
  const [over, setOver] = useState(false)
  const take = (list: FileList | null): void => {
    const chosen = [...(list ?? [])].slice(0, room)
    if (chosen.length > 0) onFiles(chosen)
  }
  const drop = (event: DragEvent): void => {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files)
  }
  return (
    <div
      className="drop"
      data-over={over}
      onDragOver={(event) => (event.preventDefault(), setOver(true))}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <strong aria-hidden="true">{title}</strong>
      <input
        type="file"
        multiple={room > 1}
        accept={accept.join(',') || undefined}
        aria-labelledby={labelledBy}
        aria-describedby={describedBy}
        onChange={(event) => {
          take(event.target.files)
          event.target.value = ''
        }}
      />
    </div>
  )
}
