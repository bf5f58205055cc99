import Box from '@mui/material/Box'
import { useTheme } from '@mui/material/styles'
import { useEffect, useRef, useState } from 'react'
import { useTranslate } from 'react-admin'
import { formToSend, type FormContent } from './form-content.js'

/** What this window and the portal's preview page say to each other. */
const SHOW = 'waybill:show-form'
const READY = 'waybill:form-preview-ready'

/** The form as its recipient meets it: the portal's own page in a frame, told of every change. `at` is the place of the question to keep in sight. */
export function FormPreview({ form, at }: { form: FormContent; at: number | undefined }) {
  const translate = useTranslate()
  const { palette } = useTheme()
  const frame = useRef<HTMLIFrameElement>(null)
  const [ready, setReady] = useState(false)
  useEffect(() => {
    const listen = (event: MessageEvent<{ kind?: string }>) => {
      if (event.source === frame.current?.contentWindow && event.data?.kind === READY) setReady(true)
    }
    window.addEventListener('message', listen)
    return () => window.removeEventListener('message', listen)
  }, [])
  useEffect(() => {
    if (ready)
      frame.current?.contentWindow?.postMessage(
        { kind: SHOW, form: { ...formToSend(form), at } },
        window.location.origin,
      )
  }, [ready, form, at])
  return (
    <Box
      component="iframe"
      ref={frame}
      src="/portal/form-preview"
      title={translate('editor.previewFrame')}
      sx={{
        display: 'block',
        width: '100%',
        height: { xs: 480, lg: 'calc(100vh - 254px)' },
        border: 0,
        borderRadius: '0 0 6px 6px',
        colorScheme: palette.mode,
      }}
    />
  )
}
